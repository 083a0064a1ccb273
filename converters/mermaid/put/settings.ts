/** What is said of the whole diagram: header, frontmatter, accessible texts, definitions of classes. */
import { sameValue } from '../../../src/ir/leaves.js'
import type { Graph, Value } from '../../../src/ir/model.js'
import type { TextEdit } from '../../../src/messages/message.js'
import type { Statement } from '../read/document.js'
import { commentLines } from '../words/comments.js'
import { sameTheme } from '../words/theme.js'
import { settings, titleLine } from '../write/settings.js'
import { declared, definitions, linkStyle } from '../write/statements.js'
import { accessibility, header } from '../write/write.js'
import { itemsOf } from './apply.js'
import { addLines, type Changes, dropItem } from './changes.js'
import { lineOut } from './lines.js'

export function changeGraph(changes: Changes, before: Graph, after: Graph): void {
  changeHeader(changes, before, after)
  changeBeginning(changes, before, after)
  changeAccessibility(changes, before, after)
  changeClassDefinitions(changes, before, after)
  changeLinkDefaults(changes, before, after)
}

/** The author's word for the header stays where it means the same. */
function changeHeader({ doc, edits }: Changes, before: Graph, after: Graph): void {
  const [was, is] = [header(before), header(after)]
  if (was === is) return
  const said = doc.text.slice(...doc.header)
  const [, word, rest] = /^([\w-]+)([^;]*)/.exec(said)!
  const [wasWord, isWord] = [was.split(' ')[0]!, is.split(' ')[0]!]
  const text = is.replace(isWord, isWord === wasWord ? word! : isWord)
  const written = text === text.split(' ')[0] && said.includes(';') ? `${text} TB` : text
  edits.push({
    start: doc.header[0],
    end: doc.header[0] + word!.length + rest!.trimEnd().length,
    text: written,
  })
}

const own = ({ extras }: Graph, key: string): Value => extras.get('mermaid')?.get(key) ?? null

/** What stands before the header. A title changes where it stands; anything else is written anew. */
function changeBeginning(changes: Changes, before: Graph, after: Graph): void {
  const same =
    sameTheme(before.theme, after.theme) &&
    ['frontmatter', 'directives'].every(key => sameValue(own(before, key), own(after, key)))
  if (same && before.title === after.title) return
  const { header: at, eol, source } = changes.doc
  const titled = same ? titleEdit(changes, after) : undefined
  if (titled) {
    changes.edits.push(titled)
    return
  }
  if (same && !source.prepared.frontmatter && after.title) {
    changes.edits.push({ start: 0, end: 0, text: ['---', titleLine(after.title), '---', ''].join(eol) })
    return
  }
  const lines =
    settings(after) +
    commentLines(after)
      .map(line => `${line}\n`)
      .join('')
  changes.edits.push({ start: 0, end: at[0], text: lines.replaceAll('\n', eol) })
}

/** The line of the title in the frontmatter, where it is a plain one. */
function titleEdit({ doc }: Changes, { title }: Graph): TextEdit | undefined {
  const { frontmatter } = doc.source.prepared
  const fences = /^\s*---[^\S\n]*\r?\n/.exec(doc.text)
  if (!frontmatter || !fences) return undefined
  const block = doc.text.slice(0, doc.header[0])
  const line = /^([ \t]*)title:[^\r\n|>{}[\]&*!]*$/m.exec(block)
  const indent = /^[ \t]*/.exec(doc.text)![0]
  if (line && line[1] === indent) {
    const next = block.slice(line.index + line[0].length).replace(/^\r?\n/, '')
    // A value may go on, indented, on the next line.
    if (/^\s/.test(next.slice(indent.length))) return undefined
    if (!title) {
      const only = frontmatter.values.size === 1
      return only ? undefined : lineOut(doc, [line.index, line.index + line[0].length])
    }
    return { start: line.index, end: line.index + line[0].length, text: indent + titleLine(title) }
  }
  if (line || !title || frontmatter.values.has('title')) return undefined
  const start = fences[0].length
  return { start, end: start, text: indent + titleLine(title) + doc.eol }
}

function changeAccessibility(changes: Changes, before: Graph, after: Graph): void {
  const [was, is] = [accessibility(before), accessibility(after)]
  if (sameValue(was, is)) return
  const lines: string[] = []
  for (const [rule, word] of [
    [/^AccTitle$/, 'accTitle'],
    [/^AccDescr/, 'accDescr'],
  ] as const) {
    const text = is.find(line => line.startsWith(word))
    if (text === was.find(line => line.startsWith(word))) continue
    const said = changes.doc.statements.filter(statement => rule.test(statement.rule))
    for (const [place, statement] of said.entries())
      changes.replaced.set(statement, place === 0 ? text : undefined)
    if (said.length === 0 && text !== undefined) lines.push(text)
  }
  if (lines.length > 0) changes.behind.set(-1, lines)
}

function changeClassDefinitions(changes: Changes, before: Graph, after: Graph): void {
  const [was, is] = [definitionsOf(before), definitionsOf(after)]
  const lines: string[] = []
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const text = is.get(name)
    if (text === was.get(name)) continue
    const said = changes.doc.statements.filter(statement => {
      return statement.rule === 'ClassDef' && itemsOf(changes.doc, statement).includes(name)
    })
    const alone = said.find(statement => itemsOf(changes.doc, statement).length === 1)
    for (const statement of said) if (statement !== alone) dropItem(changes, statement, name)
    if (alone) changes.replaced.set(alone, text)
    else if (text !== undefined) lines.push(text)
  }
  if (lines.length > 0) addLines(changes, 'ClassDef', lines)
}

/** The definitions of classes, and of what every node has, by name. */
function definitionsOf(graph: Graph): Map<string, string> {
  return new Map(definitions(graph).map(line => [line.split(' ')[1]!, line]))
}

function changeLinkDefaults(changes: Changes, before: Graph, after: Graph): void {
  const line = (graph: Graph) =>
    linkStyle(
      'default',
      own(graph, 'curve') ?? undefined,
      graph.defaults.edge ? declared(graph.defaults.edge, false) : '',
    )
  const text = line(after)
  if (text === line(before)) return
  const said: Statement[] = changes.doc.statements.filter(statement => {
    return statement.rule === 'LinkStyle' && itemsOf(changes.doc, statement)[0] === 'default'
  })
  for (const [place, statement] of said.entries())
    changes.replaced.set(statement, place === 0 ? text : undefined)
  if (said.length === 0 && text !== undefined)
    addLines(changes, 'LinkStyle', [text], Number.POSITIVE_INFINITY)
}
