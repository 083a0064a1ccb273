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
  /** The first of the children, and the one that follows this node among those of its parent. */
  readonly first: Tree | undefined
  readonly next: Tree | undefined
  /** All children. They are made anew each time, so that a large tree costs no memory: loop over them, or name them. */
  readonly children: readonly Tree[]
}

/** Says, in types only, which rules leave a child in every tree of a rule. */
declare const sure: unique symbol

/** The tree of a rule with a body, as the compiler of grammars knows it. */
export interface Branch<
  Rule extends string,
  First extends Tree | undefined,
  Child extends Tree,
  Sure extends string,
> extends Tree {
  readonly rule: Rule
  readonly first: First
  readonly children: readonly Child[]
  readonly [sure]?: Sure
}

/** The tree of a lexical rule. */
export interface Leaf<Rule extends string> extends Tree {
  readonly rule: Rule
  readonly first: undefined
  readonly children: readonly never[]
}

/** What a child of a tree may be. */
export type ChildOf<T extends Tree> = T['children'][number]

/** The rules that may make children of a tree. */
export type PartName<T extends Tree> = T extends Tree ? ChildOf<T>['rule'] : never

/** What `part` gives: `undefined` too where a tree may be without such a child. */
export type PartOf<T extends Tree, Rule extends string> = T extends Tree
  ? string extends T['rule']
    ? Tree | undefined
    : Extract<ChildOf<T>, { readonly rule: Rule }> | (Rule extends SureIn<T> ? never : undefined)
  : never

type SureIn<T> = T extends { readonly [sure]?: infer Rule } ? Rule : never

/** Why a text does not match: the furthest place reached, and what could have stood there, in words. */
export interface Failure {
  readonly offset: number
  /** Descriptions of rules (`a node id`) and quoted terminals (`"->"`), without repetition. */
  readonly expected: readonly string[]
  /** Set when the text is nested deeper than the parser follows. */
  readonly tooDeep?: boolean
}

export type ParseResult<T extends Tree = Tree> =
  | { readonly ok: true; readonly tree: T }
  | { readonly ok: false; readonly failure: Failure }

export interface ParseOptions<Rule extends string = string> {
  /** The rule to start from; the grammar's first rule where it is left out. */
  readonly rule?: Rule
  /** Parse only `[start, end)` of the text. Offsets in the result still count from the text's beginning. */
  readonly start?: number
  readonly end?: number
}

/** A grammar's parser. It never throws on any text. */
export interface Parser {
  parse(text: string, options?: ParseOptions): ParseResult
}

/** Where nothing is known of a grammar: any rule may have any tree. */
type AnyTrees = { readonly [rule: string]: Tree }

/**
 * A text read piece by piece, so that the tree of a large one is never there as a whole. Whoever reads says by
 * which rule the next piece goes: the pieces of the first rule's body, in their order, are the children of its tree.
 */
export interface Pieces<Trees extends object = AnyTrees> {
  /** The offset at which the next piece may begin. Who knows by other means what stands there may go on behind it. */
  at: number
  /** Whether the text ends there. */
  readonly atEnd: boolean
  /** Whether something did not match since it is nested too deep. */
  tooDeep: boolean
  /**
   * The next piece, behind the blanks that the grammar skips; its tree stands until the next but one is asked for. Where the rule does not match there, or what it
   * matches is nested too deep, nothing, and nothing moves. Throws a `TypeError` for a rule that is not there.
   * @param depth how many levels of nesting stand around it, each of which began with a piece of its own; none where it is left out
   */
  next<Rule extends keyof Trees & string>(rule: Rule, depth?: number): Extract<Trees[Rule], Tree> | undefined
}

/** A parser that was compiled from a grammar: it knows the tree of each rule, and the first rule. */
export interface CompiledParser<
  Trees extends object = AnyTrees,
  First extends keyof Trees & string = keyof Trees & string,
> extends Parser {
  parse<Rule extends keyof Trees & string = First>(
    text: string,
    options?: ParseOptions<Rule>,
  ): ParseResult<Extract<Trees[Rule], Tree>>
  /** @param from where the first piece may begin; the beginning of the text where it is left out */
  pieces(text: string, from?: number): Pieces<Trees>
}

/** The first child that a rule made. */
export function part<T extends Tree, Rule extends PartName<T>>(tree: T, rule: Rule): PartOf<T, Rule> {
  let child = tree.first
  while (child && child.rule !== rule) child = child.next
  return child as PartOf<T, Rule>
}

/** All children that a rule made. */
export function parts<T extends Tree, Rule extends PartName<T>>(
  tree: T,
  rule: Rule,
): Exclude<PartOf<T, Rule>, undefined>[] {
  return tree.children.filter((child: Tree) => child.rule === rule) as Exclude<PartOf<T, Rule>, undefined>[]
}
