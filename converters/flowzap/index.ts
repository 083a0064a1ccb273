/** FlowZap Code and FlowZap's JSON graph. */

import { type Format, formatOf } from '../../src/format.js'
import { jsonLanguage } from '../../src/language/json.js'
import { type Explained, explained } from '../../src/messages/code.js'
import { flowzapAbouts } from './abouts.js'
import { flowzapCodes as table } from './codes.js'
import { fmtFlowzap } from './fmt/fmt.js'
import { flowzapLanguage } from './language/language.js'
import { commentsOf, lintReading } from './lint/lint.js'
import { putFlowzap } from './put/put.js'
import { readFlowzapJson, sniffFlowzapJson } from './read/json.js'
import { flowzapReader } from './reader.js'
import { flowzapWriter } from './writer.js'

export { type LintOptions, lintFlowzap } from './lint/lint.js'
export { readFlowzapJson } from './read/json.js'
export { readFlowzap } from './read/read.js'
export { flowzapReader } from './reader.js'
export { flowzapWriter } from './writer.js'

/** The codes that FlowZap Code brings, each with its severity and a paragraph about it. */
export const flowzapCodes: Explained<typeof table> = /* @__PURE__ */ explained(table, flowzapAbouts)

/** FlowZap Code: `.fz` files, one diagram each. */
export const flowzap: Format = /* @__PURE__ */ formatOf(flowzapReader, flowzapWriter, {
  codes: flowzapCodes,
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
