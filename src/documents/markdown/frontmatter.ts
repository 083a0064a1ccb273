/** What stands before a Markdown text, between lines of `---` (YAML) or `+++` (TOML): no Markdown, and often the title of the page. */
import { type Line, linesOf } from '../../input/lines.js'

export interface Frontmatter {
  /** Where it ends, with the line that closes it. */
  readonly end: number
  readonly title?: string
}

/**
 * What a page begins with; nothing where its first line only looks like it, as a rule across the page does.
 * @see https://jekyllrb.com/docs/front-matter/ https://gohugo.io/content-management/front-matter/
 */
export function frontmatterOf(text: string): Frontmatter | undefined {
  const [sign] = /^(?:---|\+\+\+)(?=[ \t]*[\r\n])/.exec(text) ?? []
  if (sign === undefined) return undefined
  const close = sign === '---' ? /^(?:---|\.\.\.)[ \t]*$/ : /^\+\+\+[ \t]*$/
  const lines = linesOf(text)
  const last = lines.findIndex((line, place) => place > 0 && close.test(line.text))
  if (last < 0) return undefined
  const inner = lines.slice(1, last)
  const isData = inner.every(({ text }, place) => (place > 0 ? !FENCE.test(text) : FIELD.test(text)))
  if (!isData) return undefined
  const title = titleIn(inner)
  return { end: lines[last]!.end, ...(title !== undefined && title !== '' && { title }) }
}

const FENCE = /^[ \t]*(?:`{3}|~{3})/
const FIELD = /^(?:#|[ \t]*$|["'\w][\w"' .-]{0,100}[:=]|\[)/
const TITLE = /^title[ \t]{0,20}[:=][ \t]{0,20}(?=\S)/

function titleIn(lines: readonly Line[]): string | undefined {
  for (const { text } of lines) {
    const [before] = TITLE.exec(text) ?? []
    if (before === undefined) continue
    const value = text.slice(before.length).trim()
    const [, double, single] = /^(?:"([^"]*)"|'([^']*)')/.exec(value) ?? []
    // A block of YAML has its text on the lines below, which nobody writes for a title.
    if (double === undefined && single === undefined && /^[|>&*!{[]/.test(value)) return undefined
    return (double ?? single ?? value).trim()
  }
  return undefined
}
