/** What parsed trees say of the places of a text, to hold tokens against. */
import type { Token, TokenKind } from '../../src/language/tokens.js'
import type { Tree } from '../../src/syntax/tree.js'

/** A place of which a tree says what stands there: one of these kinds, and nothing else but blanks. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly kinds: readonly TokenKind[]
}

/** What a leaf is, by its rule and the trees around it, the nearest last; nothing where the tree does not say. */
export type KindOfLeaf = (leaf: Tree, around: readonly Tree[]) => readonly TokenKind[] | TokenKind | undefined

/** The places of a tree: who says what a tree is, is not asked about its children. */
export function spansOf(root: Tree, kindOf: KindOfLeaf): Span[] {
  const spans: Span[] = []
  const walk = (tree: Tree, around: readonly Tree[]): void => {
    const kind = kindOf(tree, around)
    if (kind) {
      if (tree.text.trim() !== '')
        spans.push({ start: tree.start, end: tree.end, kinds: typeof kind === 'string' ? [kind] : kind })
      return
    }
    const within = [...around, tree]
    for (const child of tree.children) walk(child, within)
  }
  walk(root, [])
  return spans
}

/** Where tokens say something else than the spans do, in lines to be read. */
export function differencesOf(text: string, tokens: readonly Token[], spans: readonly Span[]): string[] {
  const found: string[] = []
  let first = 0
  for (const { start, end, kinds } of spans) {
    while (first < tokens.length && tokens[first]!.end <= start) first++
    let at = start
    const said: string[] = []
    for (let place = first; place < tokens.length && tokens[place]!.start < end; place++) {
      const token = tokens[place]!
      if (text.slice(at, token.start).trim() !== '') said.push(`nothing of “${text.slice(at, token.start)}”`)
      if (!kinds.includes(token.kind) || token.start < start || token.end > end)
        said.push(`${token.kind} “${text.slice(token.start, token.end)}”`)
      at = token.end
    }
    if (text.slice(at, end).trim() !== '') said.push(`nothing of “${text.slice(at, end)}”`)
    if (said.length > 0)
      found.push(`“${text.slice(start, end)}” is ${kinds.join(' or ')}: ${said.join(', ')}`)
  }
  return found
}

/** What is wrong with tokens whatever the text is: order, line ends, blanks, what stands in none of them. */
export function faultsOf(text: string, tokens: readonly Token[]): string[] {
  const found: string[] = []
  let at = 0
  for (const { start, end, kind } of tokens) {
    if (start < at || end <= start) found.push(`${kind} from ${start} to ${end} stands behind ${at}`)
    if (/[^\s\ufeff]/.test(text.slice(at, start))) found.push(`“${text.slice(at, start)}” is in no token`)
    if (/[\r\n]/.test(text.slice(start, end))) found.push(`${kind} at ${start} goes over a line end`)
    at = end
  }
  if (/[^\s\ufeff]/.test(text.slice(at))) found.push(`“${text.slice(at)}” is in no token`)
  return found
}
