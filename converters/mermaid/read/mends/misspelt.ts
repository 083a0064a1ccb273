/** Words of the language that are misspelt, or written with the wrong capital letters. */
import { similar } from '../../../../src/text/similar.js'

export const DIAGRAM_WORDS = ['flowchart', 'graph', 'flowchart-elk', 'swimlane-beta'] as const
export const DIRECTIONS = ['TB', 'TD', 'BT', 'LR', 'RL'] as const

/** The words that a statement can begin with. */
const STATEMENT_WORDS = ['subgraph', 'classDef', 'class', 'style', 'linkStyle', 'click', 'direction', 'end']

/** A word, where it stands in a line, and what is meant by it. */
export interface Misspelt {
  readonly start: number
  readonly word: string
  readonly meant: string
}

/** The first word of a line, where it is almost a word that statements begin with. Whether the rest fits is not asked. */
export function misspeltStatement(line: string): Misspelt | undefined {
  const [, before = '', parted] = /^(\s*)(sub[ -]graph|class[ -]def|link[ -]style)(?=\s)/i.exec(line) ?? []
  if (parted) {
    const joined = parted.replace(/[ -]/, '').toLowerCase()
    const meant = STATEMENT_WORDS.find(word => word.toLowerCase() === joined)!
    return { start: before.length, word: parted, meant }
  }
  const [, indent = '', word = ''] = /^(\s*)([A-Za-z]{3,12})(?=\s|$)/.exec(line) ?? []
  const meant = meantBy(word, STATEMENT_WORDS)
  return meant === undefined ? undefined : { start: indent.length, word, meant }
}

/** The word of the header, where it is almost one. */
export function misspeltHeader(line: string): Misspelt | undefined {
  const [, indent = '', word = ''] =
    /^(\s*)([A-Za-z][\w-]{2,15}|flow[ -]charts?)(?=[\s;<>^]|$)/i.exec(line) ?? []
  const twoWords = /^(\s*)(flow[ -]chart)\b/i.exec(line)?.[2]
  if (twoWords) return { start: indent.length, word: twoWords, meant: 'flowchart' }
  const meant = meantBy(word, DIAGRAM_WORDS)
  return meant === undefined ? undefined : { start: indent.length, word, meant }
}

/** The direction behind the word of a header. */
export function misspeltDirection(line: string): Misspelt | undefined {
  const [, before = '', word = ''] =
    /^(\s*[\w-]+\s+)([A-Za-z]{2,12}|[A-Za-z]+[ -]to[ -][A-Za-z]+)\s*(?:[:;]\s*)?$/i.exec(line) ?? []
  const meant = directionMeant(word.toLowerCase())
  return meant === undefined || meant === word ? undefined : { start: before.length, word, meant }
}

function directionMeant(word: string): string | undefined {
  const exact = DIRECTIONS.find(direction => direction.toLowerCase() === word)
  if (exact) return exact
  const spelt: Readonly<Record<string, string>> = {
    'top-to-bottom': 'TB',
    'top-down': 'TD',
    topdown: 'TD',
    'left-to-right': 'LR',
    'right-to-left': 'RL',
    'bottom-to-top': 'BT',
    down: 'TB',
    up: 'BT',
    right: 'LR',
    left: 'RL',
    horizontal: 'LR',
    vertical: 'TB',
  }
  const key = word.replaceAll(' ', '-')
  if (Object.hasOwn(spelt, key)) return spelt[key]
  const near = word.length === 3 ? DIRECTIONS.filter(direction => similar(word, [direction], 1)) : []
  return near.length === 1 ? near[0] : undefined
}

/** One letter may be wrong in a short word, two in a long one. */
function meantBy(word: string, words: readonly string[]): string | undefined {
  if (word === '' || words.includes(word)) return undefined
  return similar(word, words, word.length > 5 ? 2 : 1)
}
