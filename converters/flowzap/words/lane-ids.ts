/** Ids for lanes of foreign diagrams, in the manner of FlowZap's own: `OrderDesk { # Order Desk`. */
import { isMadeUp } from '../../../src/lower/names.js'
import { cleanLaneId } from './text.js'

/** The ids that Mermaid and those who write DOT by programs give by themselves; those of draw.io are nobody's words at all. */
const generated = /^(?:sub_?graph|cluster)?[_-]?\d+$/i

const LONGEST = 40

/** Latin letters that are more than a letter with a mark. */
const latin: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    Æ: 'Ae',
    œ: 'oe',
    Œ: 'Oe',
    ø: 'o',
    Ø: 'O',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ı: 'i',
  }),
)

/**
 * The id of a lane: the nearest to the one that it has, or where nobody gave it one that can be written, one from the
 * words of its title that have Latin letters or digits.
 */
export function laneIdOf(id: string, title: string): string {
  const hasLetter = /[A-Za-z]/.test(id) && !isMadeUp(id)
  if (hasLetter && !generated.test(id)) return cleanLaneId(id)
  const name = nameFrom(title)
  if (/[A-Za-z]/.test(name)) return cleanLaneId(name)
  if (isMadeUp(id)) return 'Lane'
  return hasLetter ? cleanLaneId(id) : `Lane${(/\d.*/.exec(cleanLaneId(id)) ?? [''])[0]}`
}

function nameFrom(title: string): string {
  let name = ''
  for (const [word] of plainLatin(title).matchAll(/[A-Za-z0-9]+/g)) {
    if (name !== '' && name.length + word.length > LONGEST) break
    const gap = /\d$/.test(name) && /^\d/.test(word) ? '_' : ''
    name += gap + word.charAt(0).toUpperCase() + word.slice(1)
  }
  return name
}

function plainLatin(text: string): string {
  const letters = text.normalize('NFKD').replace(/\p{M}+/gu, '')
  return letters.replace(/[^\0-\x7f]/g, letter => latin.get(letter) ?? letter)
}
