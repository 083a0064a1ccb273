/** Whether a fix that changes what is read changes anything but what stands at its place. */

import { sameGraph } from '../ir/difference.js'
import type { End, Graph, Range } from '../ir/model.js'
import type { TextEdit } from '../messages/message.js'

interface Placed {
  readonly at?: Range
}

/** The lines that edits change, as places and as words. */
interface Lines {
  readonly places: readonly Range[]
  readonly words: string
}

/**
 * What comes, goes or is joined otherwise though no statement of it was touched. How things look may change anywhere: a default that
 * is put right counts for all. A sentence, or `undefined` where there is nothing.
 */
export function differsElsewhere(
  before: Graph,
  now: Graph,
  {
    edits,
    linted,
    after,
  }: {
    readonly edits: readonly TextEdit[]
    readonly linted: { readonly reading: { readonly source: string } }
    readonly after: { readonly reading: { readonly source: string } }
  },
): string | undefined {
  if (sameGraph(before, now)) return undefined
  const [from, to] = linesOf(edits, linted.reading.source, after.reading.source)
  const gone = structureOf(before, from)
  const come = structureOf(now, to)
  // What no edit touches has to be there in both; what an edit touches may be in one of them only.
  const isThere = (all: ReadonlySet<string>) => (item: string) => all.has(item)
  if ([...gone.untouched].every(isThere(come.all)) && [...come.untouched].every(isThere(gone.all)))
    return undefined
  return 'More than what stands there would be another.'
}

interface Structure {
  readonly all: ReadonlySet<string>
  readonly untouched: ReadonlySet<string>
}

/** What there is, and how it is joined, each as a text that says it. A line touches what stands in it, and what it names. */
function structureOf({ nodes, groups, edges }: Graph, { places, words }: Lines): Structure {
  const all = new Set<string>()
  const untouched = new Set<string>()
  const add = (item: readonly unknown[], { at }: Placed, ...ids: readonly string[]) => {
    const text = JSON.stringify(item)
    all.add(text)
    const isThere = at?.[0] !== undefined && places.some(([start, end]) => at[0] < end && at[1] > start)
    if (!isThere && !ids.every(id => words.includes(id))) untouched.add(text)
  }
  for (const node of nodes.values()) add(['node', node.id, node.label.text, node.group], node, node.id)
  for (const group of groups.values())
    add(['group', group.id, group.label.text, group.parent], group, group.id)
  for (const edge of edges) {
    const { from, to, label } = edge
    add(['edge', ...endOf(from), ...endOf(to), label.text], edge, from.id, to.id)
  }
  return { all, untouched }
}

const endOf = ({ kind, id, side, port }: End): readonly unknown[] => [kind, id, side, port]

/** The lines of edits in the text before, and in the text that they make. */
function linesOf(edits: readonly TextEdit[], before: string, now: string): [Lines, Lines] {
  let grown = 0
  const [from, to]: [Range[], Range[]] = [[], []]
  for (const { start, end, text } of edits) {
    from.push(lineAround(before, start, end))
    to.push(lineAround(now, start + grown, start + grown + text.length))
    grown += text.length - (end - start)
  }
  const wordsOf = (text: string, places: readonly Range[]) => places.map(at => text.slice(...at)).join('\n')
  return [
    { places: from, words: wordsOf(before, from) },
    { places: to, words: wordsOf(now, to) },
  ]
}

function lineAround(text: string, start: number, end: number): Range {
  const lineEnd = text.indexOf('\n', end)
  return [text.lastIndexOf('\n', start - 1) + 1, lineEnd < 0 ? text.length : lineEnd]
}
