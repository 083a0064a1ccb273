/** The settings of a page, and its name. */
import type { Value } from '../../../src/ir/model.js'
import type { Size } from '../../../src/layout/measure/size.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import { isPlainName } from './cell-attributes.js'

/** The page settings of a new file, as draw.io's editor has them. */
export const PAGE_SETTINGS: ReadonlyMap<string, string> = new Map([
  ['grid', '1'],
  ['gridSize', '10'],
  ['guides', '1'],
  ['tooltips', '1'],
  ['connect', '1'],
  ['arrows', '1'],
  ['fold', '1'],
  ['page', '1'],
  ['pageScale', '1'],
  ['pageWidth', '1169'],
  ['pageHeight', '827'],
  ['math', '0'],
  ['shadow', '0'],
])

/** The name that draw.io shows on the page's tab. */
export function pageName(title: string | undefined, place: number): string {
  return cleanXml(title ?? '') || `Page-${place}`
}

/** Whether a setting of a page is read and written: one that says more than a new page, under a name that every XML parser takes. */
export function isSetting(name: string, value: Value): boolean {
  if (name === 'dx' || name === 'dy' || name === 'background' || PAGE_SETTINGS.get(name) === value)
    return false
  return isPlainName(name) && typeof value === 'string' && cleanXml(value) === value
}

/** What says how large a page is. */
export const sizeSettings = ({ width, height }: Size): [string, string][] => [
  ['pageWidth', String(width)],
  ['pageHeight', String(height)],
]

export const isSizeSetting = (name: string): boolean => name === 'pageWidth' || name === 'pageHeight'

/** What draw.io calls pages by itself. */
export const UNNAMED = /^Page-\d+$/
