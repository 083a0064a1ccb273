/** Labels in HTML beside Chromium's own parsers: the same words, in the same lines. Left out where there is no Chromium. */
import fc from 'fast-check'
import { faultOfHtml } from '../../converters/dot/read/mends/html-faults.js'
import { plainHtml } from '../../converters/dot/words/html.js'
import { decodeLabel } from '../../converters/drawio/document/html.js'
import { codeOfHtml4Name, codeOfName } from '../../src/text/html-characters.js'
import { FORMATS_TEXT } from '../../src/text/html-elements.js'
import { cleanXml } from '../../src/text/xml-characters.js'
import { codePoint } from '../../test/generate/code-points.js'
import { findChromium, sharedPage, type WithPage } from '../browser/chromium.js'
import { type Count, type Target, target } from './targets.js'
import { withEdits } from './texts.js'

/** One call of the page is for so many labels. */
const MANY = 60

const words = fc.oneof(
  fc.constantFrom(
    'Pay',
    'a b',
    ' ',
    '  ',
    'now ',
    ' or',
    '1 < 2',
    'x & y',
    'é',
    '订单',
    '🚀',
    '>',
    '"',
    "'",
    '`',
  ),
  fc.constantFrom(
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&nbsp;',
    '&#60;',
    '&#x3c;',
    '&eacute;',
    '&rarr;',
    '&amp;lt;',
    '&apos;',
  ),
  fc.constantFrom('&', '&;', '&#;', '&unknown;', 'AT&T', '&#10;', '\n', '\t'),
  fc.string({ unit: codePoint, maxLength: 3 }).map(text => text.replace(/[<&\p{Cc}\p{Surrogate}]/gu, '')),
)

const inline = [
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'font',
  'span',
  'a',
  'code',
  'strong',
  'em',
  'small',
  'big',
  'tt',
  'mark',
  'q',
]
const blocks = ['div', 'center', 'blockquote', 'section', 'pre']
/** What ends before the next block. */
const leaves = ['p', 'h1', 'h3']
const attributes = [
  '',
  '',
  '',
  ' style="color: red"',
  " class='x>y'",
  ' color=red',
  ' title="a &lt; b"',
  ' x',
  ' style="margin:0;"',
  ' align="left"',
]

/** Elements in elements, as a browser would write them out again; tables and lists are whole. */
const { label: ofDrawio } = fc.letrec<{ label: string; piece: string }>(tie => {
  const inside = tie('label')
  const around = (names: readonly string[]) =>
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...attributes), inside)
      .map(([name, attribute, text]) => `<${name}${attribute}>${text}</${name}>`)
  const cell = fc
    .tuple(fc.constantFrom('td', 'th'), inside)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
  const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map(cells => `<tr>${cells.join('')}</tr>`)
  return {
    label: fc.array(tie('piece'), { maxLength: 4 }).map(pieces => pieces.join('')),
    piece: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.constantFrom(
        '<br>',
        '<br/>',
        '<BR />',
        '<hr>',
        '<!-- c -->',
        '<img src="x.png">',
        '<br clear="all">',
      ),
      around(inline),
      around(blocks),
      fc.tuple(fc.constantFrom(...leaves), words).map(([name, text]) => `<${name}>${text}</${name}>`),
      fc
        .array(row, { minLength: 1, maxLength: 3 })
        .map(rows => `<table border="1"><tbody>${rows.join('')}</tbody></table>`),
      fc
        .tuple(fc.constantFrom('ul', 'ol'), fc.array(inside, { minLength: 1, maxLength: 3 }))
        .map(([name, items]) => `<${name}>${items.map(item => `<li>${item}</li>`).join('')}</${name}>`),
    ),
  }
})

const signs = [
  '<b>',
  '</b>',
  '</',
  '<',
  '>',
  '<i',
  '</p>',
  '<p>',
  '<div',
  '</div>',
  '</li>',
  '<br',
  '"',
  "='",
  '<!--',
  '-->',
  '--!>',
  '&#',
  '&lt',
  '<b/>',
  '<p/>',
]
const near = withEdits(ofDrawio, ['<b>bold</b>\nx', 'a<br>b'], signs)

