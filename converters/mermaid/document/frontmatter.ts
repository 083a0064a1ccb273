/** Mermaid's frontmatter: a YAML block between `---` fences at the very beginning of the text. */
import { load } from 'js-yaml'
import type { Value } from '../../../src/ir/model.js'
import { MERMAID_SCHEMA, toValue } from '../words/yaml.js'

export interface Frontmatter {
  /** How much of the text it takes, closing fence and line break included. */
  readonly length: number
  /** Its properties, or what is wrong with its YAML. */
  readonly values: ReadonlyMap<string, Value>
  readonly error?: string
  /** The closing fence is missing, and the diagram begins behind what is read. */
  readonly unclosed?: true
}

/**
 * The frontmatter that `text` begins with. It may be indented, with the closing fence indented alike. The
 * fences stand alone on their lines as far as they start them, and something stands between them.
 */
export function findFrontmatter(text: string): Frontmatter | undefined {
  const indent = /^[^\S\n]*/.exec(text)![0]
  if (!text.startsWith('---', indent.length)) return undefined
  const firstBody = lineAfterBlanks(text, indent.length + 3, false)
  if (firstBody < 0) return undefined
  const fence = `\n${indent}---`
  // The opening fence takes blank lines after it, but leaves one line break for the closing one.
  const earliest = closingFence(text, fence, firstBody)
  if (earliest < 0) return undefined
  const bodyStart = bodyAfterBlankLines(text, indent.length + 3, fence, firstBody)
  const close = closingFence(text, fence, bodyStart)
  if (close < 0) return undefined
  const body = text.slice(bodyStart, close).split('\n')
  const dedented = body.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n')
  return { length: lineAfterBlanks(text, close + fence.length, true), ...parseBody(dedented) }
}

const HEADER = /^[^\S\n]*(?:flowchart|graph|swimlane-beta)\b/
/** A property, what belongs to the one before, a comment or nothing. */
const YAML_LINE = /^(?:[\w"'-]+[^\S\n]*:(?:\s|$)|\s|#|-\s|$)/

/** Frontmatter without its closing fence: mermaid takes none of it. Only properties stand before the header of the diagram. */
export function findUnclosedFrontmatter(text: string): Frontmatter | undefined {
  if (!/^[^\S\n]*---[^\S\n]*(?:\n|$)/.test(text)) return undefined
  const [fence = '', ...lines] = text.slice(0, 10_000).split('\n')
  const header = lines.findIndex(line => HEADER.test(line))
  const body = lines.slice(0, header)
  if (header < 1 || !body.every(line => YAML_LINE.test(line)) || !/:/.test(body.join(''))) return undefined
  const length = [fence, ...body].join('\n').length + 1
  return { length, ...parseBody(body.join('\n')), unclosed: true }
}

/** Where the line after a run of blanks from `at` starts: after its first line break, or its last. -1 without one. */
function lineAfterBlanks(text: string, at: number, last: boolean): number {
  let found = -1
  for (let index = at; index < text.length && /\s/.test(text[index]!); index++) {
    if (text[index] !== '\n') continue
    found = index + 1
    if (!last) break
  }
  return found
}

/** The first line break from `from` on that a closing fence follows, or -1. */
function closingFence(text: string, fence: string, from: number): number {
  for (let at = text.indexOf(fence, from); at >= 0; at = text.indexOf(fence, at + 1))
    if (lineAfterBlanks(text, at + fence.length, true) >= 0) return at
  return -1
}

function bodyAfterBlankLines(text: string, at: number, fence: string, firstBody: number): number {
  let lastClose = -1
  for (let close = closingFence(text, fence, firstBody); close >= 0; ) {
    lastClose = close
    close = closingFence(text, fence, close + 1)
  }
  let start = firstBody
  for (let index = at; index < lastClose && /\s/.test(text[index]!); index++)
    if (text[index] === '\n') start = index + 1
  return start
}

function parseBody(body: string): Pick<Frontmatter, 'values' | 'error'> {
  try {
    const value = toValue(body.trim() === '' ? null : load(body, { schema: MERMAID_SCHEMA }))
    return { values: value instanceof Map ? value : new Map() }
  } catch (error) {
    return { values: new Map(), error: error instanceof Error ? error.message : String(error) }
  }
}
