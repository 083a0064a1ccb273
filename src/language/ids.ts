/** Where the ids of a text stand, and which of them mean the same. */
import { addTo, lastAtMost } from '../ir/lists.js'
import type { IdKind, Language } from './language.js'
import type { Token, TokenKind } from './tokens.js'

export interface Id {
  readonly token: Token
  readonly kind: IdKind
  /** As the model has it. */
  readonly name: string
  /** The number of the diagram that it stands in. */
  readonly diagram: number
}

export interface Ids {
  /** In the order of their places. */
  readonly all: readonly Id[]
  /** The id at an offset, or right before it. */
  at(offset: number): Id | undefined
  /** All that mean the same as one, itself included. */
  same(id: Id): readonly Id[]
  /** What an id is where it is declared: a group, where a node and a group share their ids. */
  kindOf(id: Id): IdKind
  /** The names of a kind in a diagram, each once, in the order of the text. */
  names(kind: IdKind, diagram: number): readonly string[]
  /** All that name a node or a group in a diagram. */
  find(kind: IdKind, name: string, diagram: number): readonly Id[]
  /** The number of the diagram that an offset stands in. */
  diagramAt(offset: number): number
}

const isIdKind = (kind: TokenKind): kind is IdKind =>
  kind === 'node' || kind === 'group' || kind === 'class' || kind === 'edge'

export function idsOf(text: string, tokens: readonly Token[], language: Language): Ids {
  const all: Id[] = []
  const begins: number[] = []
  for (const token of tokens) {
    const { kind, start, end } = token
    if (token.begins) begins.push(start)
    if (!isIdKind(kind)) continue
    const written = text.slice(start, end)
    const name = language.idOf?.(kind, written) ?? written
    all.push({ token, kind, name, diagram: Math.max(0, begins.length - 1) })
  }
  const spaceOf = ({ kind, name, diagram }: Omit<Id, 'token'>) =>
    `${diagram} ${language.hasOneSpace && kind !== 'class' ? 'id' : kind} ${name}`
  const bySpace = groupsOf(all, spaceOf)
  const kindOf = (id: Id): IdKind => {
    const kinds = (bySpace.get(spaceOf(id)) ?? [id]).map(({ kind }) => kind)
    return kinds.find(kind => kind === 'group' || kind === 'edge') ?? id.kind
  }
  const byKind = groupsOf(
    [...bySpace.values()].map(([first]) => first!),
    id => `${id.diagram} ${kindOf(id)}`,
  )
  return {
    all,
    at: offset => {
      // Where two meet, the one that begins there.
      const found = all[lastAtMost(all, offset, ({ token }) => token.start)]
      return found && offset <= found.token.end ? found : undefined
    },
    same: id => bySpace.get(spaceOf(id)) ?? [],
    kindOf,
    names: (kind, diagram) => (byKind.get(`${diagram} ${kind}`) ?? []).map(({ name }) => name),
    find: (kind, name, diagram) => bySpace.get(spaceOf({ kind, name, diagram })) ?? [],
    diagramAt: offset => Math.max(0, begins.filter(begin => begin <= offset).length - 1),
  }
}

function groupsOf(ids: readonly Id[], keyOf: (id: Id) => string): Map<string, Id[]> {
  const found = new Map<string, Id[]>()
  for (const id of ids) addTo(found, keyOf(id), id)
  return found
}
