/** Names: ids of cells, and names of properties as attributes. */

/** Attributes of a wrapper that draw.io reads itself. */
const RESERVED = new Set([
  'id',
  'label',
  'link',
  'linkTarget',
  'tooltip',
  'tags',
  'placeholders',
  'placeholder',
  'as',
])

const escapeLetter = (letter: string): string => `_x${letter.codePointAt(0)!.toString(16).padStart(4, '0')}_`

/**
 * A property's name as an attribute name. What XML or draw.io would not take is written `_xHHHH_`, by its
 * code point; so is a `_x` that would read as such an escape.
 */
export function attributeName(property: string): string {
  const escaped = property
    .replace(/_(?=x[0-9a-f]{4,6}_)/gi, escapeLetter('_'))
    .replace(/[^A-Za-z0-9_.\-\u4e00-\u9fff]/gu, escapeLetter)
    .replace(/[\ud800-\udfff]/g, escapeLetter)
  if (escaped === '') return '_x_'
  const first = escaped[0]!
  // What stands for the empty name.
  if (escaped === '_x_') return `${escapeLetter('_')}x_`
  const unfit = /^[0-9.-]/.test(escaped) || /^(xml|diaglot|mermaid)/i.test(escaped) || RESERVED.has(escaped)
  return unfit ? escapeLetter(first) + escaped.slice(1) : escaped
}

/** The property that an attribute names; nothing for draw.io's own attributes and for ours. */
export function propertyName(attribute: string): string | undefined {
  if (RESERVED.has(attribute) || /^(xml|diaglot|mermaid)/i.test(attribute)) return undefined
  if (attribute === '_x_') return ''
  return attribute.replace(/_x([0-9a-f]{4,6})_/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const LONGEST_ID = 200

/**
 * draw.io looks cells up in a bare object, and while it loads them in a bare list. It takes the names of what these
 * inherit for cells that are there already: the whole page is refused. Written out, so that every machine gives the same ids.
 */
const INHERITED = [
  '__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty isPrototypeOf',
  'propertyIsEnumerable toLocaleString toString valueOf',
  'at concat copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach includes',
  'indexOf join keys lastIndexOf length map pop push reduce reduceRight reverse shift slice some sort splice toReversed',
  'toSorted toSpliced unshift values with',
].flatMap(names => names.split(' '))

/**
 * Gives out ids that no other cell of the page has: the one that the cell had in its file where it is free, else what is wanted,
 * as if it had had none.
 */
export function idGiver(
  reserved: Iterable<string>,
): (wanted: string, kind: string, had?: string | undefined) => string {
  const taken = new Set([...reserved, ...INHERITED])
  const next = new Map<string, number>()
  return (wanted, kind, had = '') => {
    if (had !== '' && had.length <= LONGEST_ID && !taken.has(had)) {
      taken.add(had)
      return had
    }
    const own = wanted === '' || wanted.length > LONGEST_ID ? kind : wanted
    let id = own
    if (taken.has(id) && !own.startsWith(`${kind}-`)) id = `${kind}-${own}`
    const stem = id
    for (let n = next.get(stem) ?? 2; taken.has(id); n++) {
      id = `${stem}_${n}`
      next.set(stem, n + 1)
    }
    taken.add(id)
    return id
  }
}
