/** The items that are taken so far, by what they speak of, so that each can be found where a difference shows. */

import type { Collection } from '../ir/elements.js'
import { addTo } from '../ir/lists.js'
import type { AddedItem, Item, Key, LeafItem } from './items.js'

export interface Suspects {
  /** The values of an element of the text, or of the graph. */
  readonly values: (of: LeafItem['of'], key?: Key) => readonly LeafItem[]
  /** One value of an element, or all where none is of that leaf: one can depend on another. */
  readonly value: (of: LeafItem['of'], key: Key | undefined, leaf: readonly unknown[]) => readonly LeafItem[]
  readonly added: (of: Collection, key: Key) => readonly AddedItem[]
  readonly order: (of: Collection) => readonly Item[]
  /** Looks at every item. */
  readonly find: (is: (item: Item) => boolean) => readonly Item[]
}

interface Index {
  readonly values: ReadonlyMap<string, readonly LeafItem[]>
  readonly single: ReadonlyMap<string, readonly LeafItem[]>
  readonly added: ReadonlyMap<string, readonly AddedItem[]>
  readonly orders: ReadonlyMap<string, readonly Item[]>
}

/** Looks at the items when the first of them is asked for: mostly nothing is suspected. */
export function suspectsOf(all: ReadonlySet<Item>): Suspects {
  let made: Index | undefined
  const index = (): Index => {
    made ??= indexOf(all)
    return made
  }
  const valuesOf = (of: LeafItem['of'], key?: Key) => index().values.get(nameOf(of, key)) ?? []
  const one = (of: LeafItem['of'], key: Key | undefined, leaf: readonly unknown[]) =>
    index().single.get(`${nameOf(of, key)}\u0000${leaf.join('\u0000')}`) ?? []
  return {
    values: valuesOf,
    value: (of, key, leaf) => {
      const found = togetherWith(of, leaf).flatMap(each => one(of, key, each))
      return found.length > 0 ? found : valuesOf(of, key)
    },
    added: (of, key) => index().added.get(nameOf(of, key)) ?? [],
    order: of => index().orders.get(of) ?? [],
    find: is => [...all].filter(is),
  }
}

function indexOf(all: ReadonlySet<Item>): Index {
  const values = new Map<string, LeafItem[]>()
  const single = new Map<string, readonly LeafItem[]>()
  const added = new Map<string, readonly AddedItem[]>()
  const orders = new Map<string, readonly Item[]>()
  for (const item of all) {
    if (item.what === 'order') orders.set(item.of, [item])
    else if (item.what === 'added') added.set(nameOf(item.of, item.key), [item])
    else if (item.what === 'leaf') {
      const name = nameOf(item.of, item.key)
      single.set(`${name}\u0000${item.leaf.join('\u0000')}`, [item])
      addTo(values, name, item)
    }
  }
  return { values, single, added, orders }
}

/** What an end of an edge is fastened to is a kind and an id, and neither means anything without the other. */
function togetherWith(of: LeafItem['of'], leaf: readonly unknown[]): (readonly unknown[])[] {
  const [end, name] = leaf
  if (of !== 'edges' || (name !== 'id' && name !== 'kind')) return [leaf]
  return [
    [end, 'id'],
    [end, 'kind'],
  ]
}

const nameOf = (of: string, key: Key | undefined): string => `${of}\u0000${typeof key}\u0000${key}`

/** Whether an item gives an element its own name back. */
export const isName = ({ of, leaf }: LeafItem): boolean =>
  (of === 'nodes' || of === 'groups') && leaf.length === 1 && leaf[0] === 'id'
