/** draw.io (diagrams.net): lanes, containers, shapes and lines that stay editable there. */
import { type Format, formatOf } from '../../src/format.js'
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
import { drawioReader } from './reader.js'
import { readBase } from './words/base.js'
import { inFile } from './words/in-file.js'
import { drawioWriter } from './writer.js'

export { drawioCodes } from './codes.js'
export { readDrawio } from './read/read.js'
export { drawioReader } from './reader.js'
export { drawioWriter } from './writer.js'

export const drawio: Format = /* @__PURE__ */ formatOf(drawioReader, drawioWriter, {
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
