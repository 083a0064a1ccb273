/**
 * The help of `diaglot --help` as the build has made it: to make it takes commander and the definitions of all commands, half as long as an
 * empty Node process.
 */
import { readFileSync } from 'node:fs'
import { docsLine } from './help.js'

export interface HelpAtHand {
  /** As commander says it where lines have no end, without where the documentation is. */
  readonly text: string
  /** Where what is said of options and commands begins in their lines. */
  readonly column: number
}

/** What commander takes where no terminal says how wide it is. */
const USUAL = 80
/** Below that it leaves lines as they are. */
const LEAST = 40

/** The help, wrapped for a terminal. Nothing where no build has made it. @param place the file that the build has made */
export function helpAtHand(place: URL, width: number = USUAL): string | undefined {
  let made: HelpAtHand
  try {
    made = JSON.parse(readFileSync(place, 'utf8')) as HelpAtHand
  } catch {
    return undefined
  }
  return wrapped(made, width, docsLine())
}

/** @param docs what is said last */
export function wrapped({ text, column }: HelpAtHand, width: number, docs: string): string {
  // Below all options and commands stands what is not wrapped.
  const end = text.indexOf('\nExit codes:')
  const lines = text.slice(0, end).split('\n')
  const whole = lines.map(line => {
    const isItem = line.startsWith('  ')
    const about = isItem ? column : 0
    const parts = linesOf(line.slice(about), width - about)
    return line.slice(0, about) + parts.join(`\n${' '.repeat(about)}`)
  })
  return `${whole.join('\n')}${text.slice(end).trimEnd()}\n${docs}\n`
}

/** Words in lines of at most so many letters. */
function linesOf(text: string, width: number): string[] {
  if (width < LEAST || text.length <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\S)(?=\s)/)) {
    if (line.length + word.length <= width || line === '') line += word
    else {
      lines.push(line)
      line = word.trimStart()
    }
  }
  return [...lines, line]
}
