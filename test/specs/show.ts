/** Graphs and messages as a person reads them in a specification. */
import { dump, load } from 'js-yaml'
import { json } from '../../converters/json/index.js'
import type { Change } from '../../src/ir/change.js'
import { show } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import type { Message } from '../../src/messages/message.js'
import { type LineTable, lineTable, placeOf } from '../../src/messages/place.js'

interface Form {
  readonly diaglot: number
  readonly directed: boolean
  readonly nodes?: readonly object[]
  readonly groups?: readonly object[]
  readonly edges?: readonly JsonEdge[]
}

interface JsonEdge {
  readonly document?: unknown
  readonly label?: string
  readonly line?: string
  readonly arrows?: { readonly start?: string; readonly end?: string }
}

/** The JSON form as YAML, an element a line. Left out are documents, what says nothing, and an edge's empty label, solid line and plain arrow. */
export function graphText(graph: Graph): string {
  const { diaglot: _, directed, ...form } = JSON.parse(json.write?.([{ graph }], {}) ?? '') as Form
  const said = (element: object) => Object.fromEntries(Object.entries(element).filter(isSaid))
  const nodes = (form.nodes ?? []).map(said)
  const groups = (form.groups ?? []).map(said)
  const edges = (form.edges ?? []).map(edgeForm)
  const filled = Object.entries({ ...(!directed && { directed }), ...form, nodes, groups, edges }).filter(
    isSaid,
  )
  return dump(Object.fromEntries(filled), { flowLevel: 2, lineWidth: -1, noRefs: true })
}

function isSaid([name, value]: [string, unknown]): boolean {
  return name !== 'document' && value !== null && !(Array.isArray(value) && value.length === 0)
}

function edgeForm({ label, line, arrows, document: _, ...rest }: JsonEdge): object {
  const plain = arrows?.start === 'none' && arrows.end === 'normal'
  return {
    ...rest,
    ...(label && { label }),
    ...(line !== 'solid' && { line }),
    ...(!plain && { arrows }),
  }
}

/** The graph of such a text. */
export function graphOfText(text: string): Graph {
  const form = load(text) as Partial<Form>
  const edges = (form.edges ?? []).map(edge => ({
    label: '',
    line: 'solid',
    arrows: { start: 'none', end: 'normal' },
    ...edge,
  }))
  const { graphs, messages } = json.read?.(JSON.stringify({ diaglot: 1, ...form, edges }), {}) ?? {
    graphs: [],
    messages: [],
  }
  const [graph] = graphs
  if (!graph || messages.length > 0) throw new Error(`no sound graph: ${messages[0]?.text}\n${text}`)
  return graph
}

/** A line for each message, its changes below it. */
export function messagesText(messages: readonly Message[], source: string | undefined): string {
  const table = source === undefined ? undefined : lineTable(source)
  return messages
    .map(({ severity, code, at, loss, text, changes = [] }) => {
      const place = at && table ? ` ${placeText(table, at[0])}` : ''
      const head = `${severity} ${code}${place}${loss ? ` (${loss})` : ''}: ${text}`
      return [head, ...changes.map(changeText)].join('\n  ')
    })
    .map(line => `${line}\n`)
    .join('')
}

function placeText(table: LineTable, offset: number): string {
  const { line, column } = placeOf(table, offset)
  return `${line}:${column}`
}

function changeText({ path, before, after }: Change): string {
  return `${path.join('/')}: ${valueText(before)} → ${valueText(after)}`
}

/** An element that comes or goes is told by its id. */
function valueText(value: unknown): string {
  if (value === undefined) return 'none'
  const isElement = typeof value === 'object' && value !== null && 'extras' in value
  return isElement ? 'all of it' : show(value)
}
