/** From the JSON form to graphs. Syntax, schema and references are checked, each with its place. */

import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Document, ReadResult } from '../../../src/format.js'
import { MAX_FIELD_LEVELS } from '../../../src/ir/model.js'
import { flawsOf } from '../../../src/ir/validate.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { graphForm } from '../words/form.js'
import { type JsonObject, listOf } from '../words/json.js'
import { graphFromJson, inJson, rangeOf } from './build.js'
import { faultsOf } from './check.js'
import * as say from './messages.js'

/** Levels of brackets in a file: the form itself needs about ten, `extras` of DOT's subgraphs two for each level. */
const MAX_DEPTH = 1200
const MAX_MESSAGES = 50

/**
 * Reads one graph or an array of graphs in diaglot's own JSON. Never throws for what is in the text.
 * @param text JSON
 * @returns the graphs, and messages: `syntax/unexpected` for text that is not JSON,
 * `syntax/schema` where it does not fit the schema, `syntax/reference` for an id that names
 * nothing, `limit/nesting`. A graph with such errors is left out.
 * @see the JSON Schema, `diaglot/schema.json`
 * @example
 * const { graphs, messages } = readJson('{ "diaglot": 1, "nodes": [{ "id": "a" }] }')
 */
export function readJson(text: string): ReadResult {
  const tooDeep = placeOfDepth(text, MAX_DEPTH)
  if (tooDeep !== undefined) {
    const at = [tooDeep, tooDeep + 1] as const
    return failed([say.nestedTooDeep({ levels: MAX_DEPTH }, at)])
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  if (errors.length > 0 || !root) return failed(syntaxMessages(errors, text))
  const beyond = [...deepFields(root), ...hugeNumbers(text, root)]
  if (beyond.length > 0) return failed(beyond)
  const value: unknown = JSON.parse(text)
  if (!isDiagram(value)) return failed([say.otherJson(rangeOf(root))])
  const schemaMessages = schemaErrors(value, root)
  if (hasErrors(schemaMessages)) return failed(schemaMessages)
  const list = Array.isArray(value)
  const graphs = list ? (value as JsonObject[]) : [value as JsonObject]
  const messages: Message[] = repeatedNames(root)
  const read = graphs.map((json, place) => {
    const node = list ? (root.children?.[place] ?? root) : root
    const graph = graphFromJson(json, node, messages)
    for (const flaw of flawsOf(graph))
      messages.push(say.unsound({ flaw: flaw.text }, rangeOf(placeIn(node, flaw.path))))
    return graph
  })
  if (hasErrors(messages)) return failed(messages)
  const documents = graphs.map(({ source }) => source as Document | undefined)
  return { graphs: read, messages, ...(documents.some(Boolean) && { documents }) }
}

/** Whether JSON is meant as a diagram, however wrong it may be. */
function isDiagram(value: unknown): boolean {
  const graphs: unknown[] = Array.isArray(value) ? value : [value]
  return (
    graphs.length === 0 ||
    graphs.some(
      graph =>
        typeof graph === 'object' &&
        graph !== null &&
        ['diaglot', 'nodes'].some(key => Object.hasOwn(graph, key)),
    )
  )
}

/** One message where the file is too short, and else the first mistake of each line: what follows on it comes of that one. */
function syntaxMessages(errors: readonly ParseError[], text: string): Message[] {
  const end = text.trimEnd().length
  const [first] = errors
  if (end > 0 && (!first || first.offset >= end)) return [say.cutOff([end, end])]
  let line = -2
  const firsts = errors.filter(({ offset }) => {
    const start = text.lastIndexOf('\n', offset - 1)
    const isFirst = start !== line
    line = start
    return isFirst
  })
  return firsts.slice(0, MAX_MESSAGES).map(error => syntaxMessage(error, text))
}

function failed(messages: readonly Message[]): ReadResult {
  return { graphs: [], messages }
}

/** The offset of the first bracket that opens a level beyond the limit, in one scan that skips strings. */
function placeOfDepth(text: string, limit: number): number | undefined {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') {
      if (++depth > limit) return i
    } else if (char === '}' || char === ']') depth--
  }
  return undefined
}

