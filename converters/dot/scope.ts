/** Attribute values and defaults as Graphviz's library keeps them: dictionaries that look on in their parent's. */
import { type Budget, ENTRY } from './budget.js'
import type { Attributes } from './resolved.js'
import type { Atom } from './statements.js'

/** Something with attributes. Most elements only have defaults, so they share them until one is set. */
export interface Valued {
  attributes: Attributes
  shared: boolean
}

export function setValue(element: Valued, name: string, value: Atom): void {
  if (element.shared) {
    element.attributes = new Map(element.attributes)
    element.shared = false
  }
  ;(element.attributes as Map<string, Atom>).set(name, value)
}

/** The defaults of one kind of element in one scope. What a scope does not say itself, its parent says. */
export interface Defaults {
  /** Whether the scope or one around it has the attribute. */
  knows(name: string): boolean
  own(name: string): Atom | undefined
  set(name: string, value: Atom): void
  /** What a new element gets. The map is shared: nobody may change it. */
  resolved(): Attributes
}

interface Linked extends Defaults {
  /** One counter for a scope and all scopes in it: what was resolved before a change is resolved again. */
  readonly clock: { changes: number }
}

const NOTHING: Attributes = new Map()

/** Empty defaults for a scope inside the scope of `parent`. */
export function defaultsIn(parent: Defaults | undefined, budget: Budget): Defaults {
  const outer = parent as Linked | undefined
  const clock = outer?.clock ?? { changes: 0 }
  const own = new Map<string, Atom>()
  let cached: Attributes = NOTHING
  let cachedAt = -1
  const defaults: Linked = {
    clock,
    knows: name => own.has(name) || (outer?.knows(name) ?? false),
    own: name => own.get(name),
    set(name, value) {
      own.set(name, value)
      clock.changes++
    },
    resolved() {
      if (cachedAt !== clock.changes) {
        const inherited = outer?.resolved() ?? NOTHING
        cached = own.size === 0 ? inherited : new Map([...inherited, ...own])
        if (own.size > 0) budget.left -= cached.size * ENTRY
        cachedAt = clock.changes
      }
      return cached
    },
  }
  return defaults
}
