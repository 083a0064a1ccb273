/**
 * A template as one piece: ``whole`The edge ${name}` ``. A plain one is held as all the parts that it was added up of, which for a sentence about each of
 * 100,000 edges takes half as much room again, and longer.
 */
export function whole(fixed: TemplateStringsArray, ...values: readonly unknown[]): string {
  // With room for just so many.
  const parts = new Array<unknown>(2 * values.length + 1)
  for (let at = 0; at < fixed.length; at++) {
    parts[2 * at] = fixed[at]
    if (at < values.length) parts[2 * at + 1] = values[at]
  }
  return parts.join('')
}
