import { type Format, formatOf } from '../../src/format.js'
import { common } from './common.js'
import { prepare } from './document/prepare.js'
import { readMermaid } from './read/read.js'

/** A flowchart's header, behind frontmatter, directives and comments. `graph G {` is DOT. */
function looksLikeMermaid(text: string): boolean {
  const header = prepare(text.slice(0, 10_000)).edited.text
  if (/^(?:flowchart|swimlane-beta)\b/.test(header)) return true
  return (
    /^graph(?:[^\S\n]*(?:[<>^;]|(?:LR|RL|TB|BT|TD|BR|v)\b)|[^\S\n]*(?:\n(?!\s*\{)|$))/.test(header) &&
    !/^graph\s+\w+\s*\{/.test(header)
  )
}

/** Mermaid flowcharts, only to be read: for a page that writes none. */
export const mermaidReader: Format = /* @__PURE__ */ formatOf(common, {
  fences: ['flowchart'],
  sniff: looksLikeMermaid,
  read: readMermaid,
})
