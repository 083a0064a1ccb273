/** Nodes that are there by a slip, and labels that nobody sees. */
import type { Message } from '../../../src/messages/message.js'
import { isMisspelt, nearestWord } from '../../../src/text/similar.js'
import type { BriefMention } from '../read/chain-places.js'
import type { Sight } from '../read/seen.js'
import * as say from './messages.js'

/** `style` makes a node of an id that nothing else names. */
export function stylesOfNothing({ mentions, styled, flow }: Sight): Message[] {
  if (styled.length === 0) return []
  const named = new Set(mentions.map(({ id }) => id))
  return styled.flatMap(({ name: id, at: [start, end] }): Message[] => {
    if (named.has(id) || flow.subgraphs.has(id) || !flow.vertices.has(id)) return []
    const meant = nearestWord(id, [...named, ...flow.subgraphs.keys()])
    const edits = isMisspelt(id, meant) ? [{ start, end, text: meant }] : undefined
    return [say.styleOfNothing({ id, meant }, [start, end], edits)]
  })
}

/** A second label for a node, and a label for what is a subgraph. */
export function overwrittenLabels({ mentions, text, flow }: Sight): Message[] {
  const last = new Map<string, BriefMention>()
  const found: Message[] = []
  const words = ({ labelAt }: BriefMention) => plain(text.slice(...labelAt!))
  for (const mention of mentions) {
    const { id, labelAt } = mention
    if (!labelAt) continue
    const subgraph = flow.subgraphs.get(id)
    if (subgraph) {
      if (words(mention) !== plain(subgraph.title.text)) found.push(say.labelOfSubgraph({ id }, labelAt))
      continue
    }
    const before = last.get(id)
    last.set(id, mention)
    if (!before || words(before) === words(mention)) continue
    found.push(say.labelledAgain({ id, label: words(mention) }, before.labelAt!))
  }
  return found
}

/** A label without its quotes, and with one blank between words. */
function plain(label: string): string {
  return label
    .replace(/^\s*"`?|`?"\s*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How often each id is named; a label counts as one time more. */
function countOf({ mentions }: Sight): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const { id, labelAt } of mentions) count.set(id, (count.get(id) ?? 0) + (labelAt ? 2 : 1))
  return count
}

/**
 * `A---order`: mermaid takes the `o` for the head of the arrow and `rder` for the node. Only where `order` is a node as well, and
 * nothing else names `rder`, so that a person who wants such a head is left in peace.
 */
export function signsAtArrows(sight: Sight): Message[] {
  const { chains, text } = sight
  let counted: ReadonlyMap<string, number> | undefined
  return chains.flatMap(({ groups, hops }) =>
    hops.flatMap(({ arrowAt }, hop): Message[] => {
      const end = groups[hop + 1]![0]!
      const start = end.idAt[0]
      const sign = text[start - 1] ?? ''
      if (arrowAt?.[1] !== start || !/[xo]/.test(sign)) return []
      const whole = sign + end.id
      counted ??= countOf(sight)
      if (counted.get(end.id) !== 1 || !counted.has(whole)) return []
      const edits = [{ start: start - 1, end: start - 1, text: ' ' }]
      return [say.signAtArrow({ sign, id: end.id, whole }, [start - 1, end.idAt[1]], edits)]
    }),
  )
}
