/** Mistakes in statements with a sure cure each: arrows of other languages, values without quotes, brackets that are not closed. */
import { inPlaces, withEdits } from '../../src/messages/edits.js'
import { listMends } from './list-mends.js'
import { type Mistake, mendable } from './mistakes.js'

/** What may be wrong with a statement, the likeliest first: each a list of mistakes whose fixes, all made, would mend it. */
export function statementMends(text: string, directed: boolean): Mistake[][] {
  const stretches = codeIn(text)
  return [
    arrows(text, stretches, directed),
    foreignComment(text),
    twoArrows(text, stretches),
    backArrow(text, directed),
    keywordAsName(text),
    pipeLabels(text, directed),
    values(text),
    ...listMends(text),
    openHtml(text),
    openBracket(text),
    [...arrows(text, stretches, directed), ...values(text)],
  ].filter(mistakes => mistakes.length > 0)
}

/** The text with the fixes of mistakes made. */
export function mended(text: string, mistakes: readonly Mistake[]): string {
  return withEdits(text, inPlaces(mistakes.flatMap(({ fix }) => fix?.edits ?? [])))
}

/** What is neither in quotes nor in an attribute list. */
function codeIn(text: string): [start: number, end: number][] {
  const found: [number, number][] = []
  let from = 0
  for (const { index, 0: piece } of text.matchAll(
    /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|\[(?:"[^"]*"|[^\]"])*\]?|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)/g,
  )) {
    found.push([from, index])
    from = index + piece.length
  }
  found.push([from, text.length])
  return found
}

const FOREIGN_ARROW = /(?<![-<>=])(?:-{2,}>{1,2}|->>|={1,3}>{1,2}|-\.+->|(?<=[\w"] )>(?= [\w"]))(?!\||[->])/g

/** `-->`, `=>`, `->>`. */
function arrows(text: string, stretches: readonly [number, number][], directed: boolean): Mistake[] {
  const right = directed ? '->' : '--'
  return stretches.flatMap(([from, to]) =>
    [...text.slice(from, to).matchAll(FOREIGN_ARROW)].map(({ index, 0: arrow }) => {
      const at = [from + index, from + index + arrow.length] as const
      const whose = arrow === '-->' ? ' `-->` is Mermaid’s.' : ''
      const words = `The edges of a ${directed ? 'digraph' : 'graph'} are written \`${right}\`, not \`${arrow}\`.${whose}`
      return mendable('syntax/edge-operator', words, at, `Write ${right}`, [
        { start: at[0], end: at[1], text: right },
      ])
    }),
  )
}

/** `%% why`, as in Mermaid, or `' why`, behind which nothing else stands. */
function foreignComment(text: string): Mistake[] {
  const match = /(?:^|\n)(\s*)(%%+|'(?=\s))[^\n]*$/.exec(text.trimEnd())
  if (!match) return []
  const start = match.index + match[0].indexOf(match[2]!)
  const at = [start, start + match[2]!.length] as const
  const edits = [{ start: at[0], end: at[1], text: '//' }]
  return [mendable('syntax/unexpected', 'A comment begins with `//`.', at, 'Write //', edits)]
}

/** `a -> -> b`: the name between the two may be missing, but none is there to be read. */
function twoArrows(text: string, stretches: readonly [number, number][]): Mistake[] {
  return stretches.flatMap(([from, to]) =>
    [...text.slice(from, to).matchAll(/(->|--)[ \t]+(?:->|--)(?:[ \t]+(?:->|--))*(?![->])/g)].map(
      ({ index, 0: arrows, 1: first = '' }) => {
        const at = [from + index, from + index + arrows.length] as const
        const words = 'Two arrows follow each other with no name between them.'
        const edits = [{ start: at[0], end: at[1], text: first }]
        return mendable('syntax/edge-operator', words, at, 'Write one arrow', edits)
      },
    ),
  )
}

const ID = '(?:"[^"]*"|[\\w\\u0080-\\uffff]+)'
const BACK = new RegExp(
  `^(\\s*)(${ID}(?:\\s*:\\s*${ID})*)(\\s*)(<-{1,2}|<=)(\\s*)(${ID}(?:\\s*:\\s*${ID})*)(?=\\s*(?:\\[|;|$))`,
)

/** `a <- b`. */
function backArrow(text: string, directed: boolean): Mistake[] {
  const match = BACK.exec(text)
  if (!match) return []
  const [, indent = '', to = '', gap = '', arrow = '', , from = ''] = match
  const written = `${from} ${directed ? '->' : '--'} ${to}`
  const sign = indent.length + to.length + gap.length
  const edit = { start: indent.length, end: match[0].length, text: written }
  const words = `DOT has no arrow that points back: write \`${written}\`.`
  return [
    mendable('syntax/edge-operator', words, [sign, sign + arrow.length], 'Turn the arrow round', [edit]),
  ]
}

/** `node -> a`. */
function keywordAsName(text: string): Mistake[] {
  const match = /^(\s*)(node|edge|graph)(?=\s*(?:->|--))/i.exec(text)
  if (!match) return []
  const [, indent = '', word = ''] = match
  const at = [indent.length, indent.length + word.length] as const
  const words = `\`${word}\` needs quotes: ${word} is a word of the language.`
  const edit = { start: at[0], end: at[1], text: `"${word}"` }
  return [mendable('syntax/unquoted', words, at, `Put quotes around ${word}`, [edit])]
}

const PIPE = new RegExp(`(-{1,3}>?|=+>)\\s*\\|\\s*"?([^|"]*)"?\\s*\\|(\\s*)(${ID})(?!\\s*(?:\\[|-))`)

/** `a -->|yes| b`, as in Mermaid. */
function pipeLabels(text: string, directed: boolean): Mistake[] {
  const match = PIPE.exec(text)
  if (!match) return []
  const [whole, , label = '', , node = ''] = match
  const start = match.index
  const end = start + whole.length
  const edit = { start, end, text: `${directed ? '->' : '--'} ${node} [label="${label.trim()}"]` }
  const bar = start + whole.indexOf('|')
  const words = `The label of an edge is an attribute: write \`[label="${label.trim()}"]\` behind the edge.`
  return [
    mendable('syntax/unexpected', words, [bar, bar + label.length + 2], 'Make an attribute of the label', [
      edit,
    ]),
  ]
}

const BARE = /^(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\d+(?:\.\d*)?|\.\d+))$/
const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i

