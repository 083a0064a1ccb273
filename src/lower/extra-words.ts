/**
 * Extras as people call them. Most have the name of an attribute of their format; these are names that a reader gives to what
 * its format says without one.
 */
import type { Value } from '../ir/model.js'

const WORDS: ReadonlyMap<string, string> = new Map([
  ['subgraphs', 'ranks and subgraphs without a box'],
  ['frontmatter', 'the settings in the frontmatter'],
  ['directives', 'the init directive'],
  ['header', 'the kind of flowchart'],
  ['html', 'the name in angle brackets'],
  // Of earlier releases: comments are no extras any more.
  ['commentsAfter', 'comments behind it'],
  ['lastComments', 'comments at the end'],
])

/** Extras that hold what a text gives under names of its own: these are said. */
const HOLDERS: ReadonlySet<string> = new Set(['props', 'metadata'])

/** What an extra is called in a sentence. */
export function extraWords(key: string, value: Value | undefined): readonly string[] {
  if (HOLDERS.has(key) && value instanceof Map) return [...value.keys()].map(String)
  // Under `=name` stands an attribute that is called as one of the above.
  return [WORDS.get(key) ?? key.replace(/^=/, '')]
}
