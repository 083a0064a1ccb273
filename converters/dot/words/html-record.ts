/** Records whose label is HTML-like: bars and braces part the label, and what stands between them is HTML, without ports. */
import { type Field, MAX_FIELD_LEVELS } from '../../../src/ir/model.js'
import { plainHtml } from './html.js'

interface Building {
  source: string
  children?: readonly Field[]
}

interface Level {
  readonly fields: Field[]
  field: Building
}

const PIECE = /\\[{}|]|[{}|]|\\|[^\\{}|]+/g

/**
 * The fields of such a label; nothing where it has neither bars nor braces, or braces that do not match, or a field with braces and
 * anything else. Source of the rules: `parse_reclbl` in Graphviz's shapes.c.
 */
export function fieldsOfHtmlRecord(label: string): readonly Field[] | undefined {
  if (!/[{|]/.test(label)) return undefined
  const levels: Level[] = [newLevel()]
  for (const [piece] of label.matchAll(PIECE)) {
    const level = levels.at(-1)!
    const { field } = level
    if (piece === '|') endField(level)
    else if (piece === '{') {
      const isBegun = field.source.trim() !== '' || field.children
      if (isBegun || levels.length === MAX_FIELD_LEVELS) return undefined
      levels.push(newLevel())
    } else if (piece === '}') {
      endField(level)
      levels.pop()
      const outer = levels.at(-1)
      if (!outer) return undefined
      outer.field = { source: '', children: level.fields }
    } else if (field.children && piece.trim() !== '') return undefined
    else field.source += piece.length === 2 && piece[0] === '\\' ? piece[1] : piece
  }
  if (levels.length !== 1) return undefined
  endField(levels[0]!)
  const { fields } = levels[0]!
  return fields.length > 1 || fields[0]?.children ? fields : undefined
}

const newLevel = (): Level => ({ fields: [], field: { source: '' } })

function endField(level: Level): void {
  const { source, children } = level.field
  level.fields.push(children ? { text: '', children } : { text: plainHtml(source) })
  level.field = { source: '' }
}
