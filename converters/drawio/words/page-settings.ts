/** The settings of a page, and its name. */
import { cleanXml } from '../document/xml-characters.js'

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
