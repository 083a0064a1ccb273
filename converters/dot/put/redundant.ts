/** Statements that only make a node where another one behind them makes it just as well. */
import type { Body, Chain, Item } from './outline.js'
import { changed, nowOf, type Work } from './work.js'

/** Where a node is made. */
interface Making {
  readonly key: string
  place: number
  readonly item: Chain
  readonly body: Body
  /** How many statements without nodes run before: what they say may be what the node is born with. */
  readonly barriers: number
}

export function dropSpare(work: Work): void {
  const { survey } = nowOf(work)
  const made = new Map<string, Making>()
  /** Where nodes would be made without the spare statements. */
  const lasting = new Map<string, Making>()
  let place = 0
  let barriers = 0
  const run = (body: Body): void => {
    for (const item of body.items) {
      if (item.kind === 'other') barriers++
      else
        for (const operand of item.operands) {
          if (operand.kind === 'body') run(operand)
          else
            for (const { key } of operand.mentions) {
              const making: Making = { key, place: place++, item, body, barriers }
              if (!made.has(key)) made.set(key, making)
              if (!item.spare && !lasting.has(key)) lasting.set(key, making)
            }
        }
    }
  }
  run(work.root)
  const gone = new Set<Item>()
  let next = Number.POSITIVE_INFINITY
  for (const making of [...made.values()].reverse()) {
    const later = lasting.get(making.key)
    const isSame =
      later !== undefined &&
      later.barriers === making.barriers &&
      survey.scopeOf.get(later.body) === survey.scopeOf.get(making.body)
    if (making.item.spare && isSame && later.place < next) {
      gone.add(making.item)
      making.place = later.place
    }
    next = making.place
  }
  if (gone.size === 0) return
  for (const body of new Set([...gone].map(item => survey.hostOf.get(item)!))) drop(body, gone)
  changed(work)
}

/** What follows on the line of a statement that goes begins where that began. */
function drop(body: Body, gone: ReadonlySet<Item>): void {
  let gap: string | undefined
  const left: Item[] = []
  for (const item of body.items) {
    if (gone.has(item)) gap ??= item.lead
    else {
      if (gap !== undefined && !item.lead.includes('\n')) item.lead = gap
      gap = undefined
      left.push(item)
    }
  }
  body.items.length = 0
  for (const item of left) body.items.push(item)
}
