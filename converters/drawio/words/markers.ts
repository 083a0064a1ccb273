/** Arrowheads: draw.io's `startArrow`/`endArrow` with `startFill`/`endFill`, and back. */
import type { Arrow } from '../../../src/ir/arrows.js'
import type { StyleMap } from '../document/style.js'

export interface Marker {
  readonly name: string
  /** Left out where the marker has no inside. */
  readonly fill?: 0 | 1
}

export const MARKERS: { readonly [A in Arrow]: Marker } = {
  none: { name: 'none' },
  normal: { name: 'classic', fill: 1 },
  empty: { name: 'block', fill: 0 },
  open: { name: 'open' },
  half: { name: 'openAsync' },
  inverted: { name: 'block', fill: 1 },
  'inverted-empty': { name: 'block', fill: 0 },
  circle: { name: 'oval', fill: 1 },
  'circle-empty': { name: 'oval', fill: 0 },
  cross: { name: 'cross' },
  diamond: { name: 'diamond', fill: 1 },
  'diamond-empty': { name: 'diamond', fill: 0 },
  box: { name: 'box', fill: 1 },
  'box-empty': { name: 'box', fill: 0 },
  bar: { name: 'baseDash' },
  curve: { name: 'halfCircle' },
  'curve-inverted': { name: 'halfCircle' },
  many: { name: 'ERmany' },
  one: { name: 'ERone' },
  'exactly-one': { name: 'ERmandOne' },
  'one-or-many': { name: 'ERoneToMany' },
  'zero-or-one': { name: 'ERzeroToOne' },
  'zero-or-many': { name: 'ERzeroToMany' },
}

/** By draw.io's name: what it is filled (the default), and what it is empty. */
const ARROWS: ReadonlyMap<string, readonly [filled: Arrow, empty: Arrow]> = new Map([
  ['none', ['none', 'none']],
  ['classic', ['normal', 'empty']],
  ['classicThin', ['normal', 'empty']],
  ['block', ['normal', 'empty']],
  ['blockThin', ['normal', 'empty']],
  ['doubleBlock', ['normal', 'empty']],
  ['open', ['open', 'open']],
  ['openThin', ['open', 'open']],
  ['async', ['half', 'half']],
  ['openAsync', ['half', 'half']],
  ['oval', ['circle', 'circle-empty']],
  ['circle', ['circle', 'circle-empty']],
  ['circlePlus', ['circle-empty', 'circle-empty']],
  ['cross', ['cross', 'cross']],
  ['diamond', ['diamond', 'diamond-empty']],
  ['diamondThin', ['diamond', 'diamond-empty']],
  ['box', ['box', 'box-empty']],
  ['baseDash', ['bar', 'bar']],
  ['dash', ['bar', 'bar']],
  ['halfCircle', ['curve', 'curve']],
  ['ERmany', ['many', 'many']],
  ['ERone', ['one', 'one']],
  ['ERmandOne', ['exactly-one', 'exactly-one']],
  ['ERoneToMany', ['one-or-many', 'one-or-many']],
  ['ERzeroToOne', ['zero-or-one', 'zero-or-one']],
  ['ERzeroToMany', ['zero-or-many', 'zero-or-many']],
  ['manyOptional', ['zero-or-many', 'zero-or-many']],
])

/** The keys of the arrowhead at an end of a line. */
export const markerKeys = (end: 'source' | 'target'): readonly string[] =>
  end === 'source' ? ['startArrow', 'startFill'] : ['endArrow', 'endFill']

/** A style with another arrowhead at an end. */
export function withArrowAt(style: StyleMap, end: 'source' | 'target', arrow: Arrow): StyleMap {
  const [name, fill] = markerKeys(end)
  const marker = MARKERS[arrow]
  const changed = new Map(style).set(name!, marker.name)
  if (marker.fill === undefined) changed.delete(fill!)
  else changed.set(fill!, String(marker.fill))
  return changed
}

/** The arrowhead at an end of a line. */
export const arrowAt = (style: StyleMap, end: 'source' | 'target'): Arrow =>
  end === 'source'
    ? arrowOfMarker(style.get('startArrow') ?? 'none', style.get('startFill'))
    : arrowOfMarker(style.get('endArrow') ?? 'classic', style.get('endFill'))

/** Whether a line has an arrowhead, at whichever end. */
export const hasArrow = (style: StyleMap): boolean =>
  arrowAt(style, 'source') !== 'none' || arrowAt(style, 'target') !== 'none'

/** The arrowhead that a marker shows; an unknown one is some arrowhead, so it reads as the plain one. */
export function arrowOfMarker(name: string, fill: string | null | undefined): Arrow {
  const known = ARROWS.get(name)
  if (known === undefined) return 'normal'
  return known[fill === '0' ? 1 : 0]
}
