/**
 * A style as a whole: written from values, read back with the hints beside it, and merged with what a
 * person drew. See `aspects.ts` for the parts.
 */

import { bareWords, type StyleMap } from '../document/style.js'
import type { Aspect, Kind, Scalar, Values } from './aspect.js'

/** The style of an element that has only these values. */
export function writeAspects({ base, aspects }: Kind, values: Values): StyleMap {
  const style = new Map<string, string | null>()
  for (const aspect of aspects) {
    const value = values.get(aspect.name)
    if (value !== undefined) aspect.write(value, style)
    if (aspect !== aspects[0]) continue
    for (const [key, entry] of base) if (!style.has(key)) style.set(key, entry)
  }
  return style
}

/** What a style shows by itself. */
export function readAspects({ aspects }: Kind, style: StyleMap): Values {
  const values = new Map<string, Scalar>()
  for (const { name, read } of aspects) {
    const value = read(style)
    if (value !== undefined) values.set(name, value)
  }
  return values
}

/** What has to stand beside a style so that the values come back: those it does not show, `null` for none. */
export function cellDataFor(kind: Kind, style: StyleMap, values: Values): Map<string, Scalar | null> {
  const fromStyle = readAspects(kind, style)
  const cellData = new Map<string, Scalar | null>()
  for (const { name, shownOnly } of kind.aspects) {
    const value = values.get(name)
    if (!shownOnly && fromStyle.get(name) !== value) cellData.set(name, value ?? null)
  }
  return cellData
}

/** What a style and the hints beside it say together. Hints that are no values of their aspect mean nothing. */
export function withCellData(kind: Kind, style: StyleMap, given: ReadonlyMap<string, unknown>): Values {
  const fromStyle = readAspects(kind, style)
  const values = new Map(fromStyle)
  const cellData = new Set<string>()
  for (const { name, valid, shownOnly } of given.size === 0 ? [] : kind.aspects) {
    const datum = shownOnly ? undefined : given.get(name)
    if (datum === null) values.delete(name)
    else if (isScalar(datum) && (valid?.(datum) ?? true)) values.set(name, datum)
    else continue
    cellData.add(name)
  }
  if (cellData.size === 0) return fromStyle
  const expected = writeAspects(kind, values)
  for (const { name, keys, besides = [] } of kind.aspects) {
    if (!cellData.has(name) || stillSays(style, expected, name, [...keys, ...besides])) continue
    const value = fromStyle.get(name)
    if (value === undefined) values.delete(name)
    else values.set(name, value)
  }
  return values
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function stillSays(style: StyleMap, expected: StyleMap, name: string, keys: readonly string[]): boolean {
  if (name === 'shape' && bareWords(style) !== bareWords(expected)) return false
  return keys.every(key => style.get(key) === expected.get(key))
}

/** A style that someone drew, with those aspects replaced that it no longer shows, even with hints. */
export function mergeStyle(kind: Kind, drawn: StyleMap, values: Values): StyleMap {
  const there = withCellData(kind, drawn, cellDataFor(kind, drawn, values))
  const merged = new Map(drawn)
  const isChanged = ({ name }: Aspect): boolean => there.get(name) !== values.get(name)
  for (const { keys, more } of kind.aspects.filter(isChanged)) {
    for (const key of keys) merged.delete(key)
    for (const [key, entry] of drawn) if (more?.(key, entry)) merged.delete(key)
  }
  for (const aspect of kind.aspects) {
    const { name, keys, write } = aspect
    const value = values.get(name)
    if (value === undefined) continue
    if (isChanged(aspect)) write(value, merged)
    else if (keys.some(key => merged.get(key) !== drawn.get(key))) {
      // It shares a key with one that changed.
      const whole = new Map(merged)
      write(value, whole)
      for (const key of keys) if (whole.has(key)) merged.set(key, whole.get(key)!)
    }
  }
  return inDrawnOrder(merged, drawn)
}

/** A style with its keys where they were drawn, and what is new behind them. Words name whole styles: a key counts over them only where it stands behind. */
export function inDrawnOrder(style: StyleMap, drawn: StyleMap): Map<string, string | null> {
  const old = [...drawn.keys()].filter(key => style.has(key))
  const all = [...old, ...[...style.keys()].filter(key => !drawn.has(key))]
  const isNewWord = (key: string): boolean => style.get(key) === null && !drawn.has(key)
  const isChanged = all.some(isNewWord)
  const isWord = (key: string): boolean => style.get(key) === null
  const keys = isChanged ? [...all.filter(isWord), ...all.filter(key => !isWord(key))] : all
  return new Map(keys.map(key => [key, style.get(key)!]))
}

/** Whether a style, with hints beside it, gives exactly these values back. */
export function holdsValues(kind: Kind, style: StyleMap, values: Values): boolean {
  const there = withCellData(kind, style, cellDataFor(kind, style, values))
  return kind.aspects.every(({ name }) => there.get(name) === values.get(name))
}
