/**
 * How releases up to 10.2 take a text apart. They have one list of tokens for all places, tried from the top, and a label or an id is a
 * row of those that its place allows: so “call ” in a label begins a command. Later ones read a label up to its closing bracket.
 */
import { onlyKnownLetters } from '../words/letters.js'
import { atLeast, placeOfRelease, type Release } from './releases.js'

/** The last release that reads so. */
const LAST: Release = '10.2.4'

export const hasOldTokens = (release: Release): boolean => atLeast(LAST, release)

type Kind =
  | 'comment'
  | 'statement'
  | 'style'
  | 'default'
  | 'keyword'
  | 'target'
  | 'direction'
  | 'digits'
  | 'hash'
  | 'class'
  | 'colon'
  | 'ampersand'
  | 'semicolon'
  | 'comma'
  | 'sign'
  | 'arrow'
  | 'half arrow'
  | 'plain half arrow'
  | 'bracket'
  | 'minus'
  | 'dot'
  | 'percent'
  | 'angle'
  | 'up'
  | 'down'
  | 'letters'
  | 'letter'
  | 'blank'

type Rule = readonly [kind: Kind, pattern: RegExp, since?: Release | undefined, until?: Release]

/** Until 8.5 there is a list of arrows; in two of them, any character counts as a dot. */
const fewArrows =
  /\s*(?:--[x>o-]|<-->|x--x|o--o|o\.-o|<==>|o==o|x==x|x.-x|x-\.-x|<-?\.->|o-\.-o|-\.-[x>o]?|.-x|\.-[>o]?|==[x>o=])\s*/y

