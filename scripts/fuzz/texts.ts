/** Texts near those that people write: files of the corpus with bytes, words and lines changed, moved and taken from other files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { codePoint } from '../../test/generate/code-points.js'

/** The texts of the corpus by the name of their format, so far as the format is one of text. */
export function corpusTexts(extensions: readonly string[]): string[] {
  return readdirSync('corpus', { recursive: true, encoding: 'utf8' })
    .filter(name => extensions.some(extension => name.endsWith(extension)))
    .sort()
    .map(name => readFileSync(join('corpus', name), 'utf8'))
    .filter(text => text.length < 6000)
}

/** What means something in at least one of the formats, and what strangers write. */
const pieces = [
  ...'{}[]()<>|"\'`;:,.=#%&@$^~*+-_/\\ \t\n\r\0',
  ...[
    '-->',
    '---',
    '->',
    '--',
    '==>',
    '-.->',
    '~~~',
    '&',
    ':::',
    '@{',
    '%%',
    '//',
    '/*',
    '*/',
    '#',
    '<!--',
    '-->',
  ],
  ...[
    '\r\n',
    '\n\n',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\ud800',
    '🚀',
    '订单',
    'é',
    '"',
    '\\"',
    '&quot;',
    '&#10;',
    '#quot;',
  ],
  ...[
    'subgraph ',
    'end',
    'direction LR',
    'graph ',
    'digraph ',
    'strict ',
    'node',
    'edge',
    'cluster_',
    'style ',
    'class ',
  ],
  ...[
    'click ',
    'linkStyle ',
    'classDef ',
    'label=',
    'label:',
    'loop [',
    'n1',
    'n2',
    '.handle(left)',
    '<br>',
    '<b>',
    '</b>',
  ],
  ...[
    '__proto__',
    'constructor',
    '1e999',
    '-0',
    '999999999999',
    '%3Cb%3E',
    '<![CDATA[',
    ']]>',
    '<mxCell ',
    '/>',
    'parent="1"',
  ],
]

interface Edit {
  readonly kind: 'insert' | 'remove' | 'replace' | 'repeat' | 'cut' | 'splice' | 'swap' | 'flip'
  /** Where, as parts of 65,536 of the text. */
  readonly at: number
  readonly length: number
  readonly piece: string
}

const edits = (own: readonly string[]): fc.Arbitrary<Edit> =>
  fc.record({
    kind: fc.constantFrom<Edit['kind'][]>(
      'insert',
      'insert',
      'remove',
      'replace',
      'repeat',
      'cut',
      'splice',
      'splice',
      'swap',
      'flip',
    ),
    at: fc.nat(65_535),
    length: fc.oneof(fc.nat(3), fc.nat(40)),
    piece: fc.oneof(fc.constantFrom(...pieces, ...own), fc.string({ unit: codePoint, maxLength: 3 })),
  })

function lineAt(text: string, at: number): [start: number, end: number] {
  const end = text.indexOf('\n', at)
  return [text.lastIndexOf('\n', Math.max(at - 1, 0)) + 1, end < 0 ? text.length : end + 1]
}

function edited(text: string, other: string, { kind, at: share, length, piece }: Edit): string {
  const at = Math.floor((share / 65_536) * (text.length + 1))
  const [head, tail] = [text.slice(0, at), text.slice(at)]
  switch (kind) {
    case 'insert':
      return head + piece + tail
    case 'remove':
      return head + tail.slice(length)
    case 'replace':
      return head + piece + tail.slice(length)
    case 'repeat':
      return head + tail.slice(0, length) + tail
    case 'cut':
      return head
    case 'flip':
      return tail === ''
        ? head
        : head + String.fromCharCode(tail.charCodeAt(0) ^ (1 << (length % 8))) + tail.slice(1)
    case 'swap': {
      const [start, end] = lineAt(text, at)
      const [, after] = lineAt(text, Math.min(end, text.length))
      return text.slice(0, start) + text.slice(end, after) + text.slice(start, end) + text.slice(after)
    }
    case 'splice': {
      const from = Math.floor((share / 65_536) * other.length)
      const [start] = lineAt(other, from)
      const [, end] = lineAt(other, Math.min(start + length, other.length))
      const [place] = lineAt(text, at)
      return text.slice(0, place) + other.slice(start, end) + text.slice(place)
    }
  }
}

/**
 * Texts of one format, each a few edits away from one of those that are given, spliced with lines of any of the others.
 * @param own what means something in them, beside what means something in a diagram
 */
export function editedTexts(
  texts: readonly string[],
  others: readonly string[],
  own: readonly string[] = [],
): fc.Arbitrary<string> {
  return withEdits(fc.constantFrom(...texts), others, own)
}

/** The same of texts that are made. */
export const withEdits = (
  texts: fc.Arbitrary<string>,
  others: readonly string[],
  own: readonly string[] = [],
): fc.Arbitrary<string> =>
  fc
    .record({
      text: texts,
      other: fc.constantFrom(...others),
      list: fc.array(edits(own), { minLength: 1, maxLength: 5 }),
    })
    .map(({ text, other, list }) => list.reduce((now, edit) => edited(now, other, edit), text))
