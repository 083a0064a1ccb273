import { type Format, formatOf } from '../../src/format.js'
import { common } from './common.js'
import { writeDot } from './write/write.js'

/** Graphviz DOT, only to be written: for a page that reads none. */
export const dotWriter: Format = /* @__PURE__ */ formatOf(common, {
  write: writeDot,
})
