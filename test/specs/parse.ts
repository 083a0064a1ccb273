/**
 * A specification is a Markdown page: a heading for each case, prose for the reader, and fences. The first words of a
 * fence say what it is (see `run.ts`); what is expected can be written anew, and everything else of the page stays.
 */

export interface Fence {
  readonly words: readonly string[]
  readonly body: string
  /** Where the body stands in the page. */
  readonly at: readonly [start: number, end: number]
}

export interface Case {
  readonly title: string
  readonly fences: readonly Fence[]
}

/** The cases of a page, in order. A fence before the first heading of second rank belongs to none and is refused. */
export function casesOf(page: string): Case[] {
  const cases: { title: string; fences: Fence[] }[] = []
  let open: { readonly mark: string; readonly words: readonly string[]; readonly start: number } | undefined
  let at = 0
  for (const line of page.split('\n')) {
    const next = at + line.length + 1
    const mark = /^`{3,}/.exec(line)?.[0]
    if (open && line === open.mark) {
      const body = page.slice(open.start, at)
      cases.at(-1)?.fences.push({ words: open.words, body, at: [open.start, at] })
      open = undefined
    } else if (!open && mark !== undefined) {
      if (cases.length === 0) throw new Error(`a fence before the first case: ${line}`)
      open = { mark, words: line.slice(mark.length).trim().split(/\s+/), start: next }
    } else if (!open && line.startsWith('## ')) cases.push({ title: line.slice(3), fences: [] })
    at = next
  }
  if (open) throw new Error(`a fence that nothing closes: ${open.words.join(' ')}`)
  return cases
}

/** The page with other bodies at some of its fences. */
export function withBodies(page: string, bodies: ReadonlyMap<Fence, string>): string {
  let result = page
  const last = [...bodies].sort(([a], [b]) => b.at[0] - a.at[0])
  for (const [fence, body] of last) result = result.slice(0, fence.at[0]) + body + result.slice(fence.at[1])
  return result
}
