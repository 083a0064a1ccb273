/** A plan carried out by a command: with an undo bundle, until it is done or somebody stops it, and what became of it in a line. */
import type { FormatEntry } from '../../format.js'
import type { Plan } from '../../migrate/plan-form.js'
import { changesSomething, sumOf } from '../../migrate/sum.js'
import { counted, joined, reasonWords } from '../../migrate/words.js'
import { type ExitCode, exitCodes } from '../exit.js'
import type { Threads } from '../files/threads.js'
import { writeStdout } from '../outputs.js'
import { say } from '../terminal.js'
import { carryOut, type Outcome } from './carry-out.js'
import { Journal } from './journal.js'
import { progressOf } from './progress.js'

export interface CarriedOptions extends Threads {
  readonly root: string
  readonly formats: readonly FormatEntry[]
  readonly undoTo?: string
  readonly quiet?: boolean
}

export async function carried(plan: Plan, options: CarriedOptions): Promise<ExitCode> {
  const count = plan.files.filter(changesSomething).length
  if (count === 0) {
    if (!options.quiet) await writeStdout(`\n${closingLine(plan, NOTHING)}\n`)
    return exitCodes.clean
  }
  const journal = await Journal.begin(options.root, options.undoTo)
  let stopped = false
  const stop = () => {
    stopped = true
  }
  const progress = progressOf('Writing', count, options.quiet === true)
  process.once('SIGINT', stop)
  try {
    const outcome = await carryOut(plan, {
      ...options,
      journal,
      done: progress.done,
      stopped: () => stopped,
    })
    progress.end()
    for (const [path, why] of outcome.failed) say(`${path}: ${why}`)
    if (!options.quiet) await writeStdout(`\n${closingLine(plan, outcome)}\n`)
    await writeStdout(`${undoLine(journal.path)}\n`)
    if (outcome.stopped) return exitCodes.interrupted
    return outcome.failed.size > 0 ? exitCodes.unreadable : exitCodes.clean
  } finally {
    process.removeListener('SIGINT', stop)
    await journal.close()
  }
}

const NOTHING: Outcome = { written: 0, changed: 0, removed: 0, failed: new Map(), stopped: false }

const undoLine = (path: string): string =>
  `To undo all of it: diaglot apply --undo ${/\s/.test(path) ? `"${path}"` : path}`

/** What was done: written, changed, gone, unchanged, failed, and what stays by why. */
function closingLine(plan: Plan, { written, changed, removed, failed, stopped }: Outcome): string {
  const { stays } = sumOf(plan)
  const unchanged = plan.files.filter(file => !changesSomething(file)).length
  const done = [
    ...(written > 0 ? [`${counted(written, 'file')} written`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} gone`] : []),
  ]
  const over = [...stays].map(([why, count]) => `${count} ${reasonWords[why]}`)
  const parts = [
    `${done.length > 0 ? joined(done) : 'Nothing to write'}`,
    ...(unchanged > 0 ? [`${counted(unchanged, 'file')} unchanged`] : []),
    ...(failed.size > 0 ? [`${failed.size} failed`] : []),
    ...(over.length > 0 ? [`diagrams that stay: ${joined(over)}`] : []),
    ...(stopped ? ['stopped: the next run goes on'] : []),
  ]
  return `${parts.join('; ')}.`
}
