/**
 * Differences for a comment on a pull request. What a stranger wrote stands in code spans, where Markdown, HTML, mentions and
 * references mean nothing; a long list is folded.
 */
import { printable } from '../../messages/reporters/pretty.js'
import type { DifferenceKind } from '../difference.js'
import { type ComparedFiles, countsOf, differencesOf, isOfSeveral, titleOf } from './report.js'

const SIGNS: Readonly<Record<DifferenceKind, string>> = {
  added: '➕ added',
  removed: '➖ removed',
  changed: '✏️ changed',
  moved: '↔️ moved',
}

/** Longer lists are folded. */
const FOLDED = 12
/** A comment holds 65,536 characters on GitHub; what comes behind so many lines is counted. */
const MOST = 300

export function markdownDifferences(files: readonly ComparedFiles[]): string {
  const changed = files.filter(file => differencesOf(file).length > 0)
  if (changed.length === 0) return 'No diagram changed.\n'
  let room = MOST
  const parts = changed.map(file => {
    const all = differencesOf(file)
    const names = file.before === file.after ? code(file.after) : `${code(file.before)} → ${code(file.after)}`
    const several = isOfSeveral(file)
    const lines = file.diagrams.flatMap((diagram, place) => {
      const shown = diagram.differences.slice(0, room)
      room -= shown.length
      if (shown.length === 0) return []
      const title = several ? [`Diagram ${code(titleOf(diagram, place))}`, ''] : []
      const left = diagram.differences.length - shown.length
      const more = left > 0 ? [`- … and ${left} more`] : []
      return [...title, ...shown.map(({ kind, text }) => `- ${SIGNS[kind]}: ${code(text)}`), ...more, '']
    })
    const list = lines.join('\n').trimEnd()
    const head = `**${names}**: ${countsOf(all)}`
    if (all.length <= FOLDED) return `${head}\n\n${list}`
    return `${head}\n\n<details>\n<summary>Show all</summary>\n\n${list}\n\n</details>`
  })
  return `${parts.join('\n\n')}\n`
}

/** A code span that ends where it should, whatever is in it. */
function code(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').trim() || ' '
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}
