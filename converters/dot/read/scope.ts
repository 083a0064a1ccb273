/** Attribute values and defaults as Graphviz's library keeps them: dictionaries that look on in their parent's. */

import type { Attributes } from '../words/resolved.js'
import type { Atom } from '../words/statement.js'
import { type Budget, ENTRY } from './budget.js'

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

export type DefaultsOf = 'graph' | 'node' | 'edge'

/** A scope as far as its defaults go. Many scopes set none, so they are only there once one is set. */
export interface WithDefaults {
  readonly parent?: WithDefaults
  graph?: Defaults
  node?: Defaults
  edge?: Defaults
}

/** The defaults of one kind of element in one scope. What a scope does not say itself, its parent says. */
interface Defaults {
  readonly values: Map<string, Atom>
  /** One counter for a scope and all scopes in it: what was resolved before a change is resolved again. */
  readonly clock: { changes: number }
  resolved: Attributes
  resolvedAt: number
}

const NOTHING: Attributes = new Map()

/** The nearest scope that has defaults of this kind of its own. */
function settingScope(scope: WithDefaults | undefined, of: DefaultsOf): WithDefaults | undefined {
  let around = scope
  while (around && !around[of]) around = around.parent
  return around
}

/** Whether the scope or one around it has the attribute. */
export function knowsDefault(scope: WithDefaults, of: DefaultsOf, name: string): boolean {
  for (let around = settingScope(scope, of); around; around = settingScope(around.parent, of)) {
    if (around[of]!.values.has(name)) return true
  }
  return false
}

export function defaultSetIn(scope: WithDefaults, of: DefaultsOf, name: string): Atom | undefined {
  return scope[of]?.values.get(name)
}

export function setDefault(scope: WithDefaults, of: DefaultsOf, name: string, value: Atom): void {
  const clock = settingScope(scope, of)?.[of]?.clock ?? { changes: 0 }
  scope[of] ??= { values: new Map(), clock, resolved: NOTHING, resolvedAt: -1 }
  scope[of].values.set(name, value)
  clock.changes++
}

/** What a new element gets. The map is shared: nobody may change it. */
export function resolvedDefaults(scope: WithDefaults, of: DefaultsOf, budget: Budget): Attributes {
  const setting = settingScope(scope, of)
  const defaults = setting?.[of]
  if (!defaults) return NOTHING
  if (defaults.resolvedAt !== defaults.clock.changes) {
    const inherited = setting.parent ? resolvedDefaults(setting.parent, of, budget) : NOTHING
    const resolved = new Map(inherited)
    for (const [name, value] of defaults.values) resolved.set(name, value)
    defaults.resolved = resolved
    defaults.resolvedAt = defaults.clock.changes
    budget.left -= defaults.resolved.size * ENTRY
  }
  return defaults.resolved
}
