/** draw.io (diagrams.net): lanes, containers, shapes and lines that stay editable there. */
import { type Format, formatOf } from '../../src/format.js'
import { common } from './common.js'
import { isAsWritten } from './document/digest.js'
import { fileIn } from './document/envelope.js'
import { fmtDrawio } from './fmt/fmt.js'
import { drawioLanguage } from './language/language.js'
import { ignoredInDrawio } from './lint/ignored.js'
import { lintDrawio } from './lint/lint.js'
import { drawnWith } from './put/drawn-with.js'
import { followDrawio } from './put/follow.js'
import { putDrawio, withLookRead } from './put/put.js'
import { updateForm } from './put/update-form.js'
import { reading } from './reader.js'
import { readBase } from './words/base.js'
import { inFile } from './words/in-file.js'
import { writing } from './writer.js'

export { drawioCodes } from './codes.js'
export { readDrawio } from './read/read.js'
export { drawioReader } from './reader.js'
export { drawioWriter } from './writer.js'

export const drawio: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  update: updateForm,
  drawnWith,
  put: putDrawio,
  follow: followDrawio,
  asShown: withLookRead,
  fmt: fmtDrawio,
  language: drawioLanguage,
  lint: lintDrawio,
  ignored: ignoredInDrawio,
  lastWritten: graph => readBase(inFile(graph)?.get('base')),
  asWritten: text => isAsWritten(fileIn(text) ?? ''),
})
