import type { Format } from '../../src/format.js'
import { mermaidCapabilities } from './capabilities.js'
import { putMermaid } from './put/put.js'
import { prepare } from './read/prepare.js'
import { readMermaid } from './read/read.js'
import { writeMermaid } from './write/write.js'

export { readMermaid } from './read/read.js'

/** Mermaid flowcharts. */
export const mermaid: Format = {
  name: 'mermaid',
  title: 'Mermaid',
  extensions: ['.mmd', '.mermaid'],
  fences: ['flowchart'],
  options: [
    {
      name: 'lanes',
      values: ['swimlane', 'subgraph'],
      for: ['read', 'write'],
      about: 'whether lanes are written as `swimlane-beta` or as subgraphs; left out, as the diagram was',
    },
    { name: 'nodes', values: ['inline'], for: ['write'], about: 'nodes stand where edges first name them' },
  ],
  carries: true,
  sniff: looksLikeMermaid,
  read: readMermaid,
  capabilities: mermaidCapabilities,
  write: writeMermaid,
  put: putMermaid,
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
