/** How far a long run is, on a terminal: in one line that is written anew. Nothing where nobody watches. */
import { counted } from '../../migrate/words.js'

/** So many milliseconds pass between two lines. */
const PAUSE = 200

export interface Progress {
  readonly done: (path: string) => void
  readonly end: () => void
}

/** @param doing as before what is counted: `Looking at` */
export function progressOf(doing: string, total: number, quiet: boolean): Progress {
  const { stderr, env } = process
  if (quiet || stderr.isTTY !== true || env.CI) return { done: () => {}, end: () => {} }
  const start = Date.now()
  let [count, last, shown] = [0, 0, false]
  return {
    done: path => {
      count++
      const now = Date.now()
      if (now - last < PAUSE) return
      last = now
      shown = true
      const rate = (1000 * count) / Math.max(1, now - start)
      const left = Math.ceil((total - count) / rate)
      const name = path.length > 40 ? `…${path.slice(-39)}` : path
      stderr.write(
        `\r\u001b[K${doing} ${count} of ${counted(total, 'file')}, ${Math.round(rate)} a second, ${left} s left: ${name}`,
      )
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[K')
    },
  }
}
