/** Whether a text renders where it is read: what in it a release of mermaid does not have. */
import type { Message } from '../../../src/messages/message.js'
import { markDirections } from '../document/direction-marks.js'
import { prepare } from '../document/prepare.js'
import { parser } from '../grammar.gen.js'
import { type Renderer, type RendererOptions, rendererOf } from '../versions/renderer.js'
import { placeOf, type Search } from './search.js'
import { searchDirectives, searchFrontmatter, searchHeader } from './settings.js'
import { searchStatement } from './statements.js'

/**
 * What in a flowchart is newer than the mermaid that draws it, or was given up before. Never throws for what is in the text; lines that
 * no mermaid reads are left out, since reading says what is wrong with them.
 * @param text a Mermaid flowchart, with its frontmatter and directives
 * @param options `mermaid`: a version such as `10.9`, or `renderer`: who draws it, such as `github`
 * @returns messages: `lint/mermaid-version` for what that release rejects, `lint/mermaid-drawn` for what it draws otherwise, in the order of their
 * places, each with a fix where something older says the same. Nothing where neither option is given, or one that is not known.
 * @see docs/mermaid-versions.md
 * @example
 * lintMermaidVersion('flowchart LR\n  a e1@--> b\n', { mermaid: '10.9' })
 */
export function lintMermaidVersion(text: string, options: RendererOptions): Message[] {
  const renderer = rendererOf(options)
  return renderer ? findingsFor(text, renderer) : []
}

/** What a renderer does not have. */
export function findingsFor(text: string, { release, says }: Renderer): Message[] {
  const prepared = prepare(text)
  const marked = markDirections(prepared.edited.text)
  const search: Search = { source: text, prepared, marked, release, renderer: says, messages: [] }
  searchFrontmatter(search)
  const pieces = parser.pieces(marked.edited.text)
  const header = pieces.next('Header')
  if (header) {
    searchHeader(search, header)
    searchDirectives(search, placeOf(search, header.start, header.end))
    while (!pieces.atEnd) {
      const line = pieces.next('Line')
      if (!line) break
      if (line.first.rule === 'Statement') searchStatement(search, line.first.first)
    }
  }
  return search.messages.sort((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))
}
