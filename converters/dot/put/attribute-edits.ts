/** Attributes: of every element whose attributes are not the wanted ones, the statement that says so is edited, or one is added. */
import type { Graph } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { AttributeEdit, AttributeJob } from './attribute-changes.js'
import { edgeEdits } from './edge-attribute-edits.js'
import { nodeEdits } from './node-attribute-edits.js'
import type { Reading } from './reading.js'
import { scopeEdits } from './scope-attribute-edits.js'
import { canonicalNow, type Wanted } from './wanted.js'
import { nowOf, workOn } from './work.js'

/** The edits for what can be said at once, in their order where several stand at one place; what they uncover is asked for again. */
export function attributeEdits(reading: Reading, target: Wanted, after: Graph): readonly TextEdit[] {
  const same = new Map(reading.resolved.edges.map((_, place) => [place, place]))
  const work = workOn(reading.root, target, same, reading.text)
  const job: AttributeJob = {
    reading,
    canonical: canonicalNow(reading),
    wanted: target.graph,
    after,
    now: nowOf(work),
    work,
  }
  const edits = apart([...scopeEdits(job), ...nodeEdits(job), ...edgeEdits(job)])
  return [...edits.filter(({ alone }) => !alone), ...edits.filter(({ alone }) => alone)]
}

/** Those that do not meet; of two that do, the later one has its turn another time. */
function apart(groups: readonly (readonly AttributeEdit[])[]): AttributeEdit[] {
  const all = groups.flatMap((group, place) => group.map(edit => ({ edit, place })))
  all.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.place - b.place)
  const waiting = new Set<number>()
  let last: (typeof all)[number] | undefined
  for (const next of all) {
    const meets = last !== undefined && last.place !== next.place && next.edit.start < last.edit.end
    if (meets) waiting.add(Math.max(last!.place, next.place))
    if (!meets || next.place < last!.place) last = next
  }
  return groups.flatMap((group, place) => (waiting.has(place) ? [] : group))
}
