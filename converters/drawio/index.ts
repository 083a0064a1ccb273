/** draw.io (diagrams.net): lanes, containers, shapes and lines that stay editable there. */

import { type Format, formatOf } from '../../src/format.js'
import { type Explained, explained } from '../../src/messages/code.js'
import { drawioAbouts } from './abouts.js'
import { drawioCodes as table } from './codes.js'
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

export { readDrawio } from './read/read.js'
export { drawioReader } from './reader.js'
export { drawioWriter } from './writer.js'

/** The codes that draw.io brings, each with its severity and a paragraph about it. */
export const drawioCodes: Explained<typeof table> = /* @__PURE__ */ explained(table, drawioAbouts)

export const drawio: Format = /* @__PURE__ */ formatOf(drawioReader, drawioWriter, {
  codes: drawioCodes,
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
