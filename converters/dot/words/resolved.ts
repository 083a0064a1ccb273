/**
 * What Graphviz makes of a file before it draws anything: nodes, edges and subgraphs in the order in
 * which they were created, every attribute with its default applied.
 */
import type { Range } from '../../../src/ir/model.js'
import type { Atom } from './statement.js'

/** Resolved attributes. An empty value is as good as none, except a node's `label`. */
export type Attributes = ReadonlyMap<string, Atom>

export interface ResolvedNode {
  readonly id: Atom
  /** Its place in the order of creation. */
  readonly order: number
  readonly attributes: Attributes
  readonly at: Range
}

export interface ResolvedEdge {
  readonly tail: ResolvedNode
  readonly head: ResolvedNode
  readonly order: number
  readonly key?: string
  /** `tailport` and `headport` are attributes, as in Graphviz. */
  readonly attributes: Attributes
  /** Whether it has no attributes but the defaults of its scope, and their very map. */
  readonly shared?: boolean
  readonly at: Range
}

export interface ResolvedSubgraph {
  readonly id?: Atom
  readonly attributes: Attributes
  /** Names of the attributes that were set in it, and not only inherited. */
  readonly assigned: ReadonlySet<string>
  /** Every node in it or in a subgraph of it, in the order of creation. */
  readonly nodes: readonly ResolvedNode[]
  readonly edges: readonly ResolvedEdge[]
  readonly subgraphs: readonly ResolvedSubgraph[]
  readonly at: Range
}

export interface ResolvedGraph extends ResolvedSubgraph {
  readonly strict: boolean
  readonly directed: boolean
  readonly nodeDefaults: Attributes
  readonly edgeDefaults: Attributes
  /** Where the statements begin that are left out, because all together are more than can be held. */
  readonly tooMuch?: Range
}

/** A node without a label shows its name, which is what this one means. */
export const NODE_NAME_LABEL = '\\N'

/** Whether Graphviz draws a box around a subgraph: by its name or by its `cluster` attribute. */
export function isCluster({ id, attributes }: ResolvedSubgraph): boolean {
  if (id?.text.startsWith('cluster')) return true
  return isTrue(attributes.get('cluster')?.text)
}

/** Graphviz's reading of a boolean: `true`, `yes`, or a number that is not zero. */
export function isTrue(value: string | undefined): boolean {
  if (value === undefined) return false
  return /^(true|yes)$/i.test(value) || /^\d*[1-9]/.test(value)
}

/** An outer one before those in it. */
export function* everySubgraph({ subgraphs }: ResolvedSubgraph): Generator<ResolvedSubgraph> {
  for (const subgraph of subgraphs) {
    yield subgraph
    yield* everySubgraph(subgraph)
  }
}
