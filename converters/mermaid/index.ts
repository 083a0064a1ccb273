import { type Format, type FormatOption, type FormatPart, formatOf } from '../../src/format.js'
import { withCommentsMoved } from '../../src/ir/comments.js'
import { newestCapabilities } from './capabilities.js'
import { mermaidCodes } from './codes.js'
import { prepare } from './document/prepare.js'
import { fmtMermaid } from './fmt/fmt.js'
import { mermaidLanguage } from './language/language.js'
import { lintMermaid } from './lint/lint.js'
import { putMermaid } from './put/put.js'
import { unreadMermaid } from './put/readable.js'
import { readMermaid } from './read/read.js'
import { mermaidCapabilities } from './renderer-capabilities.js'
import { hostFault } from './versions/hosts.js'
import { versionFault } from './versions/releases.js'
import { withThemeOfSettings } from './words/theme.js'
import { writeMermaid } from './write/write.js'

export { mermaidCodes } from './codes.js'
export { lintMermaidVersion } from './lint/versions.js'
export { readMermaid } from './read/read.js'

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

const version: FormatOption = {
  name: 'mermaid',
  values: [],
  takes: 'VERSION',
  fault: versionFault,
  for: ['read', 'write'],
  about:
    'what is written is read by this version of mermaid, such as `10.9`; `lint` asks for what it does not have',
}

const renderer: FormatOption = {
  name: 'renderer',
  values: [],
  takes: 'HOST',
  fault: hostFault,
  for: ['read', 'write'],
  about:
    'the same for the version that somebody runs, such as `github`: docs/mermaid-versions.md has the list',
}

/** What both halves have. */
const common: FormatPart = {
  name: 'mermaid',
  title: 'Mermaid',
  extensions: ['.mmd', '.mermaid'],
  inDocuments: { directive: 'mermaid', element: 'mermaid' },
  directiveOptions: ['config', 'title', 'zoom'],
  drawnIn: ['markdown', 'mdx', 'quarto', 'html', 'notebook', 'asciidoc', 'rst'],
  codes: mermaidCodes,
  options: [lanes, nodes],
  rules: { 'lint/orphan': 'info' },
  carries: true,
  capabilities: newestCapabilities,
}

const reading: FormatPart = {
  fences: ['flowchart'],
  sniff: looksLikeMermaid,
  read: readMermaid,
}

const writing: FormatPart = {
  // Who reads what is written: nothing that a page needs which only reads.
  options: [lanes, nodes, version, renderer],
  capabilities: mermaidCapabilities,
  write: writeMermaid,
  ofToday: graph => withCommentsMoved(withThemeOfSettings(graph), 'mermaid'),
}

/** Mermaid flowcharts, only to be read: for a page that writes none. */
export const mermaidReader: Format = /* @__PURE__ */ formatOf(common, reading)

/** Mermaid flowcharts, only to be written: for a page that reads none. */
export const mermaidWriter: Format = /* @__PURE__ */ formatOf(common, writing)

/** Mermaid flowcharts. */
export const mermaid: Format = /* @__PURE__ */ formatOf(common, reading, writing, {
  put: putMermaid,
  unread: unreadMermaid,
  fmt: fmtMermaid,
  language: mermaidLanguage,
  lint: lintMermaid,
  comments: text => prepare(text).comments.map(({ at }) => at),
})

/** A flowchart's header, behind frontmatter, directives and comments. `graph G {` is DOT. */
function looksLikeMermaid(text: string): boolean {
  const header = prepare(text.slice(0, 10_000)).edited.text
  if (/^(?:flowchart|swimlane-beta)\b/.test(header)) return true
  return (
    /^graph(?:[^\S\n]*(?:[<>^;]|(?:LR|RL|TB|BT|TD|BR|v)\b)|[^\S\n]*(?:\n(?!\s*\{)|$))/.test(header) &&
    !/^graph\s+\w+\s*\{/.test(header)
  )
}
