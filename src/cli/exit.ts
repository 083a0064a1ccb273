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
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a person did wrong in the call, or a file that cannot be had: shown as one line, never as a stack trace. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.usage,
  ) {
    super(message)
  }
}
