/** What a font calls itself, and texts of a picture that name it. */

/** Whose texts are to be drawn with which family. */
export interface FamilyOf {
  readonly signs: RegExp
  readonly family: string
}

const [WINDOWS, ENGLISH] = [3, 0x409]
/** What a family is called: its own name (16), which an older name (1) divides by weight. */
const FAMILY_NAMES = [16, 1] as const

/**
 * The English name of the family of a font, of the first one in a collection; nothing where the file says none.
 * https://learn.microsoft.com/typography/opentype/spec/name
 */
export function familyOf(font: Uint8Array): string | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  try {
    const isCollection = view.getUint32(0) === 0x74746366
    const start = isCollection ? view.getUint32(12) : 0
    const table = tableAt(view, start, 'name')
    return table === undefined ? undefined : familyIn(view, table)
  } catch (error) {
    // An offset that lies behind the end of the file.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function tableAt(view: DataView, start: number, name: string): number | undefined {
  const tag = [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
  for (let i = 0; i < view.getUint16(start + 4); i++) {
    const at = start + 12 + 16 * i
    if (view.getUint32(at) === tag) return view.getUint32(at + 8)
  }
  return undefined
}

function familyIn(view: DataView, table: number): string | undefined {
  const texts = table + view.getUint16(table + 4)
  const names = new Map<number, string>()
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const at = table + 6 + 12 * i
    const [platform, language, name] = [0, 4, 6].map(field => view.getUint16(at + field))
    if (platform !== WINDOWS || language !== ENGLISH) continue
    const [length, offset] = [view.getUint16(at + 8), view.getUint16(at + 10)]
    const letters = Array.from({ length: length / 2 }, (_, n) => view.getUint16(texts + offset + 2 * n))
    names.set(name!, String.fromCharCode(...letters))
  }
  return FAMILY_NAMES.map(name => names.get(name)).find(name => name && /^[\p{L}\p{N} ._-]+$/u.test(name))
}

/**
 * A picture whose texts with certain signs name the family that has these: what helps out for a sign is taken in its first weight,
 * and a family in the weight that is asked for.
 */
export function inFamilies(svg: string, families: readonly FamilyOf[]): string {
  if (families.length === 0) return svg
  const parts: string[] = []
  let done = 0
  for (let at = svg.indexOf('<text'); at >= 0; at = svg.indexOf('<text', done)) {
    const end = svg.indexOf('</text>', at)
    const tag = svg.slice(at, svg.indexOf('>', at))
    const text = svg.slice(at, end)
    const found = families.find(({ signs }) => signs.test(text))
    const isFree = found !== undefined && !tag.includes(' font-family=')
    parts.push(svg.slice(done, at), isFree ? `<text font-family="'${found.family}'"${text.slice(5)}` : text)
    done = end
  }
  return parts.join('') + svg.slice(done)
}
