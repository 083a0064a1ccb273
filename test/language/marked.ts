/** Texts with a mark where the writer is. */
import type { Format } from '../../src/format.js'
import { type OpenSettings, type OpenText, openText } from '../../src/language/index.js'
import { withEdits } from '../../src/messages/edits.js'
import type { TextEdit } from '../../src/messages/message.js'

/** A text without its mark, and the offset of the mark. */
export function marked(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf('‸')
  if (offset < 0) throw new Error(`no mark in ${text}`)
  return { text: text.replace('‸', ''), offset }
}

/** What is asked at the mark of a text. */
export function atMark<T>(
  format: Format,
  text: string,
  ask: (open: OpenText, offset: number) => T,
  settings: OpenSettings = {},
): T {
  const { text: bare, offset } = marked(text)
  return ask(openText(bare, format, settings), offset)
}

/** The labels of what is offered at the mark. */
export const offered = (format: Format, text: string): string[] =>
  atMark(format, text, (open, offset) => open.completions(offset).map(({ label }) => label))

/** The text after what is offered under a label was chosen at the mark. */
export const chosen = (format: Format, text: string, label: string): string =>
  atMark(format, text, (open, offset) => {
    const found = open.completions(offset).find(each => each.label === label)
    if (!found) throw new Error(`${label} is not offered`)
    return withEdits(open.text, [{ start: found.start, end: found.end, text: found.insert }])
  })

/** The text after the id at the mark was renamed, or what is said of it. */
export const renamed = (format: Format, text: string, name: string): string =>
  atMark(format, text, (open, offset) => {
    const { edits, messages } = open.rename(offset, name)
    return messages.length > 0 ? messages.map(message => message.text).join(' ') : edited(open.text, edits)
  })

export const edited = (text: string, edits: readonly TextEdit[]): string => withEdits(text, edits)

/** The texts of ranges with their offsets: `a@12`. */
export const placed = (text: string, ranges: readonly (readonly [number, number])[]): string =>
  ranges.map(([start, end]) => `${text.slice(start, end)}@${start}`).join(' ')

/** An outline in lines, indented. */
export function outline(open: OpenText): string[] {
  const lines = (symbols: ReturnType<OpenText['symbols']>, level: number): string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [
      `${'  '.repeat(level)}${kind} ${name}${detail === '' ? '' : `: ${detail}`}`,
      ...lines(children, level + 1),
    ])
  return lines(open.symbols(), 0)
}