const rules: readonly Rule[] = [
  ['comment', /%%\{/y, '8.9.3', '10.2.4'],
  ['comment', /[^}]?%%[^\n]*/y, undefined, '10.0.2'],
  ['statement', /acc(?:Title\s*:|Descr\s*[:{])\s*/y, '9.1.7'],
  ['style', /style\b/y],
  ['default', /default\b/y],
  ['keyword', /(?:linkStyle|classDef|class)\b/y],
  ['statement', /interpolate\b/y],
  ['statement', /call\s+/y, '8.9.3'],
  // The next word belongs to it, whatever stands in it.
  ['keyword', /click\s+\S*\s?/y, '8.9.3'],
  ['keyword', /click\b/y, undefined, '8.5.2'],
  ['keyword', /(?:graph|subgraph)\b/y],
  ['keyword', /flowchart\b/y, '8.5.2'],
  ['keyword', /end\b\s*/y],
  ['target', /_(?:self|blank|parent|top)\b/y, '8.9.3'],
  ['direction', /(?:LR|RL|TB|BT|TD|BR)\b/y, undefined, '8.2.6'],
  ['digits', /[0-9]+/y],
  ['hash', /#/y],
  ['class', /:::/y],
  ['colon', /:/y],
  ['ampersand', /&/y],
  ['semicolon', /;/y],
  ['comma', /,/y],
  ['sign', /\*/y],
  ['arrow', fewArrows, undefined, '8.5.2'],
  ['arrow', /\s*[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)\s*/y, '8.9.3'],
  ['arrow', /\s*~~~+\s*/y, '9.2.2', '9.2.2'],
  ['arrow', /\s*~~~+\s*/y, '10.0.2'],
  ['plain half arrow', /\s*(?:--|==)\s*/y],
  ['half arrow', /\s*(?:[xo<]?--|[xo<]?==|[xo<]?-\.)\s*/y],
  ['bracket', /\(-|-\)/y],
  ['bracket', /\(\[|\]\)|\[\(|\)\]/y, '8.4.8'],
  ['bracket', /\[\[|\]\]/y, '8.5.2'],
  ['bracket', /\[\|/y, '8.13.10'],
  ['bracket', /\(\(\(|\)\)\)/y, '9.0.1'],
  ['minus', /-/y],
  ['dot', /\./y],
  ['sign', /[_+=]/y],
  ['percent', /%/y],
  ['angle', /[<>]/y],
  ['up', /\^/y],
  ['bracket', /\\\|/y, '8.4.8'],
  ['down', /v\b/y],
  ['letters', /[A-Za-z]+/y],
  ['bracket', /\\\]|\[\/|\/\]|\[\\/y],
  ['sign', /[!$'`?\\/]/y],
  // U+1885 and U+1886 were letters when mermaid's lexer was written.
  ['letter', /[\p{L}\u1885\u1886]/uy],
  ['bracket', /[|()[\]{}]/y],
  ['blank', /[^\S\n]/y],
]

/** A list for each stretch of releases between which nothing changes. */
const lists = new Map<number, readonly Rule[]>()

function rulesOf(release: Release): readonly Rule[] {
  const place = placeOfRelease(release)
  let list = lists.get(place)
  if (!list) {
    list = rules.filter(
      ([, , since, until]) =>
        (since === undefined || atLeast(release, since)) && (until === undefined || atLeast(until, release)),
    )
    lists.set(place, list)
  }
  return list
}

interface Token {
  /** Nothing for a character that no token begins with. */
  readonly kind: Kind | undefined
  readonly start: number
  readonly end: number
}

function* tokensOf(text: string, release: Release): Generator<Token> {
  const list = rulesOf(release)
  for (let start = 0; start < text.length; ) {
    const token = tokenAt(text, start, list)
    yield token
    start = token.end
  }
}

function tokenAt(text: string, start: number, list: readonly Rule[]): Token {
  for (const [kind, pattern] of list) {
    pattern.lastIndex = start
    const [found = ''] = pattern.exec(text) ?? []
    if (found === '' || (kind === 'letter' && !onlyKnownLetters(found))) continue
    return { kind, start, end: start + found.length }
  }
  const char = String.fromCodePoint(text.codePointAt(start)!)
  return { kind: undefined, start, end: start + char.length }
}

const kinds = (...names: Kind[]): ReadonlySet<Kind | undefined> => new Set(names)

const WORDS = ['digits', 'hash', 'colon', 'ampersand', 'comma', 'sign', 'dot', 'letters', 'letter'] as const

/** What each place allows. */
const allowed = {
  label: kinds(
    ...WORDS,
    'style',
    'default',
    'keyword',
    'direction',
    'plain half arrow',
    'half arrow',
    'minus',
    'percent',
    'angle',
    'up',
    'down',
    'blank',
  ),
  /** A node's id where it stands as a node. */
  id: kinds(...WORDS, 'minus', 'down', 'default'),
  /** An id in another statement, the name of a class or of a function. */
  name: kinds(...WORDS, 'minus', 'down', 'direction'),
  style: kinds('letters', 'colon', 'minus', 'digits', 'blank', 'hash', 'dot', 'style', 'percent'),
} as const

export type Place = keyof typeof allowed

function allows(place: Place, kind: Kind | undefined, release: Release): boolean {
  if (kind === 'default' && place === 'id') return atLeast(release, '8.13.10')
  if (kind === 'half arrow' && !atLeast(release, '8.4.8')) return false
  return allowed[place].has(kind)
}

/**
 * The first part of a text that an old release does not take in its place; nothing where it takes all of it, or where the release is
 * none of the old ones.
 * @param behind what the text ends with: a closing bracket, the arrow behind a label. It has to be left over.
 */
export function refusedByOld(
  text: string,
  place: Place,
  release: Release,
  behind = '',
): readonly [start: number, end: number] | undefined {
  if (!hasOldTokens(release)) return undefined
  for (const { kind, start, end } of tokensOf(text + behind, release)) {
    if (start >= text.length) return undefined
    // Blanks before an arrow are the arrow's; a word behind “click” may take the blank behind it.
    if (kind === 'arrow' && end > text.length && behind.includes((text + behind).slice(start, end).trim()))
      return undefined
    // The letter that the arrow could begin with is the word's, too.
    if (kind === 'letters' && end === text.length + 1 && /^[xo](?:--|==|-?\.)/.test(behind)) return undefined
    if (!allows(place, kind, release)) return [start, Math.min(end, text.length)]
    if (end > text.length && (text + behind).slice(text.length, end).trim() !== '')
      return [start, text.length]
  }
  return undefined
}
