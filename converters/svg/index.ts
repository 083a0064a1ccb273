/** SVG: a picture of a diagram, for documents, pages and reports. It is only written. */
import type { Drawing, Format, FormatOptions } from '../../src/format.js'
import { picture } from '../../src/picture/picture.js'
import { themeNamed, themeNames } from '../../src/picture/theme.js'
import { svgCapabilities } from './capabilities.js'

const SCHEMES = ['auto', 'light', 'dark'] as const

const NO_LAYOUT = { width: 0, height: 0, nodes: new Map(), groups: new Map(), routes: [], loops: [] }

function writeSvg([drawing]: readonly Drawing[], { theme, scheme }: FormatOptions): string {
  if (!drawing) return ''
  return picture(drawing.graph, drawing.layout ?? NO_LAYOUT, {
    theme: themeNamed(theme) ?? themeNamed('soft'),
    scheme: SCHEMES.find(name => name === scheme) ?? 'auto',
  })
}

export const svg: Format = {
  name: 'svg',
  title: 'SVG',
  extensions: ['.svg'],
  options: [
    {
      name: 'theme',
      values: themeNames,
      for: ['write'],
      about: 'the colours of what has none of its own; `soft` where it is left out',
    },
    {
      name: 'scheme',
      values: SCHEMES,
      for: ['write'],
      about: '`light` or `dark`: only that; `auto`, where it is left out: dark where the reader prefers it',
    },
  ],
  capabilities: () => svgCapabilities,
  layOut: async (graph, source, found) => {
    const { layoutFor } = await import('../../src/layout/found.js')
    const kept = layoutFor(graph, found)
    if (kept) return { layout: kept, messages: [] }
    const { layOut } = await import('../../src/layout/layout.js')
    const { withPictureSizes } = await import('../../src/layout/measure/picture-sizes.js')
    return layOut(withPictureSizes(graph, source))
  },
  write: writeSvg,
}
