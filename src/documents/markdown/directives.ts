/** Directives of MyST: options at the beginning of their lines, arguments, and other directives inside. */
import type { Range } from '../block.js'
import type { Lines } from '../lines.js'

/** Directives, and cells that a program runs, whose lines are no Markdown. */
const VERBATIM = new Set(
  'code code-block code-cell sourcecode literalinclude raw math eval-rst python py r julia bash sh sql js javascript ojs'.split(
    ' ',
  ),
)

/** The name of a directive behind a fence, and what stands behind it. */
export function directiveIn(info: string): { name: string; argument: string } | undefined {
  const [, name, argument = ''] = /^\{([\w:.+-]+)\}(.*)$/.exec(info) ?? []
  return name === undefined ? undefined : { name: name.toLowerCase(), argument: argument.trim() }
}

/** Whether the lines of a directive are Markdown, which may hold others. */
export const holdsMarkdown = (name: string): boolean => !VERBATIM.has(name)

/** Names of options that mean nothing inside of a diagram. */
const OPTIONS = /^(?:caption|alt|align|name|class|zoom|width|height|layout|figclass|figwidth|label)$/

/**
 * The lines of a directive without its options and the blank line behind them: `:align: center`, or YAML between two lines of `---`, which may as well be the frontmatter
 * of a diagram, and is taken for options only where one of them is an option of a directive.
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html
 */
export function withoutOptions(document: string, own: Lines): { lines: Lines; caption?: string } {
  const textOf = ([start, end]: Range) => document.slice(start, end)
  const { lines } = own
  let count = 0
  let caption: string | undefined
  const take = (name: string, value: string) => {
    if (name === 'caption' || (name === 'alt' && caption === undefined)) caption = value.trim()
  }
  if (lines[0] && textOf(lines[0]).trim() === '---') {
    const end = lines.findIndex((line, place) => place > 0 && textOf(line).trim() === '---')
    const options = lines
      .slice(1, Math.max(end, 1))
      .map(line => /^([\w-]+):(.*)$/.exec(textOf(line)))
      .filter(match => match !== null)
    if (options.some(([, name]) => OPTIONS.test(name!))) {
      count = end + 1
      for (const [, name, value] of options) take(name!, value!.replace(/^\s*(["'])(.*)\1\s*$/, '$2'))
    }
  } else {
    for (const line of lines) {
      const [, name, value] = /^[ \t]*:([\w-]+):(?:[ \t](.*))?$/.exec(textOf(line)) ?? []
      if (name === undefined) break
      take(name, value?.trim() ?? '')
      count++
    }
  }
  const isBlank = lines[count] && textOf(lines[count]!).trim() === ''
  const first = isBlank ? count + 1 : count
  if (first === 0) return { lines: own }
  const left: Lines = { ...own, lines: lines.slice(first), open: lines[first - 1]![1] }
  return caption ? { lines: left, caption } : { lines: left }
}
