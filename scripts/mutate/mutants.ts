/** Small mistakes that somebody could have made in a source file, each in one place. */
import { readFileSync } from 'node:fs'
import { parseAst } from 'vitest/node'

/** `after` instead of what stands in the range. A statement is left out, so that its `after` is empty. */
export interface Mutant {
  readonly id: number
  readonly file: string
  readonly start: number
  readonly end: number
  readonly kind: 'expression' | 'member' | 'statement'
  readonly after: string
}

type Found = Omit<Mutant, 'id' | 'file'>

/** A node of the tree, as ESTree has it. */
interface Tree {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const OPERATORS: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '&&': '||',
  '||': '&&',
  '??': '&&',
}

const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  indexOf: 'lastIndexOf',
  find: 'findLast',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  filter: 'slice',
}

/** Every mutant of a file, of what runs when a function is called: tables that are built on loading are another matter. */
export function mutantsIn(file: string): Omit<Mutant, 'id'>[] {
  const text = readFileSync(file, 'utf8')
  const found: Found[] = []
  const waiting: (readonly [node: Tree, inFunction: boolean])[] = [
    [parseAst(text, { lang: 'ts' }) as unknown as Tree, false],
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, inFunction] = next
    // A type says nothing when it runs, and the key of a property is no expression.
    if (/^TS(?!NonNull|As|Satisfies)|^Import/.test(node.type)) continue
    if (inFunction) found.push(...mutantsOf(node, text))
    const within = inFunction || /Function/.test(node.type)
    for (const [part, value] of Object.entries(node)) {
      if (part === 'typeAnnotation' || (part === 'key' && node.computed !== true)) continue
      for (const child of [value].flat()) if (isTree(child)) waiting.push([child, within])
    }
  }
  // At the start of a statement stands no bracket: without a semicolon before it, it would belong to the line above.
  const statements = new Set(found.filter(({ kind }) => kind === 'statement').map(({ start }) => start))
  return found
    .filter(({ kind, start }) => kind !== 'expression' || !statements.has(start))
    .map(mutant => ({ ...mutant, file }))
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string'

function mutantsOf(node: Tree, text: string): Found[] {
  const { start, end } = node
  const shown = ({ start: from, end: to }: Tree): string => text.slice(from, to)
  const instead = (after: string): Found[] => [{ start, end, kind: 'expression', after }]
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const [left, right] = [node.left as Tree, node.right as Tree]
      const operator = OPERATORS[node.operator as string]
      return operator ? instead(`(${shown(left)}) ${operator} (${shown(right)})`) : []
    }
    case 'UnaryExpression':
      return node.operator === '!' ? instead(shown(node.argument as Tree)) : []
    case 'ConditionalExpression':
      return instead(
        `(${shown(node.test as Tree)}) ? (${shown(node.alternate as Tree)}) : (${shown(node.consequent as Tree)})`,
      )
    case 'IfStatement': {
      const { start: from, end: to } = node.test as Tree
      return [{ start: from, end: to, kind: 'expression', after: `!(${text.slice(from, to)})` }]
    }
    case 'Literal':
      return literal(node, instead)
    case 'ArrayExpression':
      return (node.elements as unknown[]).length > 0 ? instead('[]') : []
    case 'CallExpression':
      return method(node.callee as Tree, text)
    case 'ExpressionStatement':
      return typeof node.directive !== 'string' ? [{ start, end, kind: 'statement', after: '' }] : []
    default:
      return []
  }
}

function literal({ value }: Tree, instead: (after: string) => Found[]): Found[] {
  if (typeof value === 'boolean') return instead(String(!value))
  if (typeof value === 'number') return instead(String(value + 1))
  return typeof value === 'string' && value !== '' ? instead("''") : []
}

/** Another method of the same object: from the dot to the end of the name. */
function method(callee: Tree, text: string): Found[] {
  if (callee.type !== 'MemberExpression' || callee.computed === true) return []
  const { start, end } = callee.property as Tree
  const other = METHODS[text.slice(start, end)]
  const dot = /\??\.\s*$/.exec(text.slice(0, start))
  return other && dot ? [{ start: dot.index, end, kind: 'member', after: other }] : []
}
