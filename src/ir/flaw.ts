/** What is wrong with a graph that a program made or changed. */

export type FlawCode =
  | 'graph/cycle'
  | 'graph/id'
  | 'graph/key'
  | 'graph/nesting'
  | 'graph/reference'
  | 'graph/type'
  | 'graph/value'

export interface Flaw {
  readonly code: FlawCode
  readonly path: readonly (string | number)[]
  /** A sentence without its capital letter and its full stop. */
  readonly text: string
}

type Path = Flaw['path']

interface Id {
  readonly id: string
}

/** @param what a node or a group, by its id */
export const keyFlaw = (
  { what, id, key }: Id & { readonly what: string; readonly key: string },
  path: Path,
): Flaw => ({
  code: 'graph/key',
  path,
  text: `the ${what} “${id}” stands under the key “${key}”`,
})

export const emptyId = (path: Path): Flaw => ({ code: 'graph/id', path, text: 'a group has an empty id' })

/** @param what stands there, with its article */
export const groupMissing = (
  { what, group }: { readonly what: string; readonly group: string },
  path: Path,
): Flaw => ({
  code: 'graph/reference',
  path,
  text: `${what} stands in the group “${group}”, which is not there`,
})

export const endMissing = ({ kind, id }: Id & { readonly kind: string }, path: Path): Flaw => ({
  code: 'graph/reference',
  path,
  text: `the edge ends at the ${kind} “${id}”, which is not there`,
})

export const loopNodeMissing = ({ id }: Id, path: Path): Flaw => ({
  code: 'graph/reference',
  path,
  text: `the loop names the node “${id}”, which is not there`,
})

export const groupInItself = ({ id }: Id, path: Path): Flaw => ({
  code: 'graph/cycle',
  path,
  text: `the group “${id}” stands in itself`,
})

/** @param what kind of word it should be */
export const unknownWord = (
  { what, word }: { readonly what: string; readonly word: string },
  path: Path,
): Flaw => ({
  code: 'graph/value',
  path,
  text: `there is no ${what} “${word}”`,
})

export const fieldsTooDeep = ({ levels }: { readonly levels: number }, path: Path): Flaw => ({
  code: 'graph/nesting',
  path,
  text: `the fields nest deeper than ${levels} levels`,
})

interface Name {
  /** How the value is called. */
  readonly name: string
}

export const missing = ({ name }: Name, path: Path): Flaw => ({
  code: 'graph/type',
  path,
  text: `${name} is missing`,
})

export const mistyped = (
  { name, found, wanted }: Name & { readonly found: string; readonly wanted: string },
  path: Path,
): Flaw => ({ code: 'graph/type', path, text: `${name} is ${found} and not ${wanted}` })
