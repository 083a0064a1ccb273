import type { Format } from '../../src/format.js'
import { readMermaid } from './read.js'

export { readMermaid } from './read.js'

/** Mermaid flowcharts. */
export const mermaid: Format = {
  name: 'mermaid',
  title: 'Mermaid',
  extensions: ['.mmd', '.mermaid'],
  sniff: text =>
    /^\s*(?:---\s[\s\S]*?\n\s*---\s+)?(?:%%[^\n]*\n\s*)*(?:graph|flowchart|flowchart-elk|swimlane-beta)\b/.test(
      text,
    ),
  read: readMermaid,
}
