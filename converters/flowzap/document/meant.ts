/** Misspelt words of FlowZap Code, and which were meant. */
import { similar } from '../../../src/text/similar.js'

export const SHAPES = ['circle', 'rectangle', 'diamond', 'taskbox'] as const
export const HANDLES = ['left', 'right', 'top', 'bottom'] as const

export function isSide(word: string): boolean {
  return (HANDLES as readonly string[]).includes(word)
}

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['up', 'top'],
  ['down', 'bottom'],
  ['box', 'rectangle'],
  ['square', 'rectangle'],
  ['decision', 'diamond'],
  ['task', 'taskbox'],
  ['start', 'circle'],
  ['end', 'circle'],
])

/** The word of a list that was meant by a word that is not in it: another name for it, or a mistake or two in typing. */
export function meantBy(word: string, words: readonly string[]): string | undefined {
  const other = OTHER_NAMES.get(word.toLowerCase())
  if (other !== undefined && words.includes(other)) return other
  return similar(word, words, word.length > 4 ? 2 : 1)
}
