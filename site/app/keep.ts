/** What outlives a reload, as far as the browser lets it: a page without storage works, and forgets. */

export const keys = {
  text: 'diaglot.text',
  format: 'diaglot.format',
  language: 'diaglot.language',
  theme: 'diaglot.theme',
  tab: 'diaglot.tab',
} as const

/** More than this is not kept; browsers hold about five million characters. */
const LARGEST = 2_000_000

export function keep(key: string, value: string): void {
  try {
    if (value.length <= LARGEST) localStorage.setItem(key, value)
    else localStorage.removeItem(key)
  } catch {
    // No storage, or it is full: nothing is lost that is on the page.
  }
}

export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