/** Labels of DOT: what Graphviz has elements for. */
const { label: ofDot } = fc.letrec<{ label: string; piece: string; table: string }>(tie => {
  const around = fc
    .tuple(fc.constantFrom('B', 'i', 'U', 'S', 'O', 'SUB', 'sup', 'FONT'), tie('label'))
    .map(([name, text]) => `<${name}${name === 'FONT' ? ' COLOR="red"' : ''}>${text}</${name}>`)
  const cell = fc
    .tuple(
      fc.constantFrom('', ' PORT="p"', ' BGCOLOR="#fff"'),
      fc.oneof({ maxDepth: 3 }, tie('label'), tie('table')),
    )
    .map(([attribute, text]) => `<TD${attribute}>${text}</TD>`)
  const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map(cells => `<TR>${cells.join('')}</TR>`)
  return {
    label: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')),
    piece: fc.oneof(
      { maxDepth: 4 },
      words.map(text => text.replace(/&(?!#?\w+;)/g, '&amp;').replace(/&unknown;|<|&#10;/g, 'x')),
      fc.constantFrom('<BR/>', '<br />', '<BR ALIGN="LEFT"/>', '<!-- c -->', '<BR></BR>'),
      around,
    ),
    table: fc
      .array(row, { minLength: 1, maxLength: 3 })
      .map(rows => `<TABLE BORDER="0"> ${rows.join(' ')} </TABLE>`),
  }
})
const wholeOfDot = fc.oneof(
  ofDot,
  ofDot.map(text => `<TABLE><TR><TD>${text}</TD></TR></TABLE>`),
)

/** What stands in a label, as Chromium has it. */
interface Seen {
  readonly words: string
  readonly lines: string
}

const withPage: WithPage = sharedPage(async ({ page }) => {
  await page.addScriptTag({ path: 'scripts/fuzz/labels-page.js' })
})

const asked = <T>(name: string, labels: readonly string[]): Promise<T[]> =>
  withPage(({ page }) => page.evaluate<T[]>(`${name}(${JSON.stringify(labels)})`))

/** As draw.io shows it. */
const seenAsHtml = (labels: readonly string[]) => asked<Seen>('seenAsHtml', labels)

/** As an XML parser reads it that knows the names of HTML. Graphviz has one; what that refuses is no label. */
const seenAsXml = (labels: readonly string[]) => asked<string | null>('seenAsXml', labels)

/** Blanks, and what breaks a word or not, are laid out: here only letters count. */
const letters = (text: string): string => cleanXml(text).replace(/[\s\u00ad]+/g, '')

const linesOf = (text: string): string =>
  cleanXml(text)
    .split(/\r\n?|\n/)
    .map(line => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')

/** What is never closed stays. */
function withoutComments(label: string): string {
  const [first = '', ...others] = label.split('<!--')
  const behind = (part: string): string => {
    const end = part.indexOf('-->')
    return end < 0 ? `<!--${part}` : part.slice(end + 3)
  }
  return first + others.map(behind).join('')
}

/** Whether all tags are of elements that labels have, and each `<` begins one that ends: people’s words in angle brackets are text here. */
function isOfLabels(label: string): boolean {
  const rest = withoutComments(label).replace(
    /<\/?([a-z][a-z0-9]*)(?:\s+[a-z-]+(?:=(?:"[^"<>&]*"|'[^'<>&]*'|[^\s"'<>&=`/]+))?)*\s*\/?>/gi,
    (tag, name: string) => (FORMATS_TEXT.has(name.toLowerCase()) ? '' : tag),
  )
  return !/<[a-z/!?]/i.test(rest)
}

const TABLES = /<\/?(?:table|t[rdh]|tbody|thead|tfoot|[uod]l|li|d[dt]|details|summary)\b/i
/** References that only a browser reads: without an end, of names or numbers that no text has. */
const LOOSE =
  /&(?:#(?!(?:[1-9]\d?|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|\d{4});|x[1-9a-f][\da-f]{0,3};)|\w+(?![\w;]))/i

async function asDrawio(labels: readonly string[], whole: boolean, count: Count): Promise<void> {
  // A file of draw.io is XML, which holds no others.
  const clean = labels
    .map(cleanXml)
    .filter(
      label =>
        isOfLabels(label) &&
        !LOOSE.test(label) &&
        !isOfOthers(label, codeOfName) &&
        (whole || !TABLES.test(label)),
    )
  const seen = await seenAsHtml(clean)
  for (const [place, label] of clean.entries()) {
    const { text } = decodeLabel(label, true)
    const theirs = seen[place]!
    if (letters(text) !== letters(theirs.words))
      throw new Error(
        `of ${JSON.stringify(label)} a browser shows ${JSON.stringify(theirs.words)}, diaglot ${JSON.stringify(text)}`,
      )
    if (linesOf(text) !== linesOf(theirs.lines))
      throw new Error(
        `of ${JSON.stringify(label)} a browser has the lines ${JSON.stringify(theirs.lines)}, diaglot ${JSON.stringify(text)}`,
      )
    count('browser')
  }
}

/** Whether a reference has another name than these: a browser knows two thousand, and the beginnings of some. */
const isOfOthers = (label: string, codeOf: (name: string) => number | undefined): boolean =>
  [...label.matchAll(/&([^\t\n\r ;&<#]+);/g)].some(
    ([, name]) => name !== 'apos' && codeOf(name!) === undefined,
  )

async function asDot(labels: readonly string[], count: Count): Promise<void> {
  const seen = await seenAsXml(labels)
  for (const [place, label] of labels.entries()) {
    const theirs = seen[place]
    // Of comments, Graphviz has an idea of its own.
    if (
      theirs === null ||
      theirs === undefined ||
      isOfOthers(label, codeOfHtml4Name) ||
      /<!---?>|--!>/.test(label) ||
      // What Graphviz refuses has no text there.
      faultOfHtml(label) !== undefined
    )
      continue
    const text = plainHtml(label)
    if (letters(text) !== letters(theirs))
      throw new Error(
        `of ${JSON.stringify(label)} XML has ${JSON.stringify(theirs)}, diaglot ${JSON.stringify(text)}`,
      )
    count('browser')
  }
}

const many = (label: fc.Arbitrary<string>) => fc.array(label, { minLength: 1, maxLength: MANY, size: 'max' })

export function labelTargets(): Target[] {
  if (findChromium() === undefined) return []
  return [
    target('labels: draw.io', 1, 10, many(ofDrawio), (labels, count) => asDrawio(labels, true, count)),
    target('labels: near those of draw.io', 1, 10, many(near), (labels, count) =>
      asDrawio(labels, false, count),
    ),
    target('labels: DOT', 0.5, 10, many(wholeOfDot), asDot),
    target('labels: near those of DOT', 0.5, 10, many(withEdits(wholeOfDot, ['<B>x</B>'], signs)), asDot),
  ]
}
