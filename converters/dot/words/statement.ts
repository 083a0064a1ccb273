/** What a statement of a DOT file says, with every name decoded and nothing resolved yet. */
import type { Range } from '../../../src/ir/model.js'

/** A name or a value. `html` marks what stood between angle brackets. */
export interface Atom {
  readonly text: string
  readonly html?: true
  /** Where the whole attribute stands, for one that messages speak of by itself. */
  readonly at?: Range
}

/** Where the name and the value of an attribute stand, in the text that was parsed. */
export type Places = readonly [nameStart: number, nameEnd: number, valueStart: number, valueEnd: number]

export interface Assignment {
  readonly name: string
  readonly value: Atom
  /** Only where somebody wants to know. */
  readonly places?: Places
}

export interface NodeMention {
  readonly kind: 'node'
  readonly id: Atom
  /** As Graphviz keeps it: `port`, `n` or `port:n`. */
  readonly port?: string
  readonly at: Range
}

/** Several nodes with commas between. */
export interface NodeList {
  readonly kind: 'nodes'
  readonly nodes: readonly NodeMention[]
}

export type Operand = NodeMention | NodeList | SubgraphStatement

export interface SubgraphStatement {
  readonly kind: 'subgraph'
  /** Left out for an anonymous subgraph. */
  readonly id?: Atom
  readonly statements: readonly Statement[]
  readonly at: Range
}

/** Where a statement stands, with the semicolon that ends it, in the text that was parsed: only where somebody wants to know. */
export interface Stands {
  readonly start: number
  readonly end: number
}

/** `node [..]`, `edge [..]`, `graph [..]` and `name = value`, which is the last with one attribute. */
export interface DefaultsStatement {
  readonly kind: 'defaults'
  readonly of: 'graph' | 'node' | 'edge'
  readonly attributes: readonly Assignment[]
  readonly stands?: Stands
}

/** A node statement, a subgraph, or an edge statement: one operand or several. */
export interface ChainStatement {
  readonly kind: 'chain'
  readonly operands: readonly Operand[]
  readonly attributes: readonly Assignment[]
  readonly at: Range
  readonly stands?: Stands
}

export type Statement = DefaultsStatement | ChainStatement

export interface GraphStatement {
  readonly strict: boolean
  readonly directed: boolean
  readonly id?: Atom
  /** To be gone through once. */
  readonly statements: Iterable<Statement>
  readonly at: Range
}
