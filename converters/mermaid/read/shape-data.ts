/** `@{ … }`: YAML about a node, an edge or a subgraph, whichever has the id by then. */

import { load } from 'js-yaml'
import type { Range, Value } from '../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import type { Tree } from '../../../src/syntax/tree.js'
import { similar } from '../../../src/text/similar.js'
import { shapeNamesInData, shapeOfShapeName } from '../shapes.js'
import { originOf } from '../words/edited.js'
import type { LabelType } from '../words/texts.js'
import { MERMAID_SCHEMA, toValue } from '../words/yaml.js'
import { edgeWithId, type Flow, mention, moreOf, type Vertex } from './flow.js'
import * as say from './messages.js'
import { placeOf, rawText, type Source } from './source.js'

/** What mermaid keeps for itself. */
const internal = ['laneRole', 'laneIndex', 'drawnExtent']
const edgeKeys = ['animate', 'animation', 'step'] as const
const KNOWN_KEYS = ['shape', 'label', 'icon', 'form', 'pos', 'img', 'constraint', 'w', 'h']
const nodeKeys = ['icon', 'form', 'pos', 'img', 'constraint'] as const

/** Reads the properties of `id`. Gives `syntax/yaml` and `syntax/unknown-shape`. */
export function readShapeData(source: Source, flow: Flow, id: string, leaf: Tree): void {
  const complain = (problem: Problem) => source.messages.push(problem(placeOf(source, leaf)))
  const written = rawText(source, leaf)
  let data: Value | undefined
  try {
    data = parse(bodyOf(written))
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    const mended = mendedProperties(written)
    const edits = mended && [editOf(source, leaf, 0, written.length, mended.text)]
    complain(at => say.badProperties({ reason: reason ?? '' }, at, edits))
    if (!mended) return
    data = mended.data
  }
  if (data === null) {
    complain(say.noProperties)
    return
  }
  const values: Map<string, Value> = data instanceof Map ? data : new Map()
  for (const key of internal) if (data instanceof Map) data.delete(key)
  const subgraph = flow.subgraphs.get(id)
  if (subgraph && data !== undefined) {
    for (const [key, value] of values) subgraph.data.set(key, value)
    return
  }
  const edge = edgeWithId(flow, id)
  if (edge) {
    const more = moreOf(flow, edge)
    more.data ??= new Map()
    for (const key of edgeKeys) copyGiven(values, key, more.data)
    if (values.has('curve')) more.curve = String(values.get('curve') ?? '')
    return
  }
  const vertex = mention(flow, id, () => placeOf(source, leaf))
  const shape = vertex && values.get('shape')
  if (shape && !(typeof shape === 'string' && shapeOfShapeName(shape))) {
    const { problem, name } = noSuchShape(shape)
    const at = name === undefined ? undefined : placeOfShape(written)
    const edits = at && [editOf(source, leaf, ...at, name!)]
    complain(at => problem(at, edits))
    if (!edits) return
    values.set('shape', name!)
  }
  const problem = vertex && applyToVertex(vertex, values)
  if (problem) complain(problem)
  for (const key of vertex ? values.keys() : []) warnOfKey(source, leaf, key)
}

/** Mermaid takes no notice of a property that it does not know; whoever misspelt one should hear of it. */
function warnOfKey(source: Source, leaf: Tree, key: string): void {
  const meant = KNOWN_KEYS.includes(key) ? undefined : similar(key, KNOWN_KEYS, key.length > 4 ? 2 : 1)
  if (meant === undefined) return
  source.messages.push(say.unknownProperty({ key, meant }, placeOf(source, leaf)))
}

/** The text between the braces. In quotes, a line break and the indent after it are one `<br/>`. */
function bodyOf(text: string): string {
  const inner = text.slice(2, -1)
  const pieces = inner.split('"')
  return pieces.map((piece, index) => (index % 2 === 1 ? piece.replace(/\n\s*/g, '<br/>') : piece)).join('"')
}

