/** Fields of records and tables, at any depth and without recursion: a stranger may have nested them. */
import { type Field, type Node, TABLE_SYNTAX } from './model.js'

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
      if (!next.children?.length) continue
      work.push(']')
      for (const child of [...next.children].reverse()) work.push(child)
      work.push('[')
    }
  }
  return parts.join(' ')
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The label of a node with fields where it is a title over them, and not only what they say. */
export function titleOf({ label, fields = [] }: Node): string | undefined {
  const text = words(label.text)
  if (text === '' || label.rich?.syntax === TABLE_SYNTAX) return undefined
  return text === words(plainFields(fields)) ? undefined : label.text
}

/** The node with its title as the first of its fields, as in a format that has no titles; nothing where it has none. */
export function withTitle(node: Node): Node | undefined {
  const title = titleOf(node)
  if (title === undefined || !node.fields) return undefined
  const fields = [{ text: title }, ...node.fields]
  return { ...node, label: { text: plainFields(fields) }, fields }
}

/** Whether there are lists of fields without any, at any depth. */
export function hasEmptyList(fields: readonly Field[]): boolean {
  const waiting = [fields]
  for (let list = waiting.pop(); list; list = waiting.pop()) {
    if (list.length === 0) return true
    for (const { children } of list) if (children) waiting.push(children)
  }
  return false
}

/** Fields in which lists of parts that are empty are absent, as the model wants it. Without recursion. */
export function withoutEmptyChildren(fields: readonly Field[]): Field[] {
  const top = fields.map(field => ({ ...field }))
  const waiting: { children?: readonly Field[] }[] = [...top]
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    if (field.children?.length === 0) delete field.children
    if (!field.children) continue
    const children = field.children.map(child => ({ ...child }))
    field.children = children
    for (const child of children) waiting.push(child)
  }
  return top
}
