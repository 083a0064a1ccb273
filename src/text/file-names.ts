/** Names for files, from titles that people gave. */

/** So long a name fits any file system with what stands around it, also where a character takes four bytes. */
const LONGEST = 50

/** A name with something else for what some file system does not take, or a shell takes for something else. */
export function withoutUnfit(name: string, instead: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\/:*?"<>|]/gu, instead)
}

/**
 * A name for each title, without what no file system takes; the number from 1 where there is no title, nothing is left of it, or another
 * has it already (case does not count).
 * @param titles as they were read; nothing for what has none
 */
export function fileNames(titles: readonly (string | undefined)[]): string[] {
  const taken = new Set<string>(titles.map((_, place) => String(place + 1)))
  return titles.map((title, place) => {
    const number = String(place + 1)
    const name = fileName(title ?? '')
    const key = name.toLowerCase().normalize()
    if (name === '' || taken.has(key)) return number
    taken.add(key)
    return name
  })
}

function fileName(title: string): string {
  const fit = withoutUnfit(title.normalize(), ' ').replace(/\s/g, ' ')
  const words = fit.split(' ').filter(word => word !== '')
  return [...words.join(' ')].slice(0, LONGEST).join('').replace(/^[. ]/, '').replace(/[. ]$/, '')
}
