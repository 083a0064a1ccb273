/** Which of Mermaid's own extras can be written, beside what the element is now. */

import type { Edge, Group, Node, Value } from '../../../src/ir/model.js'
import { part } from '../../../src/syntax/tree.js'
import { parser } from '../grammar.gen.js'
import { hasName, shapeOfShapeName } from '../shapes.js'
import { isCurveWord } from './curves.js'
import { fitsData } from './data-text.js'
import { onlyKnownLetters } from './letters.js'
import { withoutTheme } from './theme.js'
import { writtenShapeName } from './written-shape.js'

type Own = ReadonlyMap<string, Value>

function keep(own: Own, fits: (key: string, value: Value) => boolean): Own {
  return new Map([...own].filter(([key, value]) => fits(key, value)))
}

/** Settings are held without their theme, which has a place of its own. */
export function graphExtras(given: Own, swimlanes: boolean): Own {
  const own = withoutTheme(given)
  return keep(own, (key, value) => {
    if (key === 'header')
      return value === 'flowchart-elk' ? !swimlanes : value === 'swimlane-beta' && swimlanes
    if (key === 'accTitle') return typeof value === 'string' && value !== ''
    if (key === 'curve') return isCurveWord(value)
    if (key === 'frontmatter') return value instanceof Map && value.size > 0 && !value.has('title')
    return key === 'directives' && Array.isArray(value) && value.length > 0 && value.every(isDirective)
  })
}

function isDirective(value: Value): boolean {
  return (
    value instanceof Map &&
    value.size === 2 &&
    value.has('argument') &&
    /^(?:init|initialize|wrap)$/.test(String(value.get('type')))
  )
}

/** The name of a shape counts only while it means the shape of the node, and another word would be written for it. */
export function nodeExtras(node: Node, own: Own): Own {
  return keep(own, (key, value) => {
    if (key === 'ellipse') return value === true && node.shape === 'ellipse'
    if (key === 'shape') {
      const name = value instanceof Map && value.size === 2 ? value.get('name') : undefined
      if (typeof name !== 'string' || shapeOfShapeName(name) !== node.shape) return false
      const was = writtenShapeName(node, own)
      return name !== was && (value as Own).get('was') === (was ?? null)
    }
    if (key === 'w' || key === 'h') return typeof value === 'number' && value !== 0 && Number.isFinite(value)
    if (key === 'props') return areProperties(value) && node.shape === 'rectangle' && !needsData(node, own)
    if (!['icon', 'form', 'pos', 'constraint'].includes(key)) return false
    return (
      Boolean(value) && fitsData(value) && (key !== 'icon' || node.shape === 'icon' || hasName(node.shape))
    )
  })
}

function areProperties(value: Value): boolean {
  if (!(value instanceof Map) || value.size === 0) return false
  return [...(value as ReadonlyMap<string, Value>)].every(
    ([name, text]) => typeof text === 'string' && isProperty(name, text),
  )
}

/** Whether a property between the brackets of a node is read as it is. Two percent signs could begin a comment. */
function isProperty(name: string, text: string): boolean {
  const source = `[|${name}:${text}|x]`
  if (!onlyKnownLetters(name + text) || source.includes('%%')) return false
  const parsed = parser.parse(source, { rule: 'Shape' })
  const shape = parsed.ok ? parsed.tree.first : undefined
  return (
    shape?.rule === 'Shape_rect' &&
    part(shape, 'propertyName').text === name &&
    part(shape, 'propertyValue').text === text
  )
}

/** Whether a node is written with `@{ }`, whatever its other extras: it has no brackets then that could hold properties. */
export function needsData(node: Pick<Node, 'image'>, own: Own): boolean {
  return (
    node.image !== undefined ||
    ['icon', 'form', 'pos', 'constraint', 'w', 'h', 'shape'].some(key => own.has(key))
  )
}

export function groupExtras(_: Group, own: Own): Own {
  return keep(
    own,
    (key, value) =>
      key === 'metadata' &&
      value instanceof Map &&
      value.size > 0 &&
      [...value.values()].every(item => fitsData(item as Value)),
  )
}

/** `named`: whether an edge without an id can be named by the one that mermaid makes up. */
export function edgeExtras(
  edge: Edge,
  own: Own,
  graph: { readonly curve: Value | undefined; readonly named: boolean },
): Own {
  return keep(own, (key, value) => {
    if (key === 'curve' && (typeof value !== 'string' || value === graph.curve)) return false
    if (key === 'curve' && isCurveWord(value)) return true
    if (edge.id === undefined && !graph.named) return false
    if (key === 'step') return Number.isInteger(value) && Number(value) > 0
    return (key === 'curve' || key === 'animate' || key === 'animation') && fitsData(value)
  })
}
