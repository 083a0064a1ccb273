/** The order in which nodes are made is part of what a graph says: what has to come earlier is declared earlier. */
import { quote } from '../quote.js'
import { type Chain, type Item, keyOf } from './outline.js'
import { declaration, nowOf } from './put-in.js'
import { ancestorIn, type Work } from './work.js'

export function putOrder(work: Work): void {
  const wanted = work.wanted.nodes.map(({ id }) => keyOf(id))
  for (let round = 0; round <= wanted.length; round++) if (!putEarlier(wanted, work)) return
}

/** Declares what the first node that comes too early has to follow. Gives whether there was one. */
function putEarlier(wanted: readonly string[], work: Work): boolean {
  const now = nowOf(work)
  const made = [...now.survey.first.keys()]
  const place = wanted.findIndex((key, index) => made[index] !== key)
  const early = place < 0 ? undefined : made[place]
  if (early === undefined) return false
  const item = now.survey.first.get(early)!
  const need = (from: number) => wanted.slice(from, place + 1)
  for (let host = now.survey.hostOf.get(item); host; ) {
    const anchor: Item = ancestorIn(host, item, now.survey)!
    const from = made.findIndex(key => ancestorIn(host!, now.survey.first.get(key)!, now.survey) === anchor)
    const subgraph = now.matching.get(now.survey.scopeOf.get(host)!)
    const allowed = subgraph === work.wanted ? work.keys : subgraph && work.members.get(subgraph)
    const around: Chain | undefined = now.survey.itemOf.get(host)
    if (allowed && need(from).every(key => allowed.has(key)) && !(around && around.operands.length > 1)) {
      const items = need(from).map(key => {
        const own = now.survey.first.get(key)
        const index = own ? host!.items.indexOf(own) : -1
        const [only] = own?.operands ?? []
        const isOwn = own?.operands.length === 1 && only?.kind === 'nodes' && only.mentions.length === 1
        if (own && index >= 0 && isOwn && own !== anchor) return host!.items.splice(index, 1)[0]!
        const node = work.wanted.nodes.find(({ id }) => keyOf(id) === key)!
        return declaration(key, quote(node.id), '', host!, now)
      })
      host.items.splice(host.items.indexOf(anchor), 0, ...items)
      return true
    }
    host = around && now.survey.hostOf.get(around)
  }
  return false
}
