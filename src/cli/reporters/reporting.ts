/** The reporters of one call: where each writes, and what they are told. */
import { writeFile } from 'node:fs/promises'
import type { FormatEntry } from '../../format.js'
import { reasonOf } from '../bytes.js'
import { CommandError, exitCodes } from '../exit.js'
import type { FileResult } from '../files/result.js'
import type { Progress } from '../progress.js'
import { wantsColor } from '../terminal.js'
import { version } from '../version.js'
import { askedReporters, reporters } from './index.js'
import type { Reporter, Sum } from './report.js'

export interface ReportWords {
  readonly reporter?: readonly string[]
  readonly color?: string
  readonly verbose?: boolean
  readonly quiet?: boolean
}

export interface Reporting {
  readonly needsAll: boolean
  readonly file: (result: FileResult) => void
  /** @param isSilent whether nobody wants to be told the sum, but where it is asked for in a report of its own */
  readonly end: (results: readonly FileResult[], sum: Sum, isSilent?: boolean) => Promise<void>
}

/**
 * The reporters that are asked for. Throws a `CommandError` for one that there is not.
 * @param progress what is erased before anything is written to the terminal
 * @param isResult whether what is reported is the result of the command, and so goes to standard output
 */
export function madeReporters(
  words: ReportWords,
  formats: readonly FormatEntry[],
  isResult: boolean,
  progress?: Pick<Progress, 'erase'>,
): Promise<Reporting[]> {
  const stream = isResult ? process.stdout : process.stderr
  return Promise.all(
    askedReporters(words.reporter ?? ['pretty']).map(async ({ name, file }) => {
      const color = file === undefined && wantsColor(words.color, stream)
      const made = (await reporters[name]!(formats))({ color, verbose: words.verbose === true, version })
      return reportingOf(made, file, stream, words.quiet === true, progress)
    }),
  )
}

function reportingOf(
  reporter: Reporter,
  path: string | undefined,
  stream: NodeJS.WriteStream,
  quiet: boolean,
  progress: Pick<Progress, 'erase'> | undefined,
): Reporting {
  const texts: string[] = []
  const tell = (text: string | undefined): void => {
    if (text === undefined || text === '') return
    if (path !== undefined) texts.push(text)
    else {
      progress?.erase()
      stream.write(text)
    }
  }
  return {
    needsAll: reporter.needsAll === true,
    file: result => tell(reporter.file?.(quiet ? onlyErrors(result) : result)),
    end: async (results, sum, isSilent = false) => {
      // Where nobody wants more than errors, the closing line of a report for people is too much.
      if (!(quiet || isSilent) || reporter.needsAll) tell(reporter.end?.(results, sum))
      if (path !== undefined) await saved(path, texts.join(''))
    },
  }
}

const onlyErrors = (result: FileResult): FileResult => ({
  ...result,
  messages: result.messages.filter(({ severity }) => severity === 'error'),
})

async function saved(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new CommandError(`cannot write ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
  }
}
