import { type Format, formatOf } from '../../src/format.js'
import { type Explained, explained } from '../../src/messages/code.js'
import { mermaidAbouts } from './abouts.js'
import { mermaidCodes as table } from './codes.js'
import { prepare } from './document/prepare.js'
import { fmtMermaid } from './fmt/fmt.js'
import { mermaidLanguage } from './language/language.js'
import { lintMermaid, mermaidLinter } from './lint/lint.js'
import { putMermaid } from './put/put.js'
import { unreadMermaid } from './put/readable.js'
import { mermaidReader } from './reader.js'
import { mermaidWriter } from './writer.js'

export { lintMermaidVersion } from './lint/versions.js'
export { readMermaid } from './read/read.js'
export { mermaidReader } from './reader.js'
export { mermaidWriter } from './writer.js'

/** The codes that Mermaid brings, each with its severity and a paragraph about it. */
export const mermaidCodes: Explained<typeof table> = /* @__PURE__ */ explained(table, mermaidAbouts)

/** Mermaid flowcharts. */
export const mermaid: Format = /* @__PURE__ */ formatOf(mermaidReader, mermaidWriter, {
  codes: mermaidCodes,
  put: putMermaid,
  unread: unreadMermaid,
  fmt: fmtMermaid,
  language: mermaidLanguage,
  lint: lintMermaid,
  linter: mermaidLinter,
  comments: text => prepare(text).comments.map(({ at }) => at),
})
