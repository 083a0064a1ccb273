/** A plugin for remark: what is wrong with the diagrams of a Markdown document, as messages at their lines. */
import { inDocument } from './documents/in-document.js'
import { formatOfBlock, languagesOf } from './documents/languages.js'
import { markdownFinder } from './documents/markdown/markdown.js'
import { formats, type LintSettings, lint } from './index.js'
import { lineTable, placeOf } from './messages/place.js'

export interface RemarkDiaglotOptions {
  /** Severities by code, and `off`. */
  readonly rules?: LintSettings['rules']
}

interface Point {
  line: number
  column: number
  offset: number
}

/** As much of a `VFile` as is used. */
interface File {
  toString(): string
  readonly message: (
    reason: string,
    options: {
      readonly place: { start: Point; end: Point }
      readonly ruleId: string
      readonly source: string
    },
  ) => { fatal?: boolean | null | undefined }
}

const levels = { error: true, warning: false, info: null } as const

/**
 * Lints the diagrams of a document that remark reads, as `diaglot lint` does. Nothing of the document changes.
 * @param options `rules`: severities by code
 * @returns a transformer of remark: it gives each message of `lint` to the file (`syntax/…`, `lint/…`), at its place in the document, with
 * `source` diaglot and the code as `ruleId`; an error is `fatal: true`, an information `fatal: null`. What remark-message-control turns off
 * is so for these, too
 * @see docs/messages.md for each code, https://github.com/remarkjs/remark for remark
 * @example
 * const file = await remark().use(remarkDiaglot, { rules: { 'lint/orphan': 'off' } }).process(markdown)
 */
function remarkDiaglot({ rules = {} }: RemarkDiaglotOptions = {}) {
  const languages = languagesOf(formats)
  return (_: unknown, file: File): void => {
    const document = file.toString()
    const table = lineTable(document)
    const point = (offset: number) => ({ ...placeOf(table, offset), offset })
    for (const block of markdownFinder({})(document, languages).blocks) {
      const format = formatOfBlock(languages, block)
      if (!format) continue
      for (const { text, code, severity, at } of inDocument(
        block,
        lint(block.text, { format, rules }).messages,
      )) {
        if (code === 'syntax/other-diagram') continue
        const place = { start: point(at![0]), end: point(at![1]) }
        file.message(text, { place, ruleId: code, source: 'diaglot' }).fatal = levels[severity]
      }
    }
  }
}

// biome-ignore lint/style/noDefaultExport: remark's configs name a plugin by its module
export default remarkDiaglot
