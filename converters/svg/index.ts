/** Pictures of diagrams, for documents, pages and reports: SVG, and PNG, which is drawn of it. They are only written. */
import type { Drawing, Format, FormatOption, FormatOptions, LaidOut } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import type { Layout } from '../../src/layout/boxes.js'
import { withIconNames } from '../../src/layout/measure/icons.js'
import { wrapOf, wrapOption } from '../../src/layout/wrap.js'
import { themeOfDiagram } from '../../src/picture/own-theme.js'
import { picture } from '../../src/picture/picture.js'
import { rasterized } from '../../src/picture/raster.js'
import { themeNamed, themeNames } from '../../src/theme/theme.js'
import { pngCapabilities, svgCapabilities } from './capabilities.js'

type Scheme = 'auto' | 'light' | 'dark'

const NO_LAYOUT = { width: 0, height: 0, nodes: new Map(), groups: new Map(), routes: [], loops: [] }

/** The theme that is asked for, else that of the diagram itself, else the quiet one. */
function drawn([drawing]: readonly Drawing[], { theme }: FormatOptions, scheme: Scheme): string {
  if (!drawing) return ''
  const { graph, layout = NO_LAYOUT, marks } = drawing
  const own = graph.theme && themeOfDiagram(graph.theme)
  return picture(graph, layout, { theme: themeNamed(theme) ?? own ?? themeNamed('soft'), scheme, marks })
}

async function layOut(
  graph: Graph,
  source: Graph,
  found?: Layout,
  options: FormatOptions = {},
): Promise<LaidOut> {
  const { layoutFor } = await import('../../src/layout/found.js')
  const kept = layoutFor(graph, found)
  if (kept) return { layout: kept, messages: [] }
  const { layOut: arrange } = await import('../../src/layout/layout.js')
  const { withPictureSizes } = await import('../../src/layout/measure/picture-sizes.js')
  const { withRankSets } = await import('../../src/layout/rank-sets.js')
  return arrange(withRankSets(withPictureSizes(graph, source), source), { wrap: wrapOf(options) })
}

const theme: FormatOption = {
  name: 'theme',
  values: themeNames,
  for: ['write'],
  about: 'the colours of what has none of its own; left out, those that the diagram asks for, else `soft`',
}

export const svg: Format = {
  name: 'svg',
  title: 'SVG',
  extensions: ['.svg'],
  options: [
    theme,
    wrapOption,
    {
      name: 'scheme',
      values: ['auto', 'light', 'dark'],
      for: ['write'],
      about: '`light` or `dark`: only that; `auto`, where it is left out: dark where the reader prefers it',
    },
  ],
  capabilities: () => svgCapabilities,
  layOut,
  write: (drawings, options) =>
    drawn(
      drawings,
      options,
      options.scheme === 'light' || options.scheme === 'dark' ? options.scheme : 'auto',
    ),
}

/** Its text is the SVG that it is drawn of. */
export const png: Format = {
  name: 'png',
  title: 'PNG',
  extensions: ['.png'],
  options: [
    theme,
    wrapOption,
    {
      name: 'scheme',
      values: ['light', 'dark'],
      for: ['write'],
      about: '`dark`: light on dark; `light` where it is left out',
    },
  ],
  capabilities: () => pngCapabilities,
  layOut,
  write: (drawings, options) =>
    drawn(
      drawings.map(drawing => ({ ...drawing, graph: withIconNames(drawing.graph) })),
      options,
      options.scheme === 'dark' ? 'dark' : 'light',
    ),
  encode: (text, _, surroundings) => rasterized(text, surroundings),
}
