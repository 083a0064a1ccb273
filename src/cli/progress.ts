/** How far a command over many files is, on a terminal: one line that is drawn over itself, and gone before anything else is printed. */
import { printable } from '../messages/reporters/pretty.js'

/** What a command is quicker than shows nothing. */
const BEGINS_AFTER = 2000

/** A line is drawn no sooner after the last one: nobody reads faster, and terminals are slow. */
const DRAWN_EACH = 100

export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** Back to the start of the line, and all of it away (ECMA-48, EL). */
const ERASED = '\r\u001b[2K'

export class Progress {
  readonly #terminal: Terminal
  readonly #now: () => number
  readonly #begun: number
  #total = 0
  #done = 0
  #drawnAt = Number.NEGATIVE_INFINITY
  #isDrawn = false

  /** @param now milliseconds of a clock that never goes back */
  constructor(terminal: Terminal, now: () => number = () => performance.now()) {
    this.#terminal = terminal
    this.#now = now
    this.#begun = now()
  }

  /** Says how many files there are in all. */
  expect(total: number): void {
    this.#total = total
  }

  /** Counts a file that is done, and draws the line where it is time for that. */
  step(name: string): void {
    this.#done++
    const now = this.#now()
    const elapsed = now - this.#begun
    if (elapsed < BEGINS_AFTER || now - this.#drawnAt < DRAWN_EACH || this.#done >= this.#total) return
    this.#drawnAt = now
    this.#isDrawn = true
    this.#terminal.write(`${ERASED}${this.#line(name, elapsed)}`)
  }

  /** Takes the line away; whoever prints calls it before. */
  erase(): void {
    if (!this.#isDrawn) return
    this.#isDrawn = false
    this.#terminal.write(ERASED)
  }

  #line(name: string, elapsed: number): string {
    const rate = (this.#done / elapsed) * 1000
    const left = (this.#total - this.#done) / rate
    const said = `${count(this.#done)} of ${count(this.#total)} files, ${count(Math.max(1, Math.round(rate)))} a second, ${duration(left)} left: `
    // A line that reaches the edge goes on in the next one, which erasing does not reach.
    const room = (this.#terminal.columns ?? 80) - 1 - said.length
    return room < 8 ? cut(said.slice(0, -2), room + said.length) : `${said}${cut(printable(name), room)}`
  }
}

/** Where a person looks on: a terminal that can do more than print, and no CI. */
export function progressFor(terminal: Terminal, env: NodeJS.ProcessEnv, quiet = false): Progress | undefined {
  const isCi = env.CI !== undefined && env.CI !== '' && env.CI !== 'false' && env.CI !== '0'
  return terminal.isTTY === true && !isCi && env.TERM !== 'dumb' && !quiet
    ? new Progress(terminal)
    : undefined
}

const count = (number: number): string => number.toLocaleString('en')

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** The end of a text that is too wide: of a path, the file. Signs beyond ASCII may take two columns. */
function cut(text: string, room: number): string {
  const widthOf = (sign: string): number => (sign >= '\u0020' && sign < '\u007f' ? 1 : 2)
  const signs = [...text]
  let width = 0
  for (const sign of signs) width += widthOf(sign)
  if (width <= room) return text
  let start = 0
  for (width += 2; width > room && start < signs.length; start++) width -= widthOf(signs[start]!)
  return `…${signs.slice(start).join('')}`
}
