/** Mistakes in statements with a sure cure each: arrows of other languages, values without quotes, brackets that are not closed. */
import { inPlaces, withEdits } from '../../../../src/messages/edits.js'
import { listMends } from './list-mends.js'
import type { Mistake } from './messages.js'
import * as say from './messages.js'

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
    singleQuotes(text),
    ampersands(text),
    nameOfCall(text),
    assignedText(text),
    ...listMends(text),
    openHtml(text),
    unopenedHtml(text),
    openBracket(text),
    [...arrows(text, stretches, directed), ...values(text)],
    [...arrows(text, stretches, directed), ...singleQuotes(text), ...nameOfCall(text)],
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
      const edits = [{ start: at[0], end: at[1], text: right }]
      return say.foreignOperator({ directed, right, operator: arrow }, at, edits)
    }),
  )
}

/** `%% why`, as in Mermaid, or `' why`, behind which nothing else stands. */
function foreignComment(text: string): Mistake[] {
  const code = text.trimEnd()
  const lineStart = code.lastIndexOf('\n') + 1
  const match = /^(\s*)(%%+|'(?=\s))/.exec(code.slice(lineStart))
  if (!match) return []
  const start = lineStart + match[1]!.length
  const at = [start, start + match[2]!.length] as const
  const edits = [{ start: at[0], end: at[1], text: '//' }]
  return [say.foreignComment(at, edits)]
}

/** `a -> -> b`: the name between the two may be missing, but none is there to be read. */
function twoArrows(text: string, stretches: readonly [number, number][]): Mistake[] {
  return stretches.flatMap(([from, to]) =>
    [...text.slice(from, to).matchAll(/(->|--)[ \t]+(?:->|--)(?:[ \t]+(?:->|--))*(?![->])/g)].map(
      ({ index, 0: arrows, 1: first = '' }) => {
        const at = [from + index, from + index + arrows.length] as const
        const edits = [{ start: at[0], end: at[1], text: first }]
        return say.twoArrows(at, edits)
      },
    ),
  )
}

const ID = '(?:"[^"]*"|[\\w\\u0080-\\uffff]+)'
/** What parts words in DOT. Other blanks, as the one that keeps words on a line, are letters: who takes them for both tries every way to part them. */
const BLANKS = '[ \\t\\r\\n]*'
const END = `${ID}(?:${BLANKS}:${BLANKS}${ID})*`
const BACK = new RegExp(
  `^(${BLANKS})(${END})(${BLANKS})(<-{1,2}|<=)(${BLANKS})(${END})(?=${BLANKS}(?:\\[|;|$))`,
)

/** `a <- b`. */
function backArrow(text: string, directed: boolean): Mistake[] {
  const match = BACK.exec(text)
  if (!match) return []
  const [, indent = '', to = '', gap = '', arrow = '', , from = ''] = match
  const written = `${from} ${directed ? '->' : '--'} ${to}`
  const sign = indent.length + to.length + gap.length
  const edit = { start: indent.length, end: match[0].length, text: written }
  return [say.backArrow({ written }, [sign, sign + arrow.length], [edit])]
}

/** `node -> a`. */
function keywordAsName(text: string): Mistake[] {
  const match = /^(\s*)(node|edge|graph)(?=\s*(?:->|--))/i.exec(text)
  if (!match) return []
  const [, indent = '', word = ''] = match
  const at = [indent.length, indent.length + word.length] as const
  const edit = { start: at[0], end: at[1], text: `"${word}"` }
  return [say.keywordUnquoted({ word }, at, [edit])]
}

const quotedNames = (text: string, pattern: RegExp, inner: (found: string) => string): Mistake[] =>
  [...text.matchAll(pattern)].flatMap(({ index, 0: word, 1: name }) => {
    if (name === undefined) return []
    const end = index + word.length
    return [say.wordUnquoted({ word }, [index, end], [{ start: index, end, text: `"${inner(name)}"` }])]
  })

/** `a -> 'b c'`. */
function singleQuotes(text: string): Mistake[] {
  return text.includes("'") ? quotedNames(text, /"[^"]*"|(?<![\w"])'([^'"\n]+)'(?![\w"])/g, name => name) : []
}

/** `a -> show()`. */
function nameOfCall(text: string): Mistake[] {
  return quotedNames(text, /"[^"]*"|(?<![\w".])([A-Za-z_][\w.]*)\(\)/g, name => `${name}()`)
}

/** `a & b -> c`, as in Mermaid. */
function ampersands(text: string): Mistake[] {
  const list = new RegExp(`"[^"]*"|(?<![\\w"])(${ID}(?:${BLANKS}&${BLANKS}${ID})+)`, 'g')
  return [...text.matchAll(list)].flatMap(({ index, 1: names }) => {
    if (names === undefined) return []
    const written = `{${names.replace(/\s*&\s*/g, ' ')}}`
    const at = [index, index + names.length] as const
    return [say.namesInBraces({ written }, at, [{ start: at[0], end: at[1], text: written }])]
  })
}

