/** Documents of every kind: what is found in them lies where it is said to lie, and what takes its place changes nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { formats as entries } from '../../converters/index.js'
import type { Block, Found } from '../../src/documents/block.js'
import { type DocumentKind, documentKinds, sourceCode } from '../../src/documents/documents.js'
import { languagesOf } from '../../src/documents/languages.js'
import { provedEdits } from '../../src/documents/proved.js'
import type { Format } from '../../src/format.js'
import { withEdits as applied } from '../../src/messages/edits.js'
import type { TextEdit } from '../../src/messages/message.js'
import { constructs, markings, shells } from './document-parts.js'
import { type Count, type Target, target } from './targets.js'
import { withEdits } from './texts.js'

/** Every block of a longer document costs a reading of all of it. */
const LONGEST = 4000

/** Documents of the repository, and those of its trees. */
export function ownDocuments(kinds: readonly Pick<DocumentKind, 'extensions'>[] = documentKinds): string[] {
  const extensions = kinds.flatMap(kind => kind.extensions)
  const isOne = (name: string) => extensions.some(extension => name.endsWith(extension))
  const files = [...readdirSync('.'), ...readdirSync('docs').map(name => join('docs', name))]
  const trees = readdirSync('corpus/repos').filter(name => name.endsWith('.tree'))
  const inTrees = trees.flatMap(name => partsOf(readFileSync(join('corpus/repos', name), 'utf8')))
  return [
    ...files.filter(isOne).map(name => readFileSync(name, 'utf8')),
    ...inTrees.filter(([name]) => isOne(name)).map(([, text]) => text),
  ]
    .flatMap(text => (text.length > LONGEST ? text.split(/^(?=## )/m) : [text]))
    .filter(text => text.length <= LONGEST && text !== '')
}

/** The files of a tree: a line with the name before each. */
function partsOf(tree: string): [string, string][] {
  const parts = tree.split(/^-- (\S+) --\n/m).slice(1)
  return parts.flatMap((name, place): [string, string][] =>
    place % 2 === 0 ? [[name, parts[place + 1] ?? '']] : [],
  )
}

/** Documents put together from what such a kind has, each part in quotes and lists of its own. */
function generated(kind: DocumentKind): fc.Arbitrary<string> {
  const { parts, around = [''], join: joining = (lines: string[]) => lines } = constructs[kind.name]!
  const part = fc
    .tuple(fc.constantFrom(...parts), fc.constantFrom(...around), fc.constantFrom(...around))
    .map(([lines, outer, inner]) => lines.map(line => outer + inner + line))
  return fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
    .map(([list, end]) =>
      joining(list.flatMap((lines, place) => (place > 0 ? ['', ...lines] : lines))).join(end),
    )
}

/** What no kind of document changes by itself: neither blank at its ends, nor indented as a whole, each line ended by a line feed. */
const plain = (text: string): boolean =>
  /^\S(?:[^\r\0\u2028\u2029\f\v\u0085]*\S)?\n$/.test(text) && !/\p{Surrogate}|\ufeff/u.test(text)

const line = fc.constantFrom(...markings)
const source: fc.Arbitrary<string> = fc
  .array(line, { maxLength: 6 })
  .map(lines => ['graph LR', ...lines, 'end'].map(own => `${own}\n`).join(''))

const isWithin = ([start, end]: readonly [number, number], least: number, most: number): boolean =>
  least <= start && start <= end && end <= most

function misplaced(document: string, { blocks, files, messages }: Found): string | undefined {
  const { length } = document
  const all = [...blocks, ...files, ...messages.flatMap(({ at }) => (at ? [{ at }] : []))]
  const wrong = all.find(({ at }) => !isWithin(at, 0, length))
  if (wrong) return `a place outside of the document: ${wrong.at.join(' to ')} of ${length}`
  const file = files.find(({ at, fileAt }) => !isWithin(fileAt, at[0], at[1]))
  if (file) return `the name of ${file.file} stands outside of its place`
  for (const [place, { at }] of blocks.entries())
    if (place > 0 && at[0] < blocks[place - 1]!.at[1]) return `two blocks overlap at ${at[0]}`
  return blocks.map(block => misread(document, block)).find(fault => fault !== undefined)
}

/** Each letter of a block's text comes from a place of the document where it stands, or where it is escaped. */
function misread(document: string, { text, at, offsetOf, language }: Block): string | undefined {
  // Of Sphinx' `digraph` and `graph`, the first line and the last are not in the document.
  if (language === 'digraph' && /^(?:di)?graph /.test(text)) return undefined
  let before = at[0]
  for (let offset = 0; offset <= text.length; offset++) {
    const there = offsetOf(offset)
    if (there < before || there > at[1])
      return `letter ${offset} of a block stands at ${there}, after ${before}`
    before = there
    const letter = text[offset]
    if (letter === undefined || /\s|\ufffd/.test(letter)) continue
    const written = document[there]
    if (written !== letter && written !== '&' && written !== '\\')
      return `letter ${offset} of a block is ${JSON.stringify(letter)}, and ${JSON.stringify(written)} stands there`
  }
  return undefined
}

/** A document after edits, and what is found in it. */
function after({ text, find }: Document, edits: readonly TextEdit[]): [string, Found] {
  for (const [place, { start, end }] of edits.entries())
    if (!isWithin([start, end], place > 0 ? edits[place - 1]!.end : 0, text.length))
      throw new Error(`edits out of order or overlapping: ${JSON.stringify(edits)}`)
  const now = applied(text, edits)
  return [now, find(now)]
}

/** A fence around the fence may have to be longer. */
const around = (text: string): string => text.replace(/`{3,}/g, '```').replace(/~{3,}/g, '~~~')

const outside = (document: string, [start, end]: readonly [number, number]): string[] =>
  [document.slice(0, start), document.slice(end)].map(around)

/** A text without how far its lines stand in, and blank ones around it, which a document may change that somebody damaged. */
const lines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(line => line.trim())
    .join('\n')
    .trim()

interface Document {
  readonly text: string
  readonly found: Found
  readonly find: (text: string) => Found
  /** Whether nobody damaged it. */
  readonly whole: boolean
}

/** Another text in a block's place, as a command puts it there; nothing where that is refused. */
function exchanged(document: Document, index: number, text: string, to?: Format): Document | undefined {
  const { find, found, whole } = document
  const block = found.blocks[index]!
  const { edits } = provedEdits(document.text, find, found, [
    { index, text, edited: block.exchanged(text, to) },
  ])
  if (edits.length === 0) return undefined
  const [now, again] = after(document, edits)
  const show = () => `\n--- before\n${document.text}\n--- after\n${now}\n--- for\n${text}`
  if (again.blocks.length !== found.blocks.length)
    throw new Error(`${found.blocks.length} blocks become ${again.blocks.length}${show()}`)
  const other = again.blocks.findIndex(
    (own, place) => place !== index && own.text !== found.blocks[place]!.text,
  )
  if (other >= 0) throw new Error(`block ${other} changes, too${show()}`)
  const own = again.blocks[index]!
  if (whole ? own.text !== text : lines(own.text) !== lines(text))
    throw new Error(`another text is read: ${JSON.stringify(own.text)}${show()}`)
  // Colons in a list may be closed behind it, where a fence would not be.
  if (/^[ \t>]*(?:[-+*]|\d+[.)])[ \t].*:::/m.test(document.text))
    return { ...document, text: now, found: again }
  if (outside(now, own.at).join('\0') !== outside(document.text, block.at).join('\0'))
    throw new Error(`something else changes${show()}`)
  return { ...document, text: now, found: again }
}

function oneDocument(
  document: Document,
  targets: readonly Format[],
  text: string,
  pick: number,
  count: Count,
): void {
  const { found } = document
  const fault = misplaced(document.text, found)
  if (fault !== undefined) throw new Error(`${fault}\n${document.text}`)
  count('documents')
  const place = pick % Math.max(1, found.blocks.length)
  const block = found.blocks[place]
  if (!block) return
  const { edits } = block.exchanged(block.text)
  if (edits && edits.length > 0)
    throw new Error(`its own text changes a block: ${JSON.stringify(edits)}\n${document.text}`)
  const made = exchanged(document, place, text, targets[pick % targets.length])
  if (made) count('documents')
  // The way back, where the text was one that any document can hold.
  if (made && plain(block.text)) {
    const from = targets.find(({ inDocuments, name }) =>
      [name, inDocuments?.directive].includes(block.language),
    )
    exchanged(made, place, block.text, from)
    count('documents')
  }
}

export async function documentTargets(): Promise<Target[]> {
  const formats = await Promise.all(entries.map(({ load }) => load()))
  const languages = languagesOf(formats)
  const targets = formats.filter(({ name }) => ['mermaid', 'dot', 'flowzap'].includes(name))
  const all = [...documentKinds, sourceCode].map(kind => [kind, ownDocuments([kind])] as const)
  const others = all.flatMap(([, texts]) => texts)
  return all.map(([kind, texts]) => {
    const made = generated(kind)
    const start = texts.length > 0 ? fc.oneof(fc.constantFrom(...texts), made, made) : made
    const input = fc.oneof(
      made.map(text => ({ text, whole: true })),
      withEdits(start, others, shells).map(text => ({ text, whole: false })),
    )
    return target(
      `documents: ${kind.name}`,
      0.6,
      60,
      fc.tuple(input, source, fc.nat(1000)),
      async ([given, text, pick], count) => {
        // As a command does: what the document needs is loaded once.
        const findBlocks = await kind.load(given.text)
        const find = (own: string) => findBlocks(own, languages)
        oneDocument({ ...given, find, found: find(given.text) }, targets, text, pick, count)
      },
    )
  })
}
