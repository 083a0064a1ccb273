#!/usr/bin/env node
/** The process around a command: its words, its pipes and its exit code. */
import module from 'node:module'
import { exitCodes } from './exit.js'
import { version } from './version.js'

// From 22.1 on, Node can keep what it made of the code for the next call: most of a short command is compiling.
;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()

/** A reader that closes the pipe early (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.clean)
  process.stderr.write(`diaglot: cannot write to standard output: ${error.code}\n`)
  process.exit(exitCodes.unreadable)
})

/** Nobody is there any more to be told; what is to be written is written all the same. */
process.stderr.on('error', () => {})

const words = process.argv.slice(2)
const [word] = words.length === 1 ? words : []
// Who asks only for this need not wait for anything else.
const asked =
  word === '--version' || word === '-V'
    ? `${version}\n`
    : word === '--help' || word === '-h'
      ? (await import('./help-at-hand.js')).helpAtHand(
          new URL('./help.json', import.meta.url),
          process.stdout.isTTY ? process.stdout.columns : undefined,
        )
      : undefined
if (asked !== undefined) process.stdout.write(asked)
else {
  const { runCommand } = await import('./run.js')
  process.exitCode = await runCommand(words, {
    worker: new URL('./worker.js', import.meta.url),
    officialThread: new URL('./official/thread.js', import.meta.url),
  })
}
