/** What a function gives, worked out when it is asked for first. */
export interface Once<T> {
  (): T
  readonly isMade: () => boolean
}

/** Tables of words are made so, since who only reads a diagram needs none of them. */
export function once<T>(make: () => T): Once<T> {
  let made: { readonly value: T } | undefined
  const get = () => {
    made ??= { value: make() }
    return made.value
  }
  return Object.assign(get, { isMade: () => made !== undefined })
}
