import type { Format } from '../../src/format.js'
import { mermaidCapabilities } from './capabilities.js'
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
  sniff: text =>
    /^\s*(?:---\s[\s\S]*?\n\s*---\s+)?(?:%%[^\n]*\n\s*)*(?:graph|flowchart|swimlane-beta)\b/.test(text),
  read: readMermaid,
  capabilities: mermaidCapabilities,
  write: writeMermaid,
}
