/**
 * The types of a grammar's trees: which rules make the children of each rule's tree, in which order, and which are never
 * missing. Whoever asks a tree for a part that its rule does not have, by a name that was changed or misspelt, is told by the
 * TypeScript compiler; at run time there is nothing of it.
 */
import { addTo } from '../../src/ir/lists.js'
import type { Expr, Rule, Rules } from './expressions.js'

/** One place in a rule's body at which a rule of the grammar is applied. */
interface Place {
  readonly rule: Rule
  /** The places that may come next among the children. */
  readonly next: Set<Place>
  isLast: boolean
}

/** What an expression leaves in the tree. */
interface Shape {
  readonly first: ReadonlySet<Place>
  readonly last: ReadonlySet<Place>
  readonly places: readonly Place[]
  /** Whether there may be none at all. */
  readonly mayBeEmpty: boolean
  /** The names of the rules that leave a child in any case. */
  readonly sure: ReadonlySet<string>
}

const nothing: Shape = { first: new Set(), last: new Set(), places: [], mayBeEmpty: true, sure: new Set() }

/** The declarations of `Trees`, which has the tree of each rule, and of `TreeOf`. */
export function treeTypes(rules: Rules): string {
  const byName = new Map<string, Rule[]>()
  for (const rule of rules.all) if (rule.own) addTo(byName, rule.name, rule)
  const entries: string[] = []
  const declarations: string[] = []
  for (const [name, variants] of byName) {
    entries.push(`  readonly ${name}: ${name}Tree`)
    declarations.push(...declarationsOf(name, variants))
  }
  return `/** The tree of each rule. */
export interface Trees {
${entries.join('\n')}
}

/** The tree of one rule, or of any of some rules. */
export type TreeOf<Rule extends keyof Trees = keyof Trees> = Trees[Rule]

${declarations.join('\n')}`
}

/** A rule with parameters has a variant for each list of arguments; its trees all have one name. */
function declarationsOf(name: string, [rule, ...others]: readonly Rule[]): string[] {
  if (!rule!.syntactic) return [`type ${name}Tree = Leaf<'${name}'>`]
  const shape = shapeOf({ kind: 'alt', terms: [rule!, ...others].map(({ body }) => body) })
  for (const place of shape.last) place.isLast = true
  const names = new Map(shape.places.map((place, index) => [place, `${name}$${index + 1}`]))
  const oneOf = (places: Iterable<Place>, orNone: boolean) => {
    const all = Array.from(places, place => names.get(place)!)
    return [...all, ...(orNone ? ['undefined'] : [])].join(' | ') || 'never'
  }
  const sure = Array.from(shape.sure, each => `'${each}'`).join(' | ') || 'never'
  const first = oneOf(shape.first, shape.mayBeEmpty)
  return [
    `interface ${name}Tree extends Branch<'${name}', ${first}, ${oneOf(shape.places, false)}, ${sure}> {}`,
    ...shape.places.map(
      place =>
        `interface ${names.get(place)} extends ${place.rule.name}Tree { readonly next: ${oneOf(place.next, place.isLast)} }`,
    ),
  ]
}

function shapeOf(expr: Expr): Shape {
  switch (expr.kind) {
    case 'apply':
      return applied(expr.rule)
    case 'seq':
      return expr.factors.map(shapeOf).reduce(inSequence, nothing)
    case 'alt':
      return either(expr.terms.map(shapeOf))
    case 'opt':
      return maybe(shapeOf(expr.body))
    case 'star':
      return maybe(repeated(shapeOf(expr.body)))
    case 'plus':
      return repeated(shapeOf(expr.body))
    case 'lex':
      return shapeOf(expr.body)
    default:
      return nothing
  }
}

function applied(rule: Rule): Shape {
  if (!rule.own) return rule.inPlace ? shapeOf(rule.body) : nothing
  const place: Place = { rule, next: new Set(), isLast: false }
  const only = new Set([place])
  return { first: only, last: only, places: [place], mayBeEmpty: false, sure: new Set([rule.name]) }
}

function inSequence(before: Shape, behind: Shape): Shape {
  join(before, behind)
  return {
    first: before.mayBeEmpty ? union(before.first, behind.first) : before.first,
    last: behind.mayBeEmpty ? union(before.last, behind.last) : behind.last,
    places: [...before.places, ...behind.places],
    mayBeEmpty: before.mayBeEmpty && behind.mayBeEmpty,
    sure: union(before.sure, behind.sure),
  }
}

function either(terms: readonly Shape[]): Shape {
  return {
    first: union(...terms.map(({ first }) => first)),
    last: union(...terms.map(({ last }) => last)),
    places: terms.flatMap(({ places }) => places),
    mayBeEmpty: terms.some(({ mayBeEmpty }) => mayBeEmpty),
    sure: new Set(
      [...union(...terms.map(({ sure }) => sure))].filter(name => terms.every(({ sure }) => sure.has(name))),
    ),
  }
}

function maybe(shape: Shape): Shape {
  return { ...shape, mayBeEmpty: true, sure: nothing.sure }
}

function repeated(shape: Shape): Shape {
  join(shape, shape)
  return shape
}

function join({ last }: Shape, { first }: Shape): void {
  for (const place of last) for (const next of first) place.next.add(next)
}

function union<T>(...sets: readonly ReadonlySet<T>[]): ReadonlySet<T> {
  return new Set(sets.flatMap(set => [...set]))
}
