/**
 * What a text consists of, apart from the blanks that formatting may change, found without the formatter: by the trees of the grammars, by
 * jsonc-parser and by fast-xml-parser.
 */
import { XMLParser } from 'fast-xml-parser'
import { createScanner } from 'jsonc-parser'
import { parser as dotParser } from '../../converters/dot/grammar.gen.js'
import { parser as flowzapParser } from '../../converters/flowzap/grammar.gen.js'
import { markDirections } from '../../converters/mermaid/document/direction-marks.js'
import { prepare } from '../../converters/mermaid/document/prepare.js'
import { parser as mermaidParser } from '../../converters/mermaid/grammar.gen.js'
import type { Tree } from '../../src/syntax/tree.js'

export interface Token {
  readonly rule: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The leaves of a tree in their order, without a stack that grows with what nests. */
function leavesOf(tree: Tree): Token[] {
  const found: Token[] = []
  const waiting: Tree[] = [tree]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.first) waiting.push(...[...next.children].reverse())
    else if (next.end > next.start)
      found.push({ rule: next.rule, text: next.text, start: next.start, end: next.end })
  }
  return found
}

/** The tokens with their places, for formats in which these are those of the author's text. */
export function tokens(name: string, text: string): Token[] {
  if (name === 'json') return jsonTokens(text)
  const parsed = name === 'dot' ? dotParser.parse(text) : flowzapParser.parse(text)
  if (!parsed.ok) throw new Error(`${name} does not match`)
  return leavesOf(parsed.tree).filter(
    ({ rule }) => rule !== 'lineEnds' && rule !== 'separator' && rule !== 'carried',
  )
}

function jsonTokens(text: string): Token[] {
  const scanner = createScanner(text, true)
  const found: Token[] = []
  for (;;) {
    scanner.scan()
    const start = scanner.getTokenOffset()
    const end = start + scanner.getTokenLength()
    if (start === end) return found
    found.push({ rule: 'token', text: text.slice(start, end), start, end })
  }
}

/** What parts statements and attributes from each other, and blanks. */
const PARTING: Readonly<Record<string, readonly string[]>> = {
  dot: ['separator'],
  flowzap: ['lineEnds'],
  mermaid: [
    'gap',
    'separator',
    'blanks',
    'headerEnd',
    'blankLine',
    'chainEnd',
    'pipeEnd',
    'ws',
    'directionMark',
  ],
}

/** What a text says, in the words that it says it in: the same before and behind formatting. */
export function wordsOf(name: string, text: string): string[] {
  if (name === 'json') return jsonTokens(text).map(token => token.text)
  if (name === 'drawio') return xmlWords(text)
  if (name === 'steps')
    return text
      .split(/[\r\n]+/)
      .map(line => line.trim())
      .filter(line => line !== '')
  const parsed =
    name === 'dot'
      ? dotParser.parse(text)
      : name === 'flowzap'
        ? flowzapParser.parse(text)
        : mermaidParser.parse(markDirections(prepare(text).edited.text).edited.text)
  if (!parsed.ok) throw new Error(`${name} does not match`)
  const parting = new Set(PARTING[name])
  return leavesOf(parsed.tree)
    .filter(({ rule }) => !parting.has(rule))
    .map(token => `${token.rule} ${wordOf(token)}`)
    .filter(word => /\S \S/.test(word))
}

/** A word without the blanks in it that say nothing. */
function wordOf({ rule, text }: Token): string {
  const trimmed = text.trim()
  if (rule === 'graphClose' || rule === 'restOfLine' || rule === 'laneLabel')
    return trimmed
      .replace(/;$/, '')
      .replace(/\s+/g, ' ')
      .replace(/^([}#]) /, '$1')
  if (rule === 'prefix' || rule === 'handleWord' || rule === 'accTitleWord' || rule === 'accDescrWord')
    return trimmed.replace(/\s+/g, '')
  if (rule === 'styleText') return trimmed.replace(/\s*:\s*/, ':')
  // Outside of quotes, blanks in YAML only part.
  if (rule === 'shapeData')
    return trimmed.replace(/("[^"]*")|\s+/g, (_, quoted: string | undefined) => quoted ?? '')
  return trimmed
}

const xml = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
})

/** Elements, attributes and characters in their order, with their values as they are spelled. */
function xmlWords(text: string): string[] {
  const found: string[] = []
  const waiting: unknown[] = [xml.parse(text)]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) waiting.push(...next.slice().reverse())
    else if (typeof next === 'object' && next !== null)
      for (const [key, value] of Object.entries(next).reverse())
        waiting.push(value, key === '#text' ? '' : `<${key}`)
    else if (String(next).trim() !== '') found.push(String(next))
  }
  return found
}

/** The comments of a text in their order, found line by line or by the signs that they stand between. */
export function commentsOf(name: string, text: string): string[] {
  const lines = (sign: RegExp) =>
    text
      .split(/\r\n|\n|\r/)
      .filter(line => sign.test(line))
      .map(line => line.trim())
  if (name === 'mermaid') return lines(/^\s*%%(?!\{)/)
  if (name === 'flowzap') return lines(/^\s*(?:\/\/|#)/).map(line => line.replace(/^#\s*/, '# '))
  if (name === 'steps') return lines(/^#/)
  if (name === 'drawio') return [...text.matchAll(/<!--[\s\S]*?-->/g)].map(([found]) => found)
  return []
}
