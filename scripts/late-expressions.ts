/**
 * Regular expressions with classes of Unicode (`\p{L}`) are made when they are first asked for. V8 reads every expression that stands in a file when the
 * file is compiled, used or not, and puts the tables of such a class together each time: 0.1 to 0.8 ms each, and files have dozens of them. The sources
 * have them as literals, so that they are read and checked as such.
 */
import type { Plugin } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'

interface Syntax {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

interface Literal extends Syntax {
  readonly regex: { readonly pattern: string; readonly flags: string }
}

/** A node with what it stands in, and as which field. */
interface Place {
  readonly node: Syntax
  readonly field: string
  readonly parent: Place | undefined
}

/** What stands in the place of a part of the text. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string'

const isLate = (node: Syntax): node is Literal =>
  node.type === 'Literal' && /\\[pP]\{/.test((node as Partial<Literal>).regex?.pattern ?? '')

function walk(place: Place, visit: (place: Place) => void): void {
  visit(place)
  const { node } = place
  for (const field in node) {
    const value = node[field]
    if (Array.isArray(value)) {
      for (const child of value) if (isSyntax(child)) walk({ node: child, field, parent: place }, visit)
    } else if (isSyntax(value)) walk({ node: value, field, parent: place }, visit)
  }
}

/** The nearest around a place that is of such a type. */
function around({ parent }: Place, type: RegExp): Syntax | undefined {
  for (let place = parent; place; place = place.parent) if (type.test(place.node.type)) return place.node
  return undefined
}

/** Methods of strings that begin at the beginning with an expression for all places, whatever it was used for before, and leave it there. */
const FROM_THE_BEGINNING = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search'])

/** Whether one object does for all calls: it has no place in a text, or nobody sees that it has one. */
function isShareable({ flags }: Literal['regex'], { field, parent }: Place): boolean {
  if (flags.includes('y')) return false
  if (!flags.includes('g')) return true
  const call = parent!.node
  const callee = call.type === 'CallExpression' && field === 'arguments' ? (call.callee as Syntax) : undefined
  const method = callee?.type === 'MemberExpression' ? (callee.property as { name?: string }).name : undefined
  return method !== undefined && FROM_THE_BEGINNING.has(method)
}

/** What an identifier does: it asks for a variable, it makes one, it names a field, or something else. */
function roleOf({ field, parent }: Place): 'use' | 'binding' | 'field' | 'other' {
  const { node, parent: above } = parent!
  const { type } = node
  if (type === 'MemberExpression' && field === 'object') return 'use'
  if (type === 'CallExpression' && field === 'arguments') return 'use'
  if (type === 'ConditionalExpression' && field !== 'test') return 'use'
  if (type === 'MemberExpression' && !node.computed) return 'field'
  if (type === 'Property' && field === 'key' && !node.computed && !node.shorthand) return 'field'
  if (type === 'VariableDeclarator' && field === 'id') return 'binding'
  if (field === 'params' && /Function/.test(type)) return 'binding'
  if (type === 'Property' && above!.node.type === 'ObjectPattern') return 'binding'
  return 'other'
}

/** Code in which expressions with classes of Unicode are made when they are first used, each line where it was. */
export function withLateExpressions(code: string): string {
  if (!/\\[pP]\{/.test(code)) return code
  const identifiers = new Map<string, Place[]>()
  const constants: (readonly [name: string, literal: Literal])[] = []
  const edits: Edit[] = []
  let functions = ''
  let count = 0
  const makes = ({ pattern, flags }: Literal['regex']) =>
    `/* @__PURE__ */ new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`
  const late = ({ regex }: Literal): string => {
    const name = `expression$${count++}`
    functions += `function ${name}() {\n\treturn ${name}_made ??= ${makes(regex)};\n}\nvar ${name}_made;\n`
    return name
  }
  walk({ node: parseAst(code) as unknown as Syntax, field: '', parent: undefined }, place => {
    const { node, parent } = place
    if (node.type === 'Identifier') {
      const name = node.name as string
      const known = identifiers.get(name)
      if (known) known.push(place)
      else identifiers.set(name, [place])
    } else if (isLate(node)) {
      if (around(place, /Function/)) {
        const text = isShareable(node.regex, place) ? `${late(node)}()` : makes(node.regex)
        edits.push({ start: node.start, end: node.end, text })
      } else if (parent?.node.type === 'VariableDeclarator') {
        constants.push([(parent.node.id as { name: string }).name, node])
      }
    }
  })
  for (const [name, literal] of constants) {
    const uses = usesOf(identifiers.get(name)!)
    if (!uses) continue
    edits.push({ start: literal.start, end: literal.end, text: late(literal) })
    for (const { end } of uses) edits.push({ start: end, end, text: '()' })
  }
  return edited(code, edits) + functions
}

/**
 * The places that ask for a variable of the file, of all that stands there by its name; `undefined` where it is more than asked for: handed on to
 * another file, for one.
 */
function usesOf(places: readonly Place[]): readonly Syntax[] | undefined {
  const roles = places.map(place => [place, roleOf(place)] as const)
  if (roles.some(([, role]) => role === 'other')) return undefined
  // Variables of this name inside of a function hide it there.
  const hidden = roles.flatMap(([place, role]) => {
    const inside = role === 'binding' ? around(place, /Function|BlockStatement|^For/) : undefined
    return inside ? [inside] : []
  })
  return roles.flatMap(([{ node }, role]) =>
    role === 'use' && !hidden.some(({ start, end }) => node.start >= start && node.end <= end) ? [node] : [],
  )
}

function edited(code: string, edits: readonly Edit[]): string {
  let text = ''
  let at = 0
  for (const { start, end, text: own } of [...edits].sort((a, b) => a.start - b.start)) {
    text += code.slice(at, start) + own
    at = end
  }
  return text + code.slice(at)
}

/** The same of all files of a bundle. */
export const lateExpressions: Plugin = {
  name: 'late-expressions',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      const map = file.code.lastIndexOf('\n//# sourceMappingURL=')
      const code = map < 0 ? file.code : file.code.slice(0, map + 1)
      file.code = withLateExpressions(code) + file.code.slice(code.length)
    }
  },
}
