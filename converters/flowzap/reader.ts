import { type Format, formatOf } from '../../src/format.js'
import { common } from './common.js'
import { readFlowzap } from './read/read.js'

/** Lines that only FlowZap Code has: a node with one of its shapes, an edge with a handle, a lane with its label. */
const telling: readonly RegExp[] = [
  /^[ \t]*[\w.-]+[ \t]*:[ \t]*(?:circle|rectangle|rect|diamond|taskbox)\b(?![ \t]*[:=;{])/m,
  /\w\.handle\([a-z]+\)[ \t]*->/,
  /^[ \t]*(?!(?:di|sub)?graph\b)[A-Za-z_]\w*[ \t]*\{[ \t]*#/m,
]

/** FlowZap Code, only to be read: for a page that writes none. */
export const flowzapReader: Format = /* @__PURE__ */ formatOf(common, {
  fences: ['flowzap-code'],
  sniff: text => telling.some(line => line.test(text)),
  read: readFlowzap,
})
