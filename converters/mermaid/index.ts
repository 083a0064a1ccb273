import type { Format } from '../../src/format.js'
import { mermaidCapabilities } from './capabilities.js'
import { prepare } from './prepare.js'
import { readMermaid } from './read.js'
import { writeMermaid } from './write.js'

export { readMermaid } from './read.js'
export { writeMermaid } from './write.js'

/** Mermaid flowcharts. */
export const mermaid: Format = {
  name: 'mermaid',
  title: 'Mermaid',
  extensions: ['.mmd', '.mermaid'],
  carries: true,
  sniff: looksLikeMermaid,
  read: readMermaid,
  capabilities: mermaidCapabilities,
  write: writeMermaid,
}

/** A flowchart's header, behind frontmatter, directives and comments. `graph G {` is DOT. */
function looksLikeMermaid(text: string): boolean {
  const header = prepare(text.slice(0, 10_000)).edited.text
  if (/^(?:flowchart|swimlane-beta)\b/.test(header)) return true
  return (
    /^graph(?:[^\S\n]*(?:[<>^;]|(?:LR|RL|TB|BT|TD|BR|v)\b)|[^\S\n]*(?:\n(?!\s*\{)|$))/.test(header) &&
    !/^graph\s+\w+\s*\{/.test(header)
  )
}
