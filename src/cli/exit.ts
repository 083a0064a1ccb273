/** What a command says when it ends. */

export const exitCodes = {
  clean: 0,
  /** Errors in a diagram, a failed check, more losses than allowed. */
  findings: 1,
  usage: 2,
  /** An input that could not be read, or an output that could not be written. */
  unreadable: 3,
  /** A fault of ours. */
  fault: 4,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export interface Failure {
  readonly text: string
  readonly exitCode: ExitCode
}

/** What the system refuses to any program, wherever it is asked for it: nothing that diaglot could mend. */
const EXHAUSTED = new Map([
  ['EMFILE', 'too many open files'],
  ['ENFILE', 'too many open files on this machine'],
  ['ENOSPC', 'no space left on device'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['ENOMEM', 'not enough memory'],
])

/** What is said of a file that an error stopped, so that the others go on; or of the whole call. */
export function failureOf(error: unknown, name: string): Failure {
  if (error instanceof CommandError) return { text: error.message, exitCode: error.exitCode }
  const exhausted = EXHAUSTED.get(String((error as NodeJS.ErrnoException | undefined)?.code))
  if (exhausted !== undefined)
    return { text: `${name}: the system says: ${exhausted}`, exitCode: exitCodes.unreadable }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { text: `${name}: this is a fault of diaglot, please report it\n${text}`, exitCode: exitCodes.fault }
}

/** What a person did wrong in the call, or a file that cannot be had: shown as one line, never as a stack trace. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.usage,
  ) {
    super(message)
  }
}
