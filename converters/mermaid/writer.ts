import { type Format, type FormatOption, formatOf, notesOption } from '../../src/format.js'
import { withCommentsMoved } from '../../src/ir/comments.js'
import { common, plainOptions } from './common.js'
import { mermaidCapabilities } from './renderer-capabilities.js'
import { HOSTS, hostFault } from './versions/hosts.js'
import { versionFault } from './versions/releases.js'
import { withThemeOfSettings } from './words/theme.js'
import { writeMermaid } from './write/write.js'

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
  offers: () => HOSTS.map(({ name }) => name),
  for: ['read', 'write'],
  about:
    'the same for the version that somebody runs, such as `github`: docs/mermaid-versions.md has the list',
}

/** Mermaid flowcharts, only to be written: for a page that reads none. */
export const mermaidWriter: Format = /* @__PURE__ */ formatOf(common, {
  // Who reads what is written: nothing that a page needs which only reads.
  options: [...plainOptions, version, renderer, notesOption],
  capabilities: mermaidCapabilities,
  write: writeMermaid,
  ofToday: graph => withCommentsMoved(withThemeOfSettings(graph), 'mermaid'),
})