/** Values in `[ ]` that lack quotes or have others: from each `name=` to the next. */
function values(text: string): Mistake[] {
  const found: Mistake[] = []
  const open = text.indexOf('[')
  const close = text.lastIndexOf(']')
  if (open < 0 || close < open) return found
  const list = text.slice(open + 1, close)
  const names = [
    ...list.matchAll(
      /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|<[^\]]*>|(?<![\w"])([A-Za-z_]\w*)(\s*)(=|:(?=\s*["“'\w]))/g,
    ),
  ].filter(({ 1: name }) => name !== undefined)
  for (const [place, match] of names.entries()) {
    const sign = open + 1 + match.index + match[1]!.length + match[2]!.length
    const next = names[place + 1]
    const raw = text.slice(sign + 1, next ? open + 1 + next.index : close)
    const value = raw.replace(/[\s,;]+$/, '').trimStart()
    const start = sign + 1 + raw.indexOf(value)
    const fault = faultOf(value, start)
    if (text[sign] === ':')
      found.push(
        mendable(
          'syntax/unexpected',
          `An attribute is written with \`=\`: \`${match[1]}=…\`.`,
          [sign, sign + 1],
          'Write =',
          [{ start: sign, end: sign + 1, text: '=' }],
        ),
      )
    if (fault) found.push(fault)
  }
  return found
}

function faultOf(value: string, start: number): Mistake | undefined {
  if (
    value === '' ||
    /^[<"]/.test(value) ||
    (BARE.test(value) && !KEYWORD.test(value) && !/^[“”]/.test(value))
  )
    return undefined
  const inner = /^[“”„'‘’](.*)[“”'‘’]$/su.exec(value)?.[1]
  const quoted = `"${(inner ?? value).replaceAll('"', '\\"')}"`
  const end = start + value.length
  const words =
    inner === undefined
      ? `\`${short(value)}\` needs quotes: only letters, digits, \`_\` and plain numbers can stand without quotes.`
      : `Texts stand between plain double quotes: write \`${short(quoted)}\`.`
  const title = inner === undefined ? `Put quotes around ${short(value)}` : `Write ${short(quoted)}`
  return mendable('syntax/unquoted', words, [start, end], title, [{ start, end, text: quoted }])
}

/** `label=<<b>x</b>`: as many `>` are missing as there are more `<`. */
function openHtml(text: string): Mistake[] {
  const match = /=\s*(<)/.exec(text)
  if (!match) return []
  const start = match.index + match[0].length - 1
  const close = text.lastIndexOf(']')
  const rest = text.slice(start, close < 0 ? text.length : close)
  const next = /[\s,;]+[A-Za-z_]\w*\s*=\s*[^\s=<>]*$/.exec(rest)
  const html = rest.slice(0, next?.index).trimEnd()
  const missing = html.split('<').length - html.split('>').length
  if (missing <= 0) return []
  const end = start + html.length
  const words = `\`<\` begins an HTML text that is never closed: ${missing === 1 ? '`>` is missing' : `${missing} \`>\` are missing`} behind \`${short(html)}\`.`
  return [
    mendable('syntax/unclosed', words, [start, start + 1], 'Close the HTML text', [
      { start: end, end, text: '>'.repeat(missing) },
    ]),
  ]
}

/** `a [label="x"`: the list ends with its line. */
function openBracket(text: string): Mistake[] {
  const open = text.indexOf('[')
  if (open < 0 || text.includes(']')) return []
  const end = open + text.slice(open).replace(/[\s;,]+$/, '').length
  const words = `\`[\` is never closed: \`]\` is missing behind \`${short(text.slice(open + 1, end).trim())}\`.`
  return [
    mendable('syntax/unclosed', words, [open, open + 1], 'Close with ]', [{ start: end, end, text: ']' }]),
  ]
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 50 ? `${line.slice(0, 49)}…` : line
}
