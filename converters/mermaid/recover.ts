/**
 * What to say about lines that cannot be read, and how to read on. A line whose mistake has a known cause is
 * mended and read; the mend is offered as the message's fix.
 */
import type { Failure, Tree } from '../../src/grammar/tree.js'
import type { Range } from '../../src/ir/model.js'
import type { Code } from '../../src/messages/codes.js'
import { message, type TextEdit } from '../../src/messages/message.js'
import { edit, originOf, type Replacement, unedited } from './edited.js'
import { encodeEntities } from './entities.js'
import { parser } from './grammar.gen.js'
import { headerMends } from './header-mends.js'
import { markDirections } from './marks.js'
import { joined, type Mend, mends, type Proposal } from './mends.js'
import { misspeltStatement } from './misspelt.js'
import type { Source } from './source.js'

/** The source with the mends made, and a message for each unreadable line. `tree` is missing where not even the header is one. */
export function recover(source: Source, tree: Tree | undefined): Source {
  if (tree) return withMends(source, mendLines(source, tree))
  const headed = withMends(source, mendHeader(source))
  const result = parser.parse(headed.marked.edited.text)
  return result.ok ? withMends(headed, mendLines(headed, result.tree)) : headed
}

function withMends(source: Source, replacements: readonly Replacement[]): Source {
  const edited = edit(source.prepared.edited, replacements)
  return { ...source, prepared: { ...source.prepared, edited }, marked: markDirections(edited.text) }
}

/** How Mermaid 12.3's other diagrams begin (https://mermaid.js.org/intro/, "Diagram Syntax"). */
const OTHER_DIAGRAM =
  /^(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|journey|gantt|pie|quadrantChart|requirement|gitGraph|C4(?:Context|Container|Component|Dynamic|Deployment)|mindmap|timeline|zenuml|sankey|xychart|block|packet|kanban|architecture|radar|treemap|ishikawa|venn|wardley|railroad|cynefin|usecase)[\w-]{0,40}(?<!-)/

function mendHeader(source: Source): Replacement[] {
  const { text } = source.prepared.edited
  const lineEnd = text.indexOf('\n')
  const line = text.slice(0, lineEnd < 0 ? text.length : lineEnd)
  const mend = headerMends(line).find(({ line }) => isHeader(line))
  if (mend) {
    const own = mend.edits.map(edit => ({ ...edit }))
    say(source, mend, own, originOf(source.prepared.edited, ...mend.at))
    return own
  }
  const other = OTHER_DIAGRAM.exec(text)?.[0]
  const header =
    /^(?:flowchart-elk|swimlane-beta|graph|flowchart)\b(?:[^\S\n]*(?:LR|RL|TB|BT|TD|BR|v)\b|[^\S\n]*[<>^])?/.exec(
      text,
    )
  const end = header?.[0].length ?? 0
  const expected = header
    ? 'Expected a direction (TB, LR, BT, RL) and then the end of the line.'
    : other
      ? `“${other}” begins a diagram of another kind: of Mermaid’s, only flowcharts are read.`
      : 'Expected a header such as “flowchart TD”.'
  const at = originOf(source.prepared.edited, end, Math.max(lineEnd, end))
  source.messages.push(message('syntax/unexpected', expected, { at }))
  // Without a flowchart's header the text is something else, and reading on makes no sense.
  if (!header) return [{ start: 0, end: text.length, text: 'flowchart\n' }]
  const word = /^[\w-]+?(?=[^\w-]|$)/.exec(text)?.[0] ?? 'flowchart'
  const known = parser.parse(`${header[0]}\n`, { rule: 'Header' }).ok
  return known
    ? [{ start: end, end, text: '\n' }]
    : [{ start: 0, end: Math.max(lineEnd, word.length), text: 'flowchart' }]
}

/** Whether a line is a header, and what may stand behind it on lines of its own. */
function isHeader(line: string): boolean {
  const [header, ...rest] = line.split('\n')
  return parser.parse(`${header}\n`, { rule: 'Header' }).ok && rest.every(isReadable)
}

/** How many lines with mends are looked at in a file. One that is no diagram has mistakes without end. */
const MOST_TRIES = 20_000

