/**
 * What a reader sees of a parse: a small tree over the author's text. How it is stored is the
 * business of the parser that made it.
 *
 * A tree node stands for one application of one of the grammar's own rules:
 * - its children are the applications inside its body, in source order; iterations, options and the
 *   built-in list rules are transparent, terminals and built-in rules (`letter`, `end` …) do not appear,
 *   and neither does what a lookahead saw;
 * - a lexical rule (its name starts in lower case) is a leaf: its text is the whole story;
 * - a case label makes a rule of its own: `Statement = … --node` gives a `Statement_node` inside
 *   a `Statement`.
 */
export interface Tree {
  readonly rule: string
  /** Half-open offsets into the text that was parsed, without the blanks around it. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Made anew each time it is asked for, so that a large tree costs no memory: loop over it, or name it. */
  readonly children: readonly Tree[]
  /** The last of the children, where the others do not matter. */
  readonly last: Tree | undefined
  /** The children, each made when its turn comes: for a node that has very many. */
  eachChild(): Iterable<Tree>
}

/** Why a text does not match: the furthest place reached, and what could have stood there, in words. */
export interface Failure {
  readonly offset: number
  /** Descriptions of rules (`a node id`) and quoted terminals (`"->"`), without repetition. */
  readonly expected: readonly string[]
  /** Set when the text is nested deeper than the parser follows. */
  readonly tooDeep?: boolean
}

export type ParseResult =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly failure: Failure }

export interface ParseOptions {
  /** The rule to start from; the grammar's first rule where it is left out. */
  readonly rule?: string
  /** Parse only `[start, end)` of the text. Offsets in the result still count from the text's beginning. */
  readonly start?: number
  readonly end?: number
}

/** A grammar's parser. It never throws on any text. */
export interface Parser {
  parse(text: string, options?: ParseOptions): ParseResult
}
