/** What is new before and in the header: frontmatter, directives, the kind of diagram and its direction. */
import type { TreeOf } from '../grammar.gen.js'
import type { Claim } from '../versions/claims.js'
import { constructs, headers } from '../versions/constructs.js'
import { atLeast } from '../versions/releases.js'
import { deletion, insertion, missing, placeOf, type Search } from './search.js'

export function searchFrontmatter(search: Search): void {
  const { frontmatter, frontmatterEnd: end } = search.prepared
  if (!frontmatter) return
  const start = search.source.indexOf('---')
  missing(search, constructs.frontmatter, [start, end])
  if (!atLeast(search.release, '9.3.0')) return
  if (start > 0 && /[^\S\n]/.test(search.source[start - 1]!))
    missing(search, constructs.indentedFrontmatter, [start, end])
  if (frontmatter.values.has('config')) missing(search, constructs.frontmatterSettings, [start, end])
}

/** @param headerAt where the header begins and ends in the author's text */
export function searchDirectives(search: Search, [headerStart]: readonly [number, number]): void {
  const { source } = search
  for (let start = source.indexOf('%%{'); start >= 0; start = source.indexOf('%%{', start + 3)) {
    const close = source.indexOf('}%%', start)
    const end = close < 0 ? source.length : close + 3
    const written = source.slice(start, end)
    if (!/^%%\{\s*(?:init|initialize|wrap)\b/.test(written)) continue
    missing(search, constructs.directive, [start, end])
    const breaks = Array.from(written.matchAll(/\r?\n\s*/g), ({ index, 0: match }) => ({
      start: start + index,
      end: start + index + match.length,
      text: ' ',
    }))
    if (breaks.length > 0) missing(search, constructs.directiveOfLines, [start, end], { edits: breaks })
    if (start > headerStart) missing(search, constructs.directiveBehindHeader, [start, end])
    else if (/^[^\S\n]*\S/.test(source.slice(end, headerStart + 1)))
      missing(search, constructs.directiveBeforeHeader, [start, end], { edits: [insertion(end, '\n')] })
  }
}

export function searchHeader(search: Search, header: TreeOf<'Header'>): void {
  const { first } = header
  const word = first.first
  const at = placeOf(search, word.start, word.end)
  const claim = (headers as Partial<Record<string, Claim>>)[word.text]
  const edits = word.text === 'flowchart' ? [{ start: at[0], end: at[1], text: 'graph' }] : []
  if (claim) missing(search, claim, at, { edits })
  if (first.rule === 'Header_plain')
    missing(search, constructs.noDirection, at, { edits: [insertion(at[1], ' TB')] })
  else if (!/^\s\S/.test(first.first.next.text)) {
    const [, end] = placeOf(search, word.start, word.end)
    const blanks = /^\s*/.exec(first.first.next.text)?.[0] ?? ''
    const edit = blanks === '' ? insertion(end, ' ') : deletion([end + 1, end + blanks.length])
    missing(search, constructs.oneBlank, at, { edits: [edit] })
  }
}
