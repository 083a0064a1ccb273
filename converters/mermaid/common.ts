/** What both halves of the format have, the one that reads and the one that writes. */
import { type FormatOption, type FormatPart, notesOption } from '../../src/format.js'
import { newestCapabilities } from './capabilities.js'
import { mermaidCodes } from './codes.js'

const lanes: FormatOption = {
  name: 'lanes',
  values: ['swimlane', 'subgraph'],
  for: ['read', 'write'],
  about: 'whether lanes are written as `swimlane-beta` or as subgraphs; left out, as the diagram was',
}

const nodes: FormatOption = {
  name: 'nodes',
  values: ['inline'],
  for: ['write'],
  about: 'nodes stand where edges first name them',
}

/** What reading and writing take, whoever reads what is written. */
export const plainOptions: readonly FormatOption[] = [lanes, nodes]

export const common: FormatPart = {
  name: 'mermaid',
  title: 'Mermaid',
  extensions: ['.mmd', '.mermaid'],
  inDocuments: { directive: 'mermaid', element: 'mermaid' },
  directiveOptions: ['config', 'title', 'zoom'],
  drawnIn: ['markdown', 'mdx', 'quarto', 'html', 'notebook', 'asciidoc', 'rst'],
  codes: mermaidCodes,
  // Reading knows that of notes, too: a text that carries says how it was written.
  options: [...plainOptions, notesOption],
  rules: { 'lint/orphan': 'info' },
  carries: true,
  capabilities: newestCapabilities,
}
