/** Every format at once, for the library: a new one is a line here, too, and nothing compiles until it stands here. */
import type { Format } from '../src/format.js'
import { dot } from './dot/index.js'
import { drawio } from './drawio/index.js'
import { flowzap, flowzapJson } from './flowzap/index.js'
import type { FormatName } from './index.js'
import { json } from './json/index.js'
import { mermaid } from './mermaid/index.js'
import { png, svg } from './svg/index.js'

const byName: Readonly<Record<FormatName, Format>> = {
  flowzap,
  mermaid,
  dot,
  drawio,
  'flowzap-json': flowzapJson,
  json,
  svg,
  png,
}

/** In the order of `converters/index.ts`: the first whose sign a text bears is taken. */
export const formats = Object.values(byName) as readonly (Format & { readonly name: FormatName })[]
