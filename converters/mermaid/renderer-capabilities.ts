/** What a Mermaid flowchart can hold that a version of mermaid, or a host that runs one, is to read. */
import type { Capabilities } from '../../src/capabilities.js'
import type { FormatOptions } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { newestCapabilities } from './capabilities.js'
import { has } from './versions/claims.js'
import { headers } from './versions/constructs.js'
import { olderCapabilities } from './versions/older.js'
import { NEWEST } from './versions/releases.js'
import { rendererOf } from './versions/renderer.js'

/** With a version or a renderer among the options, what that one has; else what the newest version has. */
export function mermaidCapabilities(graph: Graph, options: FormatOptions): Capabilities {
  const release = rendererOf(options)?.release ?? NEWEST
  if (release === NEWEST) return newestCapabilities(graph, options)
  const knowsSwimlanes = has(release, headers['swimlane-beta'])
  return olderCapabilities(newestCapabilities(graph, options, knowsSwimlanes), release)
}
