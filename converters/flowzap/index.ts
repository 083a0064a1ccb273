/** FlowZap Code and FlowZap's JSON graph. */
import type { Format } from '../../src/format.js'
import { type Message, message } from '../../src/messages/message.js'
import { flowzapCapabilities } from './capabilities.js'
import { putFlowzap } from './put/put.js'
import { readFlowzapJson, sniffFlowzapJson } from './read/json.js'
import { readFlowzap } from './read/read.js'
import { MAX_CHARACTERS } from './words/text.js'
import { writeFlowzap } from './write/write.js'

export { type LintOptions, lintFlowzap } from './lint/lint.js'
export { readFlowzapJson } from './read/json.js'
export { readFlowzap } from './read/read.js'

/** Lines that only FlowZap Code has: a node with one of its shapes, an edge with a handle, a lane with its label. */
const telling: readonly RegExp[] = [
  /^[ \t]*[\w.-]+[ \t]*:[ \t]*(?:circle|rectangle|rect|diamond|taskbox)\b(?![ \t]*[:=;{])/m,
  /\w\.handle\([a-z]+\)[ \t]*->/,
  /^[ \t]*(?!(?:di|sub)?graph\b)[A-Za-z_]\w*[ \t]*\{[ \t]*#/m,
]

/** FlowZap's service refuses longer code. */
function checkFlowzap({ length }: string): Message[] {
  if (length <= MAX_CHARACTERS) return []
  const words = `The code has ${length} characters; FlowZap takes ${MAX_CHARACTERS} at most.`
  return [message('limit/flowzap-size', words, { at: [MAX_CHARACTERS, length] })]
}

/** FlowZap Code: `.fz` files, one diagram each. */
export const flowzap: Format = {
  name: 'flowzap',
  title: 'FlowZap Code',
  extensions: ['.fz'],
  fences: ['flowzap-code'],
  sniff: text => telling.some(line => line.test(text)),
  carries: true,
  read: readFlowzap,
  capabilities: () => flowzapCapabilities,
  write: drawings => drawings.map(writeFlowzap).join(''),
  put: putFlowzap,
  check: checkFlowzap,
}

/** FlowZap's JSON graph, which FlowZap only exports. */
export const flowzapJson: Format = {
  name: 'flowzap-json',
  title: 'FlowZap’s JSON graph',
  extensions: ['.flowzap.json'],
  fences: ['json'],
  sniff: sniffFlowzapJson,
  read: readFlowzapJson,
}
