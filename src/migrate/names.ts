/** Names of new files, made of what people wrote, that every file system takes and that no other file of the folder has. */
import { withoutUnfit } from '../text/file-names.js'

/** So long a part of a name stays readable. */
const LONGEST_WORDS = 50

/** In UTF-8: file systems take 255 bytes, and an extension and a number stand behind it. */
const LONGEST_BYTES = 200

/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/iu

/** How a sign before it is drawn, as behind many emoji: nothing that anybody sees or types. */
const HOW_DRAWN = /[\p{Variation_Selector}\p{Me}]/gu

/** A title as a part of a name: its letters and digits in lower case, joined by `-`; empty where it has none. */
export function wordsOfName(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .replace(HOW_DRAWN, '')
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  const joined = [...words.join('-')].slice(0, LONGEST_WORDS).join('')
  return joined.endsWith('-') ? joined.slice(0, -1) : joined
}

/** A name without its extension that every file system takes. @param stem as somebody named a file, or as titles give it */
export function safeStem(stem: string): string {
  const fit = withoutUnfit(stem.normalize('NFC'), '-')
  const short = withinBytes(fit)
  const ended = /[. ]$/.test(short) ? `${short.slice(0, -1)}-` : short
  if (ended === '') return 'diagram'
  return DEVICE.test(ended) ? `diagram-${ended}` : ended
}

function withinBytes(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > LONGEST_BYTES) break
    kept += character
  }
  return kept
}

/** Names that are one on some file system: case and the way of writing accents do not count everywhere. */
export const sameName = (path: string): string => path.normalize('NFC').toLowerCase()

/** The folder of a path with its `/`; empty for the one that paths start from. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The last part of a path. */
export const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** A name without its extension: the longest of those that are known, else what stands behind the last point. */
export function stemOf(name: string, extensions: readonly string[]): string {
  const lower = name.toLowerCase()
  const known = extensions.filter(end => lower.endsWith(end)).sort((a, b) => b.length - a.length)[0]
  if (known !== undefined) return name.slice(0, -known.length)
  const point = name.lastIndexOf('.')
  return point > 0 ? name.slice(0, point) : name
}
