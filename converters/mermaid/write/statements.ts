/** Statements about nodes, groups and edges: classes, styles, links, settings of edges. */
import { NO_STYLE } from '../../../src/ir/build.js'
import { addTo } from '../../../src/ir/lists.js'
import type { Graph, Group, Link, Node, Style, Value } from '../../../src/ir/model.js'
import { isCurveWord } from '../words/curves.js'
import { dataText } from '../words/data-text.js'
import { idsOfEdges } from '../words/edge-ids.js'
import { encodePlain } from '../words/encode.js'
import { nearestClassName } from '../words/safe-ids.js'
import { styleText } from '../words/style-rules.js'
import { cssOf } from '../words/styles.js'

/** Nodes and groups in the order in which they are written. */
export interface Order {
  readonly nodes: Node[]
  readonly groups: Group[]
}

/**
 * What is said of classes, nodes and groups, before any edge stands: an edge's id would take what is meant for a
 * node of the same id.
 */
export function elementStatements(graph: Graph, { nodes, groups }: Order): string[] {
  return [...definitions(graph), ...groups.flatMap(groupStatements), ...nodeStatements(nodes)]
}

/** What is said of nodes besides their declarations. */
export function nodeStatements(nodes: readonly Node[]): string[] {
  return [
    ...nodes.flatMap(node => styleStatement(node)),
    ...classStatements(nodes, 1),
    ...nodes.flatMap(node => (node.link ? clicks(node.id, node.link) : [])),
  ]
}

export function declared(style: Style, commas: boolean): string {
  return cssOf(style)
    .map(css => styleText(css, commas))
    .join(',')
}

export function definitions({ classes, defaults }: Graph): string[] {
  const lines: string[] = []
  if (defaults.node && declared(defaults.node, true) !== '')
    lines.push(`classDef default ${declared(defaults.node, true)}`)
  for (const [name, style] of classes) {
    const text = declared(style, true)
    // A class of which only empty values are said has nothing to be renamed for; where it needs another name, it is none.
    if (text !== '' && nearestClassName(name) === name) lines.push(`classDef ${name} ${text}`)
  }
  return lines
}

export function styleStatement({ id, style }: Node | Group): string[] {
  const text = declared(style, false)
  return text === '' ? [] : [`style ${id} ${text}`]
}

/** `g:::c` names the group as a node does, so that the class reaches it whether or not edges name it, too. */
export function groupStatements(group: Group): string[] {
  const { id, classes, extras } = group
  const metadata = extras.get('mermaid')?.get('metadata')
  const lines = styleStatement(group)
  if (metadata instanceof Map) {
    const fields = Array.from(
      metadata as ReadonlyMap<string, Value>,
      ([key, value]) => `${dataText(key)}: ${dataText(value)}`,
    )
    lines.push(`${id}@{ ${fields.join(', ')} }`)
  }
  if (classes[0] !== undefined)
    lines.push(`${id}:::${classes[0]}`, ...classes.slice(1).map(name => `class ${id} ${name}`))
  return lines
}

/** The classes from `first` on, one statement for all that share a class at the same place of their lists. */
function classStatements(nodes: readonly Node[], first: number): string[] {
  const lines: string[] = []
  for (let place = first; ; place++) {
    const ids = new Map<string, string[]>()
    for (const { id, classes } of nodes) {
      const name = classes[place]
      if (name !== undefined) addTo(ids, name, id)
    }
    if (ids.size === 0) return lines
    for (const [name, list] of ids) lines.push(`class ${list.join(',')} ${name}`)
  }
}

export function clicks(id: string, { url, tooltip, target, callback }: Link): string[] {
  const lines: string[] = []
  // Mermaid has no empty tooltip: its grammar wants a character between the quotes.
  const tip = tooltip ? ` "${encodePlain(tooltip)}"` : ''
  if (callback !== undefined) {
    const call = callback.includes('(') ? `call ${callback}` : callback
    lines.push(`click ${id} ${call}${url === undefined ? tip : ''}`)
  }
  if (url !== undefined) lines.push(`click ${id} "${url}"${tip}${target === undefined ? '' : ` ${target}`}`)
  return lines
}

/** What is said of edges, after all of them: by number, or by id. */
export function edgeStatements(graph: Graph): string[] {
  const lines: string[] = []
  const own = graph.extras.get('mermaid')
  const defaults = graph.defaults.edge ? declared(graph.defaults.edge, false) : ''
  const statement = linkStyle('default', own?.get('curve'), defaults)
  if (statement !== undefined) lines.push(statement)
  let ids: readonly string[] | undefined
  const idOf = (place: number): string => {
    ids ??= idsOfEdges(graph.edges)
    return ids[place]!
  }
  for (const [place, { style, extras }] of graph.edges.entries()) {
    if (style === NO_STYLE && extras.size === 0) continue
    const values = extras.get('mermaid')
    const statement = linkStyle(String(place), values?.get('curve'), declared(style, false))
    if (statement !== undefined) lines.push(statement)
    const fields = ['curve', 'animate', 'animation', 'step'].flatMap(key => {
      const value = values?.get(key)
      return value === undefined || (key === 'curve' && isCurveWord(value))
        ? []
        : [`${key}: ${dataText(value)}`]
    })
    if (fields.length > 0) lines.push(`${idOf(place)}@{ ${fields.join(', ')} }`)
  }
  for (const [place, { classes }] of graph.edges.entries()) {
    for (const name of classes) lines.push(`class ${idOf(place)} ${name}`)
  }
  return lines
}

export function linkStyle(position: string, curve: Value | undefined, styles: string): string | undefined {
  const interpolate = isCurveWord(curve) ? ` interpolate ${curve}` : ''
  return interpolate + styles === ''
    ? undefined
    : `linkStyle ${position}${interpolate}${styles === '' ? '' : ` ${styles}`}`
}
