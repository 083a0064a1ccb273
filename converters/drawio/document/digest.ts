/**
 * A digest of what we wrote, at the start of the file: whoever writes the file again can tell whether somebody went on
 * editing it. It stands for the whole text without itself. Line ends do not count, for version control changes them; draw.io
 * ignores attributes of `mxfile` that it does not know.
 */

const START = /^<mxfile host="diaglot"( diaglot-digest="([0-9a-f]{16})")?/

/** FNV-1a, from two starts: 64 bits, the same on every machine. */
function digestOf(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01234567]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) continue
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193)
  }
  return [low, high].map(part => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

/** A file of ours with its digest; other texts as they are. */
export function withDigest(text: string): string {
  const start = START.exec(text)
  if (!start) return text
  const rest = text.slice(start[0].length)
  return `<mxfile host="diaglot" diaglot-digest="${digestOf(rest)}"${rest}`
}

/** Whether a text is as we wrote it. Without a digest nobody knows, so it counts as changed. */
export function isAsWritten(text: string): boolean {
  const own = text.replace(/^\ufeff/, '')
  const start = START.exec(own)
  return start?.[2] !== undefined && start[2] === digestOf(own.slice(start[0].length))
}
