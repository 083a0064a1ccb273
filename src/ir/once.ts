/** What a function gives, worked out when it is asked for first. */
export interface Once<T> {
  (): T
  readonly isMade: () => boolean
}

/**
 * What makes something at the first call, and gives the same from then on: tables that who only reads a diagram needs none of, and modules, since to ask for
 * one that is there already takes as long as to look for its file.
 */
export function once<T>(make: () => T): Once<T> {
  let made: { readonly value: T } | undefined
  const get = () => {
    made ??= { value: make() }
    return made.value
  }
  return Object.assign(get, { isMade: () => made !== undefined })
}
