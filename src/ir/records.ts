/** Fields of records and tables, at any depth and without recursion: a stranger may have nested them. */
import type { Field } from './model.js'

/** The texts of all fields that have one, a line for each. */
export function plainFields(fields: readonly Field[]): string {
  const lines: string[] = []
  const work = [...fields].reverse()
  for (let field = work.pop(); field; field = work.pop()) {
    if (field.children) for (const child of [...field.children].reverse()) work.push(child)
    else if (field.text !== '') lines.push(field.text)
  }
  return lines.join('\n')
}

/** Whether two lists of fields are the same, however deep they are. */
export function sameFields(a: readonly Field[] | undefined, b: readonly Field[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && fieldKey(a) === fieldKey(b))
}

/** A text that two lists of fields share only if they are equal. Not JSON.stringify, which recurses. */
function fieldKey(fields: readonly Field[]): string {
  const parts: string[] = []
  const work: (Field | string)[] = [...fields].reverse()
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') parts.push(next)
    else {
      parts.push(JSON.stringify([next.text, next.port ?? null]))
      if (next.children) work.push(']', ...[...next.children].reverse(), '[')
    }
  }
  return parts.join(' ')
}
