/** What a person sees on standard error. */
import type { Message } from '../messages/message.js'
import { printable, reportPretty } from '../messages/reporters/pretty.js'
import { CommandError } from './exit.js'

export interface ReportOptions {
  readonly color?: string
  readonly verbose?: boolean
  readonly quiet?: boolean
}

/** `auto` colours a terminal, unless NO_COLOR is set to something. */
export function wantsColor(choice: string | undefined, stream: NodeJS.WriteStream = process.stderr): boolean {
  if (choice === 'always') return true
  if (choice === 'never') return false
  return stream.isTTY === true && !process.env.NO_COLOR
}

export function report(
  messages: readonly Message[],
  { file, source }: { readonly file: string; readonly source: string },
  options: ReportOptions,
): void {
  const shown = options.quiet ? messages.filter(({ severity }) => severity === 'error') : messages
  const color = wantsColor(options.color)
  process.stderr.write(reportPretty(shown, { file, source, color, verbose: options.verbose === true }))
}

/** A line about the command itself. Names of files may hold anything, and are no commands to a terminal. */
export function say(text: string): void {
  process.stderr.write(`diaglot: ${printable(text)}\n`)
}

/** What `--color` takes. */
export const colorWords: readonly string[] = ['auto', 'always', 'never']

/** Checks an option that has a few words to choose from. */
export function oneOf(option: string, value: string | undefined, words: readonly string[]): void {
  if (value === undefined || words.includes(value)) return
  throw new CommandError(`${option} is one of ${words.join(', ')}, not “${value}”`)
}