function repeated(name: JsonNode): Message {
  return say.nameTwice({ name: name.value as string }, rangeOf(name))
}

/** Names that stand in one object more than once. */
function repeatedNames(root: JsonNode): Message[] {
  const found: Message[] = []
  const open = [root]
  for (let node = open.pop(); node && found.length < MAX_MESSAGES; node = open.pop()) {
    const { type, children = [] } = node
    const names = new Set<unknown>()
    for (const child of children) {
      const name = type === 'object' ? child.children?.[0] : undefined
      const value = name ? child.children?.[1] : child
      if (name && names.size === names.add(name.value).size) found.push(repeated(name))
      if (value?.children) open.push(value)
    }
  }
  return found
}

/** Fields that nest deeper than the model's; the validator would recurse into them. */
function deepFields(root: JsonNode): Message[] {
  const graphs = root.type === 'array' ? (root.children ?? []) : [root]
  const fields = graphs
    .flatMap(graph => inJson(graph, 'nodes')?.children ?? [])
    .flatMap(node => inJson(node, 'fields') ?? [])
  return fields.filter(isTooDeep).map(list => say.fieldsTooDeep({ levels: MAX_FIELD_LEVELS }, rangeOf(list)))
}

/** Numbers that are infinite once they are read, which no JSON can say again. They need many digits or a large exponent. */
function hugeNumbers(text: string, root: JsonNode): Message[] {
  if (!/\d{300}|[eE]\+?\d{3}/.test(text)) return []
  const found: Message[] = []
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.value === Number.POSITIVE_INFINITY || node.value === Number.NEGATIVE_INFINITY) {
      found.push(say.hugeNumber(rangeOf(node)))
    }
    for (const child of node.children ?? []) open.push(child)
  }
  return found.slice(0, MAX_MESSAGES)
}

function isTooDeep({ children: fields = [] }: JsonNode): boolean {
  let level = fields
  for (let levels = 1; level.length > 0; levels++) {
    if (levels > MAX_FIELD_LEVELS) return true
    level = level.flatMap(field => inJson(field, 'children')?.children ?? [])
  }
  return false
}

function syntaxMessage({ error, offset, length }: ParseError, text: string): Message {
  const name = printParseErrorCode(error)
  const end = Math.min(offset + Math.max(1, length), text.length)
  const comma = /[\]}]/.test(text[offset] ?? '') ? lastSign(text, offset) : -1
  if (/^(?:ValueExpected|PropertyNameExpected)$/.test(name) && text[comma] === ',') {
    return say.extraComma([comma, comma + 1], [{ start: comma, end: comma + 1, text: '' }])
  }
  return say.noJson({ fault: name }, [Math.min(offset, end), end])
}

/** Where the last sign before an offset stands that is no blank. */
function lastSign(text: string, offset: number): number {
  let at = offset - 1
  while (at >= 0 && /\s/.test(text[at]!)) at--
  return at
}

/** What does not fit the schema. */
function schemaErrors(value: unknown, root: JsonNode): Message[] {
  const schema = Array.isArray(value) ? listOf(graphForm.schema) : graphForm.schema
  return faultsOf(schema, value, MAX_MESSAGES).map(({ path, sentence }) =>
    sentence(whereOf(path), rangeOf(placeIn(root, path))),
  )
}

/** What a path leads to, as the subject of a sentence: `“shape” of nodes/0`. */
function whereOf(path: readonly (string | number)[]): string {
  const name = path.at(-1)
  if (name === undefined) return 'The file'
  const around = path.slice(0, -1).join('/')
  return around === '' ? `“${name}”` : `“${name}” in ${around}`
}

/** The JSON value that a path of the graph (or of the file) leads to, as far as it goes. */
function placeIn(root: JsonNode, path: readonly (string | number)[]): JsonNode {
  let node = root
  for (const step of path) {
    const next: JsonNode | undefined =
      node.type === 'array'
        ? (node.children?.[Number(step)] ?? node.children?.find(item => inJson(item, 'id')?.value === step))
        : inJson(node, String(step))
    if (!next) break
    node = next
  }
  return node
}
