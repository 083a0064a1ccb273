/**
 * Makers of model values. They fill in what a value must have, and share one frozen value for each
 * thing that is mostly empty, so that a graph of 100,000 edges holds one empty style and not 100,000.
 */
import type { Arrow } from './arrows.js'
import { names } from './kinds.js'
import {
  type Edge,
  type End,
  type Extras,
  extras,
  type Graph,
  type Group,
  type Loop,
  type Node,
  type Style,
  style,
  type Text,
  textFields,
  type Value,
} from './model.js'

export const NO_TEXT: Text = textFields.empty!
export const NO_STYLE: Style = style.empty!
export const NO_CLASSES: readonly string[] = names.empty!
export const NO_EXTRAS: Extras = extras.empty!
export const NO_PROPERTIES: ReadonlyMap<string, string> = new Map()

/** A plain label. */
export function plain(text: string): Text {
  return text === '' ? NO_TEXT : { text }
}

/** The extras of one format, or none where the map is empty. */
export function extrasOf(format: string, values: ReadonlyMap<string, Value>): Extras {
  return values.size === 0 ? NO_EXTRAS : new Map([[format, values]])
}

export function makeNode(init: Pick<Node, 'id' | 'shape'> & Partial<Node>): Node {
  return {
    label: NO_TEXT,
    classes: NO_CLASSES,
    style: NO_STYLE,
    properties: NO_PROPERTIES,
    extras: NO_EXTRAS,
    ...init,
  }
}

export function makeGroup(init: Pick<Group, 'id' | 'kind'> & Partial<Group>): Group {
  return { label: NO_TEXT, classes: NO_CLASSES, style: NO_STYLE, extras: NO_EXTRAS, ...init }
}

/** An end at a node, without an arrowhead unless one is given. */
export function nodeEnd(id: string, arrow: Arrow = 'none', more: Partial<End> = {}): End {
  return { kind: 'node', id, arrow, ...more }
}

export function groupEnd(id: string, arrow: Arrow = 'none', more: Partial<End> = {}): End {
  return { kind: 'group', id, arrow, ...more }
}

export function makeEdge(init: Pick<Edge, 'from' | 'to'> & Partial<Edge>): Edge {
  return { label: NO_TEXT, line: 'solid', classes: NO_CLASSES, style: NO_STYLE, extras: NO_EXTRAS, ...init }
}

export function makeLoop(init: Pick<Loop, 'condition' | 'nodes'> & Partial<Loop>): Loop {
  return { extras: NO_EXTRAS, ...init }
}

export function makeGraph(init: Partial<Graph> = {}): Graph {
  return {
    directed: true,
    nodes: new Map(),
    groups: new Map(),
    edges: [],
    loops: [],
    classes: new Map(),
    defaults: {},
    style: NO_STYLE,
    extras: NO_EXTRAS,
    ...init,
  }
}

/** A map from id to element, for what has an `id`. */
export function byId<T extends { readonly id: string }>(items: Iterable<T>): Map<string, T> {
  const map = new Map<string, T>()
  for (const item of items) map.set(item.id, item)
  return map
}
