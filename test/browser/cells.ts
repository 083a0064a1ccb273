/** How many cells a draw.io file says that it has: a cell with an unknown parent makes the viewer forget all others without a word. */
export function cellsIn(text: string): { readonly vertices: number; readonly edges: number } {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return {
    vertices: count(/<mxCell\b[^>]*\bvertex="1"/g),
    edges: count(/<mxCell\b[^>]*\bedge="1"/g),
  }
}