function mendLines(source: Source, tree: Tree): Replacement[] {
  const replacements: Replacement[] = []
  const tries = { left: MOST_TRIES }
  const ends = misspeltEnds(tree)
  let before: Tree | undefined
  let open = 0
  for (const line of tree.children) {
    const unreadable = line.children[0]
    if (unreadable && ends.has(unreadable.start)) replacements.push(endInstead(source, unreadable))
    const last = before
    before = unreadable
    if (unreadable && last && namesNode(source, last, unreadable)) {
      replacements.push(nodeInstead(source, last))
      continue
    }
    if (unreadable?.rule === 'unreadable' && open > 0 && unreadable.text.trim() === '}') {
      open--
      replacements.push(wordInstead(source, unreadable, 'end', BRACED))
      continue
    }
    if (unreadable?.children[0]?.rule === 'Subgraph' || opensSubgraph(unreadable)) open++
    else if (unreadable?.children[0]?.rule === 'SubgraphEnd') open--
    if (unreadable?.rule !== 'unreadable') continue
    const mend = mendOf(unreadable.text, tries)
    const own =
      mend?.edits.map(({ start, end, text }) =>
        place(source, unreadable.start + start, unreadable.start + end, text),
      ) ?? []
    // What the fix makes a comment is nothing to the grammar. It needs a line of its own.
    const isNote = mend !== undefined && isComment(mend.line)
    if (isNote && own[0] && !startsLine(source, unreadable)) own[0] = { ...own[0], text: `\n${own[0].text}` }
    if (isNote) replacements.push(place(source, unreadable.start, unreadable.end, ''))
    // The reading is that of the text itself: an entity code that the fix brings is the character it stands for.
    else for (const replacement of own) replacements.push({ ...replacement, text: encoded(replacement.text) })
    report(source, unreadable, mend, own)
  }
  return replacements
}

/** Lines with nothing but `End`, `END` or `ennd`, which name a node, where just so many subgraphs are open at the end. */
function misspeltEnds(tree: Tree): ReadonlySet<number> {
  const found = new Set<number>()
  let open = 0
  for (const line of tree.children) {
    const statement = line.children[0]
    const rule = statement?.children[0]?.rule
    if (rule === 'Subgraph' || opensSubgraph(statement)) open++
    else if (rule === 'SubgraphEnd') open--
    else if (
      rule === 'Chain' &&
      /^\s*(?:END|End|ennd|edn|emd|endd|End;|endsubgraph|end_subgraph)\s*$/.test(statement!.text)
    )
      found.add(statement!.start)
  }
  return open > 0 && found.size > 0 && found.size <= open ? found : new Set()
}

function opensSubgraph(statement: Tree | undefined): boolean {
  if (statement?.rule !== 'unreadable') return false
  return /^\s*subgraph\b/.test(statement.text) || misspeltStatement(statement.text)?.meant === 'subgraph'
}

function endInstead(source: Source, statement: Tree): Replacement {
  const word = statement.text.trim()
  const text = `“${word}” names a node here; a subgraph is closed with “end”, in small letters.`
  return wordInstead(source, statement, 'end', text)
}

const BRACED = 'A subgraph has no braces: it is closed with “end”.'

/** Whether an `end` and the arrow behind it, on one line, are meant as a node and its edge. */
function namesNode({ marked }: Source, end: Tree, arrow: Tree): boolean {
  if (end.children[0]?.rule !== 'SubgraphEnd' || arrow.rule !== 'unreadable') return false
  if (marked.edited.text.slice(end.start, arrow.start).includes('\n')) return false
  return /^\s*(?:--|==|-\.|<--|~~~)/.test(arrow.text) && isReadable(`End${arrow.text}`)
}

function nodeInstead(source: Source, statement: Tree): Replacement {
  const text = '“end” closes a subgraph and cannot name a node; with a capital letter, “End”, it can.'
  return wordInstead(source, statement, 'End', text, 'syntax/unexpected')
}

function wordInstead(
  source: Source,
  statement: Tree,
  meant: string,
  text: string,
  code: Code = 'syntax/keyword',
): Replacement {
  const word = statement.text.trim()
  const start = statement.start + statement.text.indexOf(word)
  const own = place(source, start, start + word.length, meant)
  const at = originOf(source.prepared.edited, own.start, own.end)
  say(source, { code, edits: [], at: [0, 0], title: `Write ${meant}`, text }, [own], at)
  return own
}

/** The edits that make a line readable, if the cause of the trouble is known: one mend, or two where one does not do. */
function mendOf(line: string, tries: { left: number }): Mend | undefined {
  // Long lines are not worth the search.
  if (line.length > 5000 || tries.left <= 0) return undefined
  const first = mends(line)
  tries.left -= first.length + 1
  const whole = first.find(({ line }) => isReadable(line))
  if (whole) return whole
  for (const mend of first) {
    if (tries.left <= MOST_TRIES / 2) return undefined
    const second = mends(mend.line)
    tries.left -= second.length
    const both = second.find(({ line }) => isReadable(line))
    if (both) return joined(line, mend, both)
  }
  return undefined
}

function encoded(text: string): string {
  return /#\w+;/.test(text) ? encodeEntities(unedited(text)).text : text
}

function startsLine({ marked }: Source, { start }: Tree): boolean {
  const { text } = marked.edited
  let before = start
  while (before > 0 && (text[before - 1] === ' ' || text[before - 1] === '\t')) before--
  return before === 0 || text[before - 1] === '\n'
}

