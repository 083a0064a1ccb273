/** FlowZap Code and FlowZap's JSON graph. */

import { type Format, type FormatPart, formatOf, notesOption } from '../../src/format.js'
import { withCommentsMoved } from '../../src/ir/comments.js'
import { jsonLanguage } from '../../src/language/json.js'
import type { Message } from '../../src/messages/message.js'
import { flowzapCapabilitiesFor, lanesFrom } from './capabilities.js'
import { flowzapCodes } from './codes.js'
import { tooLong } from './document/messages.js'
import { fmtFlowzap } from './fmt/fmt.js'
import { flowzapLanguage } from './language/language.js'
import { commentsOf, lintReading } from './lint/lint.js'
import { putFlowzap } from './put/put.js'
import { readFlowzapJson, sniffFlowzapJson } from './read/json.js'
import { readFlowzap } from './read/read.js'
import { MAX_CHARACTERS } from './words/text.js'
import { writeFlowzap } from './write/write.js'

export { flowzapCodes } from './codes.js'
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
  return [tooLong({ length, most: MAX_CHARACTERS }, [MAX_CHARACTERS, length])]
}

/** What both halves have. */
const common: FormatPart = {
  name: 'flowzap',
  title: 'FlowZap Code',
  extensions: ['.fz'],
  codes: flowzapCodes,
  carries: true,
  options: [
    notesOption,
    {
      name: 'lanes-from',
      values: lanesFrom,
      for: ['write'],
      about:
        'lanes are the outermost groups of a diagram of another format, those that nodes stand in (where it is left out), classes of nodes, or there is one for all; the same as `--lanes-from`',
    },
  ],
  capabilities: (_, options) => flowzapCapabilitiesFor(options),
}

const reading: FormatPart = {
  fences: ['flowzap-code'],
  sniff: text => telling.some(line => line.test(text)),
  read: readFlowzap,
}

const writing: FormatPart = {
  write: drawings => drawings.map(writeFlowzap).join(''),
  check: checkFlowzap,
}

/** FlowZap Code, only to be read: for a page that writes none. */
export const flowzapReader: Format = /* @__PURE__ */ formatOf(common, reading)

/** FlowZap Code, only to be written: for a page that reads none. */
export const flowzapWriter: Format = /* @__PURE__ */ formatOf(common, writing)

/** FlowZap Code: `.fz` files, one diagram each. */
export const flowzap: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  // Only who reads JSON, or what is carried, meets graphs of earlier versions.
  ofToday: graph => withCommentsMoved(graph, 'flowzap'),
  put: putFlowzap,
  fmt: fmtFlowzap,
  language: flowzapLanguage,
  lint: lintReading,
  comments: commentsOf,
})

/** FlowZap's JSON graph, which FlowZap only exports. */
export const flowzapJson: Format = {
  name: 'flowzap-json',
  title: 'FlowZap’s JSON graph',
  extensions: ['.flowzap.json'],
  codes: flowzapCodes,
  fences: ['json'],
  sniff: sniffFlowzapJson,
  read: readFlowzapJson,
  language: jsonLanguage,
}
