/** What may be written at a place of a text. */
import type { Graph } from '../ir/model.js'
import type { Ids } from './ids.js'
import type { IdKind, Language, Offer, Place, Word } from './language.js'
import type { Tokens } from './lines.js'
import { titleOfId } from './said.js'
import type { Token, TokenKind } from './tokens.js'

export interface Completion {
  /** What is shown. */
  readonly label: string
  readonly kind: TokenKind
  /** What it is, in a line. */
  readonly detail: string
  /** The text that stands in place of `[start, end)` where it is chosen. */
  readonly insert: string
  readonly start: number
  readonly end: number
}

/** So far before a place it is looked for what it stands in. */
const BEFORE = 4000

/** What a word that is being written may be part of; between other tokens a new one begins. */
const IN_WORDS: ReadonlySet<TokenKind> = new Set<TokenKind>(
  'keyword node group class edge graph port number value shape direction attribute string unknown setting'.split(
    ' ',
  ) as TokenKind[],
)

export interface Around {
  readonly text: string
  readonly tokens: Tokens
  readonly ids: Ids
  readonly graphs: readonly Graph[]
  readonly about: (word: Word) => string
}

export function completionsAt(around: Around, language: Language, offset: number): Completion[] {
  const place = placeAt(around, offset)
  if (!place) return []
  const offer = language.offer(place)
  const end = endOfWord(around, place)
  return [...words(offer, around, place, end), ...ids(around, language, offer, place, end)]
}

/** Nothing in comments, and in texts that are shown: there nobody writes words of the language. */
function placeAt({ text, tokens }: Around, offset: number): Place | undefined {
  const near = tokens.between(Math.max(0, offset - BEFORE), offset)
  const inside = near.find(({ start, end }) => start < offset && offset <= end)
  if (inside?.kind === 'comment' || inside?.kind === 'label') return undefined
  const isWord = inside !== undefined && IN_WORDS.has(inside.kind)
  const start = isWord ? inside.start : offset
  const before = near.filter(({ end, start: from }) => end <= start && from < start)
  const line = lineStart(text, offset)
  return {
    text,
    start,
    offset,
    inside: isWord ? inside.kind : undefined,
    before,
    onLine: before.filter(token => token.start >= line),
    state: tokens.stateAt(offset),
  }
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--
  return at
}

/** What is chosen takes the place of the whole word, also of what stands behind the writer. */
function endOfWord({ tokens }: Around, { start, offset, inside }: Place): number {
  const token = inside && tokens.between(start, offset).find((each: Token) => each.start === start)
  return token ? Math.max(offset, token.end) : offset
}

function words(
  { words: offered = [] }: Offer,
  { about }: Around,
  { start }: Place,
  end: number,
): Completion[] {
  return offered.map((each: Word) => {
    const { word, kind, insert = word } = each
    return { label: word, kind, detail: about(each), insert, start, end }
  })
}

function ids(
  { ids: all, graphs }: Around,
  language: Language,
  { ids: kinds = [] }: Offer,
  { start }: Place,
  end: number,
): Completion[] {
  const diagram = all.diagramAt(start)
  const written = all.all.filter(({ token }) => token.start === start)
  const isOnlyHere = (name: string) =>
    written.some(id => id.name === name && all.same(id).every(({ token }) => token.start === start))
  return kinds.flatMap((kind: IdKind) =>
    all
      .names(kind, diagram)
      .filter(name => !isOnlyHere(name))
      .map(name => ({
        label: name,
        kind,
        detail: titleOfId(kind, name, graphs[diagram]),
        insert: language.writtenId?.(kind, name) ?? name,
        start,
        end,
      })),
  )
}
