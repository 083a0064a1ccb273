/** Who draws a diagram: a release of mermaid, or a host that is known to run one. */
import type { FormatOptions } from '../../../src/format.js'
import { type Host, hostNamed } from './hosts.js'
import { type Release, releaseOf } from './releases.js'

/** The options that say so. A version wins over a host. */
export interface RendererOptions extends FormatOptions {
  /** A version, such as `10.9`: the newest of 10.9 that is known. */
  readonly mermaid?: string
  /** A host, such as `github`. */
  readonly renderer?: string
}

export interface Renderer {
  readonly release: Release
  readonly host?: Host
  /** In words, at the beginning of a sentence. */
  readonly says: string
}

/** The renderer that options ask for; nothing where they ask for none, or for one that is not known. */
export function rendererOf({ mermaid, renderer }: FormatOptions): Renderer | undefined {
  const release = mermaid === undefined ? undefined : releaseOf(String(mermaid))
  if (release !== undefined) return { release, says: `Mermaid ${release}` }
  const host = renderer === undefined ? undefined : hostNamed(String(renderer))
  return host && { release: host.release, host, says: `Mermaid ${host.release}, which ${host.title} runs,` }
}
