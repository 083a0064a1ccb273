/** Says whether two parsers make the same of a text. */
import type { ParseOptions, Parser, Tree } from '../../src/syntax/tree.js'

/** One line for each node: the shape of a tree, or the place of a failure. */
export function outline(parser: Parser, text: string, options: ParseOptions = {}): string {
  const result = parser.parse(text, options)
  if (!result.ok) return result.failure.tooDeep ? 'nested too deep' : `failed at ${result.failure.offset}`
  return lines(result.tree).join('\n')
}

/** A line for each node of a tree. */
export function lines(tree: Tree): string[] {
  const found: string[] = []
  const visit = (node: Tree, depth: number): void => {
    found.push(`${' '.repeat(depth)}${node.rule} ${node.start}-${node.end}`)
    for (const child of node.children) visit(child, depth + 1)
  }
  visit(tree, 0)
  return found
}

/** The words of a failure, sorted. */
export function words(parser: Parser, text: string, options: ParseOptions = {}): string[] {
  const result = parser.parse(text, options)
  return result.ok ? [] : [...result.failure.expected].sort()
}
