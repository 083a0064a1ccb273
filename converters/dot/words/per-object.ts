/** Remembers what a function gives for an object, as long as somebody has that: rules are asked for every element of one graph. */
export function perObject<K extends object, T>(give: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>()
  return key => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = give(key)
    known.set(key, made)
    return made
  }
}
