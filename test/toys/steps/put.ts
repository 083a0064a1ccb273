/** A graph into the steps that it came from: a line stays, is written anew, goes, or follows the one that stands before it. */
import type { PutChange } from '../../../src/format.js'
import { longestIncreasing } from '../../../src/ir/order.js'
import type { TextEdit } from '../../../src/messages/message.js'
import { goLine, partLine, type Statement, statementsOf, stepLine, titleLines } from './statements.js'

/** Lines of one kind as they would be written before and after: each of the new ones with the place that it had, if it was there. */
interface Lines {
  readonly standing: readonly Statement[]
  readonly old: readonly string[]
  readonly wanted: readonly { readonly line: string; readonly was: number | undefined }[]
}

export function putSteps(text: string, { before, after, matched }: PutChange): readonly TextEdit[] {
  const statements = statementsOf(text)
  const of = (...kinds: readonly string[]) => statements.filter(({ words }) => kinds.includes(words[0] ?? ''))
  const named = <T>(
    [old, now]: readonly [ReadonlyMap<string, T>, ReadonlyMap<string, T>],
    pairs: ReadonlyMap<string, string>,
    lineOf: (element: T) => string,
  ) => {
    const places = new Map([...old.keys()].map((id, place) => [pairs.get(id), place]))
    const wanted = [...now].map(([id, element]) => ({ line: lineOf(element), was: places.get(id) }))
    return { old: [...old.values()].map(lineOf), wanted }
  }
  const edges = new Map([...matched.edges].map(([was, now]) => [now, was]))
  const titles = titleLines(before)
  return [
    {
      standing: of('title'),
      old: titles,
      wanted: titleLines(after).map((line, place) => ({
        line,
        was: titles.length > place ? place : undefined,
      })),
    },
    { standing: of('part'), ...named([before.groups, after.groups], matched.groups, partLine) },
    { standing: of('step', 'question'), ...named([before.nodes, after.nodes], matched.nodes, stepLine) },
    {
      standing: of('go'),
      old: before.edges.map(goLine),
      wanted: after.edges.map((edge, place) => ({ line: goLine(edge), was: edges.get(place) })),
    },
  ].flatMap(lines => edited(lines, statements[0]!.end))
}

/** @param top where lines go before which none of their kind stays */
function edited({ standing, old, wanted }: Lines, top: number): TextEdit[] {
  const known = wanted.flatMap(({ was }) => (was === undefined ? [] : [was]))
  const increasing = longestIncreasing(known)
  const stays = new Set(known.filter((_, place) => increasing.has(place)))
  const edits: TextEdit[] = standing
    .filter((_, place) => !stays.has(place))
    .map(({ start, end }) => ({ start: start - 1, end, text: '' }))
  let behind = top
  for (const { line, was } of wanted) {
    const own = was !== undefined && stays.has(was) ? standing[was] : undefined
    behind = own?.end ?? behind
    if (!own) edits.push({ start: behind, end: behind, text: `\n${line}` })
    else if (old[was!] !== line) edits.push({ start: own.start, end: own.end, text: line })
  }
  return edits
}
