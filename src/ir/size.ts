/** How much there is to write of a graph. A small text can mean a lot: a class or a default that every node has. */
import type { Graph } from './model.js'

/**
 * The characters of all texts of a graph, one more for every value; classes and defaults count at each element that they
 * style, as where a format has none of them. Stops counting beyond `limit`.
 */
export function sizeOf(graph: Graph, limit: number): number {
  const { nodes, groups, edges, classes, defaults } = graph
  const styles = new Map<string, number>()
  for (const [name, style] of classes) styles.set(name, sizeOfValue(style, limit))
  const ofClasses = (names: readonly string[]) => {
    let sum = 0
    for (const name of names) sum += styles.get(name) ?? 0
    return sum
  }
  const kinds = [
    { elements: nodes.values(), base: sizeOfValue(defaults.node, limit) },
    { elements: groups.values(), base: 0 },
    { elements: edges, base: sizeOfValue(defaults.edge, limit) },
  ]
  let size = sizeOfValue([graph.title, graph.description, graph.link, graph.extras, graph.loops], limit)
  // One list for all, which is empty behind each that is within the limit.
  const open: object[] = []
  for (const { elements, base } of kinds) {
    for (const element of elements) {
      if (size > limit) return size
      size += base + ofClasses(element.classes) + sizeOfValue(element, limit, open)
    }
  }
  return size
}

/** Of plain data, however deep it nests. */
function sizeOfValue(value: unknown, limit: number, open: object[] = []): number {
  let size = added(value, open)
  while (open.length > 0 && size <= limit) {
    const next = open.pop()!
    if (Array.isArray(next)) for (const item of next) size += added(item, open)
    else if (next instanceof Map) {
      // Most have nothing in them, and are not gone over.
      if (next.size === 0) continue
      for (const [key, item] of next) size += added(key, open) + added(item, open)
    } else for (const name in next) size += added((next as Record<string, unknown>)[name], open)
  }
  return size
}

/** Of one value without what is in it, which waits among what is open. */
function added(part: unknown, open: object[]): number {
  if (typeof part === 'string') return 1 + part.length
  if (typeof part === 'object' && part !== null) open.push(part)
  return 1
}
