/** What names and values are, whoever reads them. */

/** The attribute whose value keeps its place, since messages speak of it by itself. */
export const PLACED = 'rankdir'

/** What stands between quotes: `\"` is a quote and a backslash before a line break joins the lines; every other backslash stays. */
export function unescaped(inner: string): string {
  if (!inner.includes('\\')) return inner
  return inner.replace(/\\([\\"\n])/g, (both, next: string) =>
    next === '"' ? '"' : next === '\n' ? '' : both,
  )
}
