/** A word of the language in its right spelling. */
import * as say from './messages.js'
import type { Misspelt } from './misspelt.js'
import type { Proposal } from './proposal.js'

export function respelled(misspelt: Misspelt): Proposal {
  const { start, word, meant } = misspelt
  const end = start + word.length
  return {
    sentence: (...place) => say.misspelt(misspelt, ...place),
    edits: [{ start, end, text: meant }],
    at: [start, end],
  }
}
