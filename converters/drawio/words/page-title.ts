/** The cell that shows the title of a graph on its page. */
import type { Graph } from '../../../src/ir/model.js'
import { parseStyle, type StyleMap } from '../document/style.js'
import { put } from './common-aspects.js'

const STYLE = parseStyle(
  'text;html=1;whiteSpace=wrap;align=left;verticalAlign=middle;spacing=0;fontSize=16;fontStyle=1;',
)

/** The style of a title that nobody gave another one: that of the graph's own texts, where it says it. */
export function titleStyle({ style: { color, fontFamily, fontSize } }: Pick<Graph, 'style'>): StyleMap {
  const style = new Map(STYLE)
  if (color !== undefined) put(style, 'fontColor', color)
  if (fontFamily !== undefined) put(style, 'fontFamily', fontFamily)
  if (fontSize !== undefined) put(style, 'fontSize', String(fontSize))
  return style
}