function isComment(line: string): boolean {
  return /^\s*%%[^{]/.test(line)
}

/** Whether a line is nothing but statements. */
function isReadable(line: string): boolean {
  if (isComment(line)) return true
  const text = `flowchart\n${line}\n`
  const result = parser.parse(line.includes('direction') ? markDirections(text).edited.text : text)
  return result.ok && result.tree.children.every(({ children }) => children[0]?.rule !== 'unreadable')
}

/** An edit of the marked text, as an edit of the text without marks. */
function place({ marked }: Source, start: number, end: number, text: string): Replacement {
  return { start: marked.edited.origin(start), end: marked.edited.origin(end), text }
}

function report(source: Source, line: Tree, mend: Mend | undefined, own: readonly Replacement[]): void {
  const { edited } = source.prepared
  const origin = (offset: number) => source.marked.edited.origin(Math.min(offset, line.end))
  if (mend) {
    const [start, end] = mend.at
    const from = origin(line.start + start)
    say(source, mend, own, originOf(edited, from, Math.max(origin(line.start + end), from)))
    return
  }
  const failure = failureOf(source, line)
  const reached = Math.min(Math.max(failure.offset, line.start), line.end)
  const blanks = /^\s*/.exec(source.marked.edited.text.slice(reached, line.end))![0].length
  const start = origin(reached + blanks)
  const at = originOf(edited, start, Math.max(origin(reached + blanks + 1), start))
  // Where everything up to the end of the file was understood, the file is what is too short.
  const isLast = reached + blanks >= line.end && source.marked.edited.text.slice(line.end).trim() === ''
  if (isLast) {
    const text = `The file ends in the middle of a statement, “${short(decodedCodes(line.text.trim()))}”, and is probably cut off.`
    source.messages.push(message('syntax/cut-off', text, { at }))
  } else source.messages.push(message('syntax/unexpected', sentence(source, failure), { at }))
}

function short(text: string): string {
  return text.length > 60 ? `…${text.slice(-59)}` : text
}

/** Says what a mend mends, with the mend as the fix. */
function say(source: Source, mend: Proposal, own: readonly Replacement[], at: Range): void {
  const edits: TextEdit[] = own.map(({ start, end, text }) => {
    const [from, to] = originOf(source.prepared.edited, start, end)
    return { start: from, end: to, text: decodedCodes(text) }
  })
  const { code = 'syntax/unexpected', title, text } = mend
  source.messages.push(message(code, decodedCodes(text), { at, fix: { title, edits } }))
}

/** Entity codes as authors write them: `#quot;`. */
function decodedCodes(text: string): string {
  return text.replace(/ﬂ°°?(\w+)¶ß/g, '#$1;')
}

/** Why a line is no statement. Statements that reach over lines fail on a later one. */
function failureOf({ marked }: Source, { start }: Tree): Failure {
  const { text } = marked.edited
  let end = start
  for (let lines = 0; lines < 4 && end >= 0; lines++) end = text.indexOf('\n', end + 1)
  const result = parser.parse(text, { rule: 'Statement', start, end: end < 0 ? text.length : end + 1 })
  return result.ok ? { offset: start, expected: [] } : result.failure
}

const keyword =
  /^(?:end|class|classDef|style|linkStyle|graph|flowchart|subgraph|click|href|call|interpolate|default|_self|_blank|_parent|_top)\b/

/** A header that stands alone on its line, not a word that an arrow follows. */
const header = /^(?:graph|flowchart)(?:[^\S\n]+(?:TB|TD|BT|LR|RL))?[^\S\n]*;?(?:\n|$)/

function sentence({ marked }: Source, { offset, expected }: Failure): string {
  const { text } = marked.edited
  const before = text.slice(Math.max(offset - 10, 0), offset)
  const cut = /[-./]/.test(text[offset] ?? '') && /(?:style|linkStyle|classDef|class)$/.exec(before)?.[0]
  const found = cut || keyword.exec(text.slice(offset, offset + 20))?.[0]
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const isHeader = header.test(text.slice(offset, offset + 40))
  if (isHeader && text.slice(lineStart, offset).trim() === '')
    return 'A second diagram begins here, and a Mermaid file holds one; what follows is read as a part of the first.'
  if (found)
    return `“${found}” is a word of Mermaid’s own, so no id and no title can begin with it; in quotes, or with a capital letter, it can stand in a label.`
  const words = [...new Set(expected.flatMap(inWords))].slice(0, 4)
  if (words.length === 0) words.push('a statement')
  const last = words.pop()
  return `Expected ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`
}

/** What could have stood there: descriptions as they are, brackets in quotes, the beginnings of arrows as arrows. */
function inWords(expected: string): string[] {
  const terminal = /^"(.*)"$/.exec(expected)?.[1]
  if (terminal === undefined) return expected.startsWith('not ') ? [] : [expected]
  if (/^(?:--|==|-\.)$/.test(terminal)) return ['an arrow', 'the end of the line']
  return /^[\])}|]+$/.test(terminal) ? [`“${terminal}”`] : []
}
