/** The order in which nodes are made is part of what a graph says: what has to come earlier is declared earlier. */

import { spotsIn } from './insertions.js'
import { nodeStatement } from './new-statements.js'
import type { Body, Chain, Item } from './outline.js'
import { nowOf, type Work } from './work.js'

/** A statement that runs, within those around it. */
interface Frame {
  readonly item: Chain
  readonly body: Body
  readonly around: Frame | undefined
  /** How many of the wanted nodes are made before it. */
  done: number
}

/** @param order the nodes that the text has to make in this order; others may stand anywhere */
export function putOrder(order: readonly string[], work: Work): void {
  const places = new Map(order.map((key, place) => [key, place]))
  const { survey, matching } = nowOf(work)
  const spots = spotsIn(work)
  const early = new Set<Item>()
  let done = 0
  let isChanged = false
  const mayName = (body: Body, keys: readonly string[]) => {
    const wanted = matching.get(survey.scopeOf.get(body)!)
    return wanted !== undefined && keys.every(key => work.members.get(wanted)!.has(key))
  }
  /** Names what comes before a node, ahead of the innermost statement around it where that may be said. */
  const declare = (place: number, innermost: Frame): void => {
    let frame = innermost
    const keys = () => order.slice(frame.done, place)
    while (frame.around && (isEnd(frame.around) || !mayName(frame.body, keys()))) frame = frame.around
    for (const key of keys()) {
      const own = survey.first.get(key)
      const moves =
        own && !early.has(own) && isAlone(own) && survey.hostOf.get(own) === frame.body && own !== frame.item
      if (own && moves && places.get(key)! >= done) {
        early.add(own)
        spots.leaves(own)
        spots.before(frame.item, own)
      } else spots.before(frame.item, nodeStatement(work.nodes.get(key)!, frame.body, work))
    }
    frame.done = place
    isChanged = true
  }
  const run = (body: Body, around: Frame | undefined): void => {
    for (const item of [...body.items]) {
      if (item.kind === 'other' || early.has(item)) continue
      const frame: Frame = { item, body, around, done }
      for (const operand of item.operands) {
        if (operand.kind === 'body') run(operand, frame)
        else
          for (const { key } of operand.mentions) {
            const place = places.get(key)
            if (place === undefined || place < done) continue
            if (place > done) declare(place, frame)
            done = place + 1
          }
      }
    }
  }
  run(work.root, undefined)
  if (!isChanged) return
  spots.done()
}

const isEnd = ({ item }: Frame): boolean => item.operands.length > 1

/** Whether a statement names one node and nothing else. */
function isAlone({ operands }: Chain): boolean {
  const [only] = operands
  return operands.length === 1 && only!.kind === 'nodes' && only!.mentions.length === 1
}
