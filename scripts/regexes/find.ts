/** Every regular expression of the code: literals, and `new RegExp(…)` of what is constant. */
import { resolve } from 'node:path'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import * as is from 'typescript/unstable/ast/is'
import { API, type Project } from 'typescript/unstable/sync'

export interface Expression {
  readonly file: string
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** A `new RegExp(…)` whose pattern is put together from more than constants; `source` has a word in place of each part that is none. */
export interface Found extends Expression {
  readonly open: boolean
}

const CONST = 2
const ALIAS = 2097152
const WORD = 'word'

/** The expressions of all files in folders, in the order in which they stand there. */
export function expressionsIn(folders: readonly string[]): Found[] {
  const api = new API({ cwd: process.cwd() })
  try {
    const project = api.updateSnapshot({ openProject: resolve('tsconfig.json') }).getProjects()[0]!
    const roots = folders.map(folder => `${resolve(folder)}/`)
    return project.program
      .getSourceFileNames()
      .filter(name => roots.some(root => name.startsWith(root)))
      .sort()
      .flatMap(name => expressionsOf(project, project.program.getSourceFile(name)!))
  } finally {
    api.close()
  }
}

function expressionsOf(project: Project, source: SourceFile): Found[] {
  const file = source.fileName.slice(process.cwd().length + 1)
  const found: Found[] = []
  const waiting: Node[] = [source]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const read = readAt(project, node)
    if (read) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ file, line, ...read })
    }
    const inside: Node[] = []
    node.forEachChild(child => void inside.push(child))
    waiting.push(...inside.reverse())
  }
  return found
}

function readAt(project: Project, node: Node): Pick<Found, 'source' | 'flags' | 'open'> | undefined {
  if (is.isRegularExpressionLiteral(node)) return { ...halves(node.text), open: false }
  if (!is.isNewExpression(node) && !is.isCallExpression(node)) return undefined
  if (node.expression.getText() !== 'RegExp') return undefined
  const [pattern, flags] = node.arguments ?? []
  if (!pattern) return undefined
  const folded = fold(project, pattern)
  const known = flags === undefined ? { text: '', open: false } : fold(project, flags)
  return { source: folded.text, flags: known.open ? '' : known.text, open: folded.open }
}

function halves(literal: string) {
  const end = literal.lastIndexOf('/')
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) }
}

interface Folded {
  readonly text: string
  readonly open: boolean
}

const unknown: Folded = { text: WORD, open: true }

/** The text that an expression stands for, through constants of this file and of others. */
function fold(project: Project, node: Node): Folded {
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node))
    return { text: node.text, open: false }
  if (is.isRegularExpressionLiteral(node)) return { text: halves(node.text).source, open: false }
  if (is.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(span => [fold(project, span.expression), span.literal.text] as const)
    return {
      text: node.head.text + parts.map(([folded, after]) => folded.text + after).join(''),
      open: parts.some(([folded]) => folded.open),
    }
  }
  if (is.isPropertyAccessExpression(node))
    return node.name.text === 'source' ? fold(project, node.expression) : unknown
  if (is.isIdentifier(node)) return foldName(project, node)
  if (is.isNewExpression(node) && node.expression.getText() === 'RegExp' && node.arguments?.[0])
    return fold(project, node.arguments[0])
  return unknown
}

function foldName(project: Project, name: Node): Folded {
  const symbol = project.checker.getSymbolAtLocation(name)
  if (!symbol) return unknown
  const real = symbol.flags & ALIAS ? project.checker.getAliasedSymbol(symbol) : symbol
  const declaration = real.valueDeclaration?.resolve(project)
  if (!declaration || !is.isVariableDeclaration(declaration)) return unknown
  return declaration.initializer && declaration.parent.flags & CONST
    ? fold(project, declaration.initializer)
    : unknown
}
