/** Statements that come into an outline, gathered first and put in all at once. */
import { entryOf } from '../../../src/ir/lists.js'
import { indentOf } from './comments.js'
import type { Body, Item } from './outline.js'
import { changed, nowOf, type Work } from './work.js'

export interface Spots {
  /** At the beginning of a body. */
  first(body: Body, item: Item): void
  /** At the end of a body. */
  last(body: Body, item: Item): void
  before(anchor: Item, item: Item): void
  /** @param anchor may be one that comes in */
  behind(anchor: Item, item: Item): void
  /** Takes a statement out; to be told before it comes in elsewhere. */
  leaves(item: Item): void
  done(): void
}

/** Several statements at one place stand in the order in which they are told. */
export function spotsIn(work: Work): Spots {
  const { hostOf } = nowOf(work).survey
  const [openings, endings] = [new Map<Body, Item[]>(), new Map<Body, Item[]>()]
  const [ahead, after] = [new Map<Item, Item[]>(), new Map<Item, Item[]>()]
  /** The list that a statement that comes in stands in. */
  const listOf = new Map<Item, Item[]>()
  const hosts = new Set<Body>()
  const gone = new Set<Item>()
  const put = <K>(lists: Map<K, Item[]>, key: K, body: Body, item: Item): void => {
    const list = entryOf(lists, key, () => [])
    list.push(item)
    noted(list, body, item)
  }
  const noted = (list: Item[], body: Body, item: Item): void => {
    listOf.set(item, list)
    hostOf.set(item, body)
    hosts.add(body)
  }
  return {
    first: (body, item) => put(openings, body, body, item),
    last: (body, item) => put(endings, body, body, item),
    before: (anchor, item) => put(ahead, anchor, hostOf.get(anchor)!, item),
    behind: (anchor, item) => {
      const body = hostOf.get(anchor)!
      const list = listOf.get(anchor)
      if (!list) put(after, anchor, body, item)
      else {
        if (list.at(-1) === anchor) list.push(item)
        else list.splice(list.indexOf(anchor) + 1, 0, item)
        noted(list, body, item)
      }
    },
    leaves: item => {
      gone.add(item)
      hosts.add(hostOf.get(item)!)
    },
    done: () => {
      const around = (item: Item) => [
        ...(ahead.get(item) ?? []),
        ...(gone.has(item) ? [] : [item]),
        ...(after.get(item) ?? []),
      ]
      for (const item of ahead.keys()) apart(item, work.newline)
      for (const body of hosts) {
        const isEmpty = body.items.length === 0
        const items = body.items.flatMap(around)
        body.items.length = 0
        for (const list of [openings.get(body) ?? [], items, endings.get(body) ?? []])
          for (const item of list) body.items.push(item)
        if (isEmpty && /^\}/.test(body.tail)) body.tail = ` ${body.tail}`
      }
      if (hosts.size > 0) changed(work)
    },
  }
}

/** A comment on the line of the brace, or of the statement before, is the next statement's own: it does not stay behind. */
function apart(item: Item, newline: string): void {
  const line = item.lead.split('\n', 1)[0]!
  if (line.trim() !== '') item.lead = newline + indentOf(item.lead) + item.lead.trimStart()
}
