/**
 * The order in which a file has the keys of a style. It means nothing, and draw.io to draw.io keeps it: where a writer would choose
 * another, it stands in the document of the element (`keys`).
 */
import type { StyleMap } from '../document/style.js'
import { PIN_KEYS } from './geometry.js'
import { type InFile, inFile } from './in-file.js'

const isShown = ([key]: readonly [string, string | null]): boolean => !key.startsWith('#')

/**
 * The keys of a style, where a writer would have them in another order.
 * @param drawn the style of the cell
 * @param written what a writer begins with: the fixed points of a line and the height of a title come behind it
 */
export function keysInFile(drawn: StyleMap, written: StyleMap): string[] | undefined {
  const own = [...drawn].filter(isShown).map(([key]) => key)
  const usual = [...new Set([...written.keys(), ...PIN_KEYS, 'startSize'])].filter(
    key => !key.startsWith('#') && drawn.has(key),
  )
  return own.length === usual.length && own.every((key, i) => key === usual[i]) ? undefined : own
}

/** A style with its keys in the order of the file, as long as they are the same. */
export function inOrderOfFile(element: InFile, style: StyleMap): StyleMap {
  const keys = inFile(element)?.get('keys')
  if (!Array.isArray(keys)) return style
  const order = new Set(keys.filter(key => typeof key === 'string'))
  const shown = [...style].filter(isShown)
  if (order.size !== shown.length || !shown.every(([key]) => order.has(key))) return style
  return new Map([
    ...[...order].map(key => [key, style.get(key)!] as const),
    ...[...style].filter(one => !isShown(one)),
  ])
}
