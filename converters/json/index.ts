import { type Format, type FormatPart, formatOf } from '../../src/format.js'
import { jsonLanguage } from '../../src/language/json.js'
import { type Explained, explained } from '../../src/messages/code.js'
import { jsonAbouts } from './abouts.js'
import { jsonCapabilities } from './capabilities.js'
import { jsonCodes as table } from './codes.js'
import { fmtJson } from './fmt/fmt.js'
import { putJson } from './put/put.js'
import { readJson } from './read/read.js'
import { writeJson } from './write/write.js'

export { readJson } from './read/read.js'
export { schema } from './words/schema.js'

/** What both halves have. */
const common: FormatPart = {
  name: 'json',
  title: 'diaglot JSON',
  extensions: ['.json'],
  codes: table,
  many: true,
  capabilities: () => jsonCapabilities,
}

const reading: FormatPart = {
  // Files of many kinds name a schema; what stands behind it tells.
  sniff: text => /^\s*(?:\[\s*)?\{\s*(?:"\$schema"\s*:\s*"[^"]*"\s*,\s*)?"diaglot"\s*:/.test(text),
  read: readJson,
}

const writing: FormatPart = {
  write: writeJson,
}

/** The codes that the JSON of graphs brings, each with its severity and a paragraph about it. */
export const jsonCodes: Explained<typeof table> = /* @__PURE__ */ explained(table, jsonAbouts)

/** diaglot JSON, only to be read: for a page that writes none. */
export const jsonReader: Format = /* @__PURE__ */ formatOf(common, reading)

/** diaglot JSON, only to be written: for a page that reads none. */
export const jsonWriter: Format = /* @__PURE__ */ formatOf(common, writing)

/** The JSON form: the model itself as text. */
export const json: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  codes: jsonCodes,
  put: putJson,
  fmt: fmtJson,
  language: jsonLanguage,
})
