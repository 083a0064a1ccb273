/** Sphinx' `digraph` and `graph`, whose lines are only what stands between the braces. */
import { inPlaces } from '../messages/edits.js'
import type { Block, Range } from './block.js'
import { type Languages, wordFor } from './languages.js'

/** The directives that write the header of a graph themselves. */
export const isHeader = (directive: string): boolean => directive === 'digraph' || directive === 'graph'

/**
 * A block whose text is that of the whole graph. A text with another header makes the block an ordinary directive, without its argument.
 * @param argument the name of the graph, with the blanks before it
 * @see https://www.sphinx-doc.org/en/master/usage/extensions/graphviz.html#directive-digraph
 */
export function namedGraph(
  document: string,
  inner: Block,
  word: Range,
  argument: Range,
  languages: Languages,
): Block {
  const name = document.slice(...argument).trim()
  const directive = document.slice(...word).toLowerCase()
  const head = `${directive} ${name === '' ? '' : `${name} `}{\n`
  const own = languages.get('digraph')?.[0]
  const text = `${head}${inner.text}}\n`
  return {
    ...inner,
    language: 'digraph',
    text,
    offsetOf: offset => inner.offsetOf(Math.min(Math.max(offset - head.length, 0), inner.text.length)),
    exchanged: (now, format) => {
      if (now === text && (!format || format === own)) return { edits: [] }
      if ((!format || format === own) && now.startsWith(head) && now.endsWith('\n}\n'))
        return inner.exchanged(dedented(now.slice(head.length, -2)))
      const { edits, refused } = inner.exchanged(now)
      const to = format ?? own
      if (!edits || !to) return refused ? { refused } : { edits: [] }
      const [start, end] = argument
      return {
        edits: inPlaces([
          { start: word[0], end: word[1], text: wordFor(to, 'directive') },
          ...(end > start ? [{ start, end, text: '' }] : []),
          ...edits,
        ]),
      }
    },
  }
}

/** The lines without the indentation that all of them have. */
function dedented(text: string): string {
  const lines = text.split('\n')
  const blanksOf = (line: string) => line.length - line.trimStart().length
  const depth = lines.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, blanksOf(line))),
    Number.POSITIVE_INFINITY,
  )
  return lines.map(line => line.slice(Math.min(depth, blanksOf(line)))).join('\n')
}