/** `size = 7,5`, `label = Hello, world`: a value of its own statement. */
function assignedText(text: string): Mistake[] {
  const [, before = '', value = ''] =
    /^(\s*[A-Za-z_]\w*[ \t]*=[ \t]*)([^\s"<>;=[\]{}][^"<>;=[\]{}\n]*)$/.exec(text.trimEnd()) ?? []
  if (value === '' || BARE.test(value)) return []
  const at = [before.length, before.length + value.length] as const
  return [say.wordUnquoted({ word: value }, at, [{ start: at[0], end: at[1], text: `"${value}"` }])]
}

const PIPE = new RegExp(
  `(-{1,3}>?|={1,3}>)${BLANKS}\\|(?:${BLANKS}")?([^|"]*)(?:"${BLANKS})?\\|${BLANKS}(${ID})(?!${BLANKS}(?:\\[|-))`,
)

/** `a -->|yes| b`, as in Mermaid. */
function pipeLabels(text: string, directed: boolean): Mistake[] {
  const match = PIPE.exec(text)
  if (!match) return []
  const [whole, , label = '', node = ''] = match
  const start = match.index
  const end = start + whole.length
  const edit = { start, end, text: `${directed ? '->' : '--'} ${node} [label="${label.trim()}"]` }
  const bar = start + whole.indexOf('|')
  return [say.edgeLabel({ label: label.trim() }, [bar, bar + label.length + 2], [edit])]
}

const BARE = /^(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\d+(?:\.\d*)?|\.\d+))$/
const KEYWORD = /^(?:node|edge|graph|digraph|subgraph|strict)$/i

/** Values in `[ ]` that lack quotes or have others: from each `name=` to the next. */
function values(text: string): Mistake[] {
  const found: Mistake[] = []
  const open = text.indexOf('[')
  const close = text.lastIndexOf(']')
  // A list before an arrow is no value with brackets in it.
  if (open < 0 || close < open || /\]\s*-[->]/.test(text)) return found
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
    const value = raw.replace(/(?<![\s,;])[\s,;]+$/, '').trimStart()
    const start = sign + 1 + raw.indexOf(value)
    // A comma parts attributes; in a text it may be meant.
    const parts = /^([\w.]+)\s*,/.exec(value)?.[1]
    const isList =
      parts !== undefined &&
      BARE.test(parts) &&
      !/label|tooltip|comment|style|font|size|pos|margin|pad/i.test(match[1]!)
    const fault = isList ? undefined : faultOf(value, start)
    if (text[sign] === ':')
      found.push(
        say.noEqualsSign({ name: match[1]! }, [sign, sign + 1], [{ start: sign, end: sign + 1, text: '=' }]),
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
  const edits = [{ start, end, text: quoted }]
  return inner === undefined
    ? say.wordUnquoted({ word: value }, [start, end], edits)
    : say.otherQuotes({ written: quoted }, [start, end], edits)
}

/** `label=<b>x</b>>`: the `<` around the HTML is missing. */
function unopenedHtml(text: string): Mistake[] {
  const match = /=\s*(?=<[A-Za-z][^<>]*>[^\]]*[^>]>>\s*[,;\]])/.exec(text)
  if (!match) return []
  const at = match.index + match[0].length
  return [say.unopenedHtml([at, at + 1], [{ start: at, end: at, text: '<' }])]
}

/** `label=<<b>x</b>`: as many `>` are missing as there are more `<`. */
function openHtml(text: string): Mistake[] {
  const match = /=\s*(<)/.exec(text)
  if (!match) return []
  const start = match.index + match[0].length - 1
  const close = text.lastIndexOf(']')
  const rest = text.slice(start, close < 0 ? text.length : close)
  const next = /(?<![\s,;])[\s,;]+[A-Za-z_]\w*\s*=\s*[^\s=<>]*$/.exec(rest)
  const html = rest.slice(0, next?.index).trimEnd()
  const missing = html.split('<').length - html.split('>').length
  if (missing <= 0) return []
  const end = start + html.length
  const edits = [{ start: end, end, text: '>'.repeat(missing) }]
  return [say.openHtml({ count: missing, html }, [start, start + 1], edits)]
}

/** `a [label="x"`: the list ends with its line. */
function openBracket(text: string): Mistake[] {
  const open = text.indexOf('[')
  if (open < 0 || text.includes(']')) return []
  const end = open + text.slice(open).replace(/(?<![\s;,])[\s;,]+$/, '').length
  const list = text.slice(open + 1, end).trim()
  return [say.openBracket({ list }, [open, open + 1], [{ start: end, end, text: ']' }])]
}
