/** Says whether two parsers make the same of a text. */
import type { ParseOptions, Parser, Tree } from '../../src/grammar/tree.js'

/** One line for each node: the shape of a tree, or the place of a failure. */
export function outline(parser: Parser, text: string, options: ParseOptions = {}): string {
  const result = parser.parse(text, options)
  if (!result.ok) return result.failure.tooDeep ? 'nested too deep' : `failed at ${result.failure.offset}`
  const lines: string[] = []
  const visit = (tree: Tree, depth: number): void => {
    lines.push(`${' '.repeat(depth)}${tree.rule} ${tree.start}-${tree.end}`)
    for (const child of tree.children) visit(child, depth + 1)
  }
  visit(result.tree, 0)
  return lines.join('\n')
}

/** The words of a failure, sorted. */
export function words(parser: Parser, text: string, options: ParseOptions = {}): string[] {
  const result = parser.parse(text, options)
  return result.ok ? [] : [...result.failure.expected].sort()
}
