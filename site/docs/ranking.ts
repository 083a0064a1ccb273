/** Which sections of the manual hold all words that somebody looks for, the fitting first. */

/** A section as it stands in the file that is searched. */
export interface Found extends Section {
  /** The name of its page. */
  readonly page: string
  readonly id: string
}

interface Section {
  readonly title: string
  readonly text: string
}

export function ranked<T extends Section>(sections: readonly T[], words: string): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const scored = sections.flatMap(section => {
    const [title, text] = [section.title.toLowerCase(), section.text.toLowerCase()]
    let score = 0
    for (const word of wanted) {
      const inTitle = title.includes(word)
      if (!inTitle && !text.includes(word)) return []
      score += inTitle ? (title.startsWith(word) ? 3 : 2) : 1
    }
    return [{ section, score }]
  })
  return scored.sort((a, b) => b.score - a.score).map(({ section }) => section)
}
