/** The markup of an XML text: tags, comments and the like in their order, and the characters between them. */

export type Markup = Tag | Other

export interface Tag {
  readonly kind: 'open' | 'close' | 'empty'
  readonly start: number
  readonly end: number
  /** With the sign before it: `<mxCell`, `</mxCell`. */
  readonly nameEnd: number
  readonly attributes: readonly Attribute[]
}

/** A comment, an instruction, or a CDATA section. */
export interface Other {
  readonly kind: 'aside' | 'characters'
  readonly start: number
  readonly end: number
}

export interface Attribute {
  readonly start: number
  readonly nameEnd: number
  /** Between its quotes. */
  readonly valueStart: number
  readonly valueEnd: number
}

const NAME = /<\/?[^\s/>]+/y
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
const ENDS: readonly (readonly [sign: string, end: string, kind: Other['kind']])[] = [
  ['<!--', '-->', 'aside'],
  ['<?', '?>', 'aside'],
  ['<![CDATA[', ']]>', 'characters'],
]

/** The markup of XML that was read without errors; characters only where they are more than blanks. */
export function markupOf(text: string): Markup[] {
  const found: Markup[] = []
  let from = 0
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', from)) {
    if (text.slice(from, start).trim() !== '') found.push({ kind: 'characters', start: from, end: start })
    const special = ENDS.find(([sign]) => text.startsWith(sign, start))
    const next = special
      ? { kind: special[2], start, end: endBehind(text, special[1], start) }
      : tagAt(text, start)
    found.push(next)
    from = next.end
  }
  return found
}

function endBehind(text: string, sign: string, start: number): number {
  const end = text.indexOf(sign, start + 2)
  return end < 0 ? text.length : end + sign.length
}

function tagAt(text: string, start: number): Tag {
  NAME.lastIndex = start
  const nameEnd = start + NAME.exec(text)![0].length
  const attributes: Attribute[] = []
  let at = nameEnd
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    if (!match) break
    const [all, name = '', double, single] = match
    at += all.length
    const nameStart = at - all.trimStart().length
    const valueStart = at - 1 - (double ?? single ?? '').length
    attributes.push({ start: nameStart, nameEnd: nameStart + name.length, valueStart, valueEnd: at - 1 })
  }
  const end = text.indexOf('>', at) + 1
  const kind = text[start + 1] === '/' ? 'close' : text[end - 2] === '/' ? 'empty' : 'open'
  return { kind, start, end, nameEnd, attributes }
}
