/** How deep the fields of records nest. */
import type { Field } from './model.js'

/** The levels of fields; 0 where there are none. Counts on beyond any limit, without recursion. */
export function levelsOfFields(fields: readonly Field[]): number {
  let levels = 0
  for (let level = fields; level.length > 0; levels++) level = level.flatMap(({ children = [] }) => children)
  return levels
}
