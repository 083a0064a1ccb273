/** Who drew a cell: diaglot, from a source, or a person in draw.io. */
import type { RawCell } from '../document/raw.js'

/** Ids as draw.io's editor gives them to new cells and to copies. */
const EDITORS = /^[\w-]{20}-\d+$/

/** Whether a person added a node or group: copies keep the attributes of what they were copied from, but not its id. */
export function isPersons({ id, attributes }: RawCell): boolean {
  if (EDITORS.test(id)) return true
  return !attributes.has('diaglot-kind') && !attributes.has('mermaidId')
}

export function isPersonsEdge({ id, attributes }: RawCell): boolean {
  if (EDITORS.test(id)) return true
  return !id.startsWith('edge-') && !attributes.has('diaglot') && !attributes.has('mermaidId')
}