/** On one line a flow mapping, on several a block. */
function parse(body: string): Value | undefined {
  const yaml = body.includes('\n') ? `${body}\n` : `{\n${body}\n}`
  const empty = yaml.split('\n').every(line => /^\s*(?:#.*)?$/.test(line))
  return empty ? undefined : toValue(loadYaml(yaml))
}

/** Mermaid's js-yaml 4 lets a comment begin right after a comma or a quote; js-yaml 5 wants a blank before it. */
function loadYaml(yaml: string): unknown {
  try {
    return load(yaml, { schema: MERMAID_SCHEMA })
  } catch (error) {
    const spaced = yaml.replace(/([,'"])#/g, '$1 #')
    if (spaced === yaml) throw error
    return load(spaced, { schema: MERMAID_SCHEMA })
  }
}

function copyGiven(from: ReadonlyMap<string, Value>, key: string, to: Map<string, Value>): void {
  const value = from.get(key)
  if (value === undefined) return
  if (key === 'step' && !(Number.isInteger(value) && Number(value) > 0)) return
  to.set(key, value)
}

/** What is wrong, once its place is known. */
type Problem = (at: Range, edits?: readonly TextEdit[]) => Message

function applyToVertex(vertex: Vertex, values: ReadonlyMap<string, Value>): Problem | undefined {
  const shape = values.get('shape')
  if (shape) vertex.shape = { name: String(shape), bracket: false }
  const label = values.get('label')
  if (label) vertex.label = { text: String(scalarText(label)), type: labelTypeOf(values.get('labelType')) }
  vertex.data ??= new Map()
  for (const key of nodeKeys) {
    const value = values.get(key)
    if (!value) continue
    vertex.data.set(key, value)
    if (key !== 'icon' && key !== 'img') continue
    if (label && typeof label !== 'string') return at => say.labelNoText({ key }, at)
    const text = vertex.label ? vertex.label.text : vertex.id
    if (!(typeof label === 'string' && label.trim()) && text === vertex.id)
      vertex.label = { text: '', type: vertex.label?.type ?? 'text' }
  }
  for (const key of ['w', 'h'] as const) {
    const value = values.get(key)
    // What is no number is none to mermaid's renderer either.
    if (value && Number.isFinite(Number(value))) vertex.data.set(key, Number(value))
  }
  return undefined
}

function scalarText(value: Value): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function labelTypeOf(type: Value | undefined): LabelType {
  return type === 'text' || type === 'string' ? type : 'markdown'
}

/** Names that Mermaid's documentation has for shapes that brackets make, and others that people know them by. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  rhombus: 'diam',
  parallelogram: 'lean-r',
  'parallelogram-alt': 'lean-l',
  parallelogramalt: 'lean-l',
  'trapezoid-alt': 'trap-t',
  trapezoidalt: 'trap-t',
  square: 'rect',
  box: 'rect',
  round: 'rounded',
  'rounded-rectangle': 'rounded',
  'predefined-process': 'fr-rect',
  asymmetric: 'odd',
  flag: 'odd',
  actor: 'person',
  user: 'person',
}

/** Names are written in small letters, with dashes. */
function noSuchShape(value: Value): { readonly problem: Problem; readonly name?: string } {
  const shape = String(value)
  const spelt = shape.toLowerCase().replace(/[_ ]/g, '-').replace(/,$/, '')
  const name = Object.hasOwn(OTHER_NAMES, spelt) ? OTHER_NAMES[spelt]! : spelt
  if (shapeOfShapeName(name)) return { name, problem: (...at) => say.shapeSpelt({ shape, name }, ...at) }
  const meant = name.length > 4 ? similar(name, shapeNamesInData(), 2) : undefined
  if (meant === undefined) return { problem: at => say.unknownShape({ shape }, at) }
  return { name: meant, problem: (...at) => say.shapeMeant({ shape, meant }, ...at) }
}

/** Where the name of the shape stands. */
function placeOfShape(written: string): [start: number, end: number] | undefined {
  const [before, name = ''] =
    /^.*?[\s{,"']shape["']?\s*:\s*["']?([^\s"',}]+(?: \w+)*(?:,(?=\s*\n))?)/s.exec(written) ?? []
  return before === undefined ? undefined : [before.length - name.length, before.length]
}

/** An edit of the properties as they are written. */
function editOf({ prepared, marked }: Source, leaf: Tree, from: number, to: number, text: string): TextEdit {
  const first = marked.edited.origin(leaf.start)
  const [start, end] = originOf(prepared.edited, first + from, first + to)
  return { start, end, text }
}

const PROPERTY = `(?:${[...KNOWN_KEYS, ...edgeKeys, 'curve'].join('|')})["']?\\s*:`

/** Properties with the commas and quotes that are missing, where they are YAML then. */
function mendedProperties(written: string): { readonly text: string; readonly data: Value } | undefined {
  if (written.length > 2000) return undefined
  const withCommas = written.includes('\n')
    ? written
    : written.replace(new RegExp(`(?<=[\\w"'])\\s+(?=["']?${PROPERTY})`, 'g'), ', ')
  const label = new RegExp(
    `(?<=[\\s{,]label\\s*:\\s*)(?=[^\\s"'])[^"\\n}]*?(?=\\s*(?:,\\s*${PROPERTY}|\\n|\\}$))`,
    'g',
  )
  for (const text of [withCommas, withCommas.replace(label, '"$&"')]) {
    try {
      const data = text === written ? undefined : parse(bodyOf(text))
      if (data instanceof Map) return { text, data }
    } catch {
      // It is not what was missing.
    }
  }
  return undefined
}
