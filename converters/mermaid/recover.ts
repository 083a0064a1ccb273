/**
 * What to say about lines that cannot be read, and how to read on. A line whose mistake has a known cause is
 * mended and read; the mend is offered as the message's fix.
 */
import type { Failure, Tree } from '../../src/grammar/tree.js'
import { type Fix, message, type TextEdit } from '../../src/messages/message.js'
import { edit, originOf, type Replacement } from './edited.js'
import { parser } from './grammar.gen.js'
import { markDirections } from './marks.js'
import { type Mend, mends } from './mends.js'
import type { Source } from './source.js'

/** The source with the mends made, and a message for each unreadable line. `tree` is missing where not even the header is one. */
export function recover(source: Source, tree: Tree | undefined): Source {
  const replacements = tree ? mendLines(source, tree) : mendHeader(source)
  const edited = edit(source.prepared.edited, replacements)
  return { ...source, prepared: { ...source.prepared, edited }, marked: markDirections(edited.text) }
}

/** How Mermaid 12.3's other diagrams begin (https://mermaid.js.org/intro/, "Diagram Syntax"). */
const OTHER_DIAGRAM =
  /^(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|journey|gantt|pie|quadrantChart|requirement|gitGraph|C4(?:Context|Container|Component|Dynamic|Deployment)|mindmap|timeline|zenuml|sankey|xychart|block|packet|kanban|architecture|radar|treemap|ishikawa|venn|wardley|railroad|cynefin|usecase)\w*(?:-\w+)*\b/

function mendHeader(source: Source): Replacement[] {
  const { text } = source.prepared.edited
  const lineEnd = text.indexOf('\n')
  const header =
    /^(?:flowchart-elk|swimlane-beta|graph|flowchart)\b(?:[^\S\n]*(?:LR|RL|TB|BT|TD|BR|v)\b|[^\S\n]*[<>^])?/.exec(
      text,
    )
  const end = header?.[0].length ?? 0
  const other = OTHER_DIAGRAM.exec(text)?.[0]
  const expected = header
    ? 'Expected a direction (TB, LR, BT, RL) and then the end of the line.'
    : other
      ? `“${other}” begins a diagram of another kind: of Mermaid’s, only flowcharts are read.`
      : 'Expected a header such as “flowchart TD”.'
  const at = originOf(source.prepared.edited, end, Math.max(lineEnd, end))
  const fix = headerFix(text, end, at[0])
  source.messages.push(message('syntax/unexpected', expected, { at, ...(fix && { fix }) }))
  // Without a flowchart's header the text is something else, and reading on makes no sense.
  if (!header) return [{ start: 0, end: text.length, text: 'flowchart\n' }]
  const word = /^[\w-]+?(?=[^\w-]|$)/.exec(text)?.[0] ?? 'flowchart'
  const known = parser.parse(`${header[0]}\n`, { rule: 'Header' }).ok
  return known
    ? [{ start: end, end, text: '\n' }]
    : [{ start: 0, end: Math.max(lineEnd, word.length), text: 'flowchart' }]
}

/** A statement behind the header gets a line of its own; `flowchart-v2` is the name of a renderer of old. */
function headerFix(text: string, end: number, at: number): Fix | undefined {
  if (text.startsWith('-v2', end) && text.startsWith('flowchart'))
    return { title: 'Write flowchart', edits: [{ start: at, end: at + 3, text: '' }] }
  if (
    !/^[^\S\n]+[\w]/.test(text.slice(end, end + 50)) ||
    !/(?:LR|RL|TB|BT|TD|[<>^v])$/.test(text.slice(0, end))
  )
    return undefined
  return { title: 'Start a new line', edits: [{ start: at, end: at, text: '\n' }] }
}

function mendLines(source: Source, tree: Tree): Replacement[] {
  const replacements: Replacement[] = []
  for (const line of tree.children) {
    const unreadable = line.children[0]
    if (unreadable?.rule !== 'unreadable') continue
    const mend = mendOf(unreadable.text)
    const own =
      mend?.edits.map(({ start, end, text }) =>
        place(source, unreadable.start + start, unreadable.start + end, text),
      ) ?? []
    // What the fix makes a comment is nothing to the grammar.
    if (mend && isComment(mend.line)) replacements.push(place(source, unreadable.start, unreadable.end, ''))
    else for (const replacement of own) replacements.push(replacement)
    report(source, unreadable, mend, own)
  }
  return replacements
}

/** The edits that make a line readable, if the cause of the trouble is known. */
function mendOf(line: string): Mend | undefined {
  // Long lines are not worth the search.
  return line.length > 5000 ? undefined : mends(line).find(({ line }) => isReadable(line))
}

function isComment(line: string): boolean {
  return /^\s*%%[^{]/.test(line)
}

/** Whether a line is nothing but statements. */
function isReadable(line: string): boolean {
  if (isComment(line)) return true
  const result = parser.parse(`flowchart\n${line}\n`)
  return result.ok && result.tree.children.every(({ children }) => children[0]?.rule !== 'unreadable')
}

/** An edit of the marked text, as an edit of the text without marks. */
function place({ marked }: Source, start: number, end: number, text: string): Replacement {
  return { start: marked.edited.origin(start), end: marked.edited.origin(end), text }
}

function report(source: Source, line: Tree, mend: Mend | undefined, own: readonly Replacement[]): void {
  const { edited } = source.prepared
  const failure = failureOf(source, line)
  const reached = Math.min(Math.max(failure.offset, line.start), line.end)
  const blanks = /^\s*/.exec(source.marked.edited.text.slice(reached, line.end))![0].length
  const offset = mend ? line.start + mend.at : reached + blanks
  const start = source.marked.edited.origin(offset)
  const end = source.marked.edited.origin(Math.min(offset + 1, line.end))
  const at = originOf(edited, start, Math.max(end, start))
  if (!mend) {
    source.messages.push(message('syntax/unexpected', sentence(source, failure), { at }))
    return
  }
  const edits: TextEdit[] = own.map(({ start, end, text }) => {
    const [from, to] = originOf(edited, start, end)
    return { start: from, end: to, text }
  })
  source.messages.push(message('syntax/unexpected', mend.text, { at, fix: { title: mend.title, edits } }))
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

function sentence({ marked }: Source, { offset, expected }: Failure): string {
  const { text } = marked.edited
  const before = text.slice(Math.max(offset - 10, 0), offset)
  const cut = /[-./]/.test(text[offset] ?? '') && /(?:style|linkStyle|classDef|class)$/.exec(before)?.[0]
  const found = cut || keyword.exec(text.slice(offset, offset + 20))?.[0]
  if (found)
    return `“${found}” is a word of Mermaid’s own and cannot begin an id or a title; in quotes or with a capital letter it can stand in a label.`
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
