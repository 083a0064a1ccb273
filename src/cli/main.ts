#!/usr/bin/env node
/** The process around a command: its words, its pipes and its exit code. */
import module from 'node:module'
import { exitCodes } from './exit.js'

// From 22.1 on, Node can keep what it made of the code for the next call: most of a short command is compiling.
;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
const { runCommand } = await import('./run.js')

/** A reader that closes the pipe early (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? exitCodes.clean)
  process.stderr.write(`diaglot: cannot write to standard output: ${error.code}\n`)
  process.exit(exitCodes.unreadable)
})

/** Nobody is there any more to be told; what is to be written is written all the same. */
process.stderr.on('error', () => {})

process.exitCode = await runCommand(process.argv.slice(2), {
  worker: new URL('./worker.js', import.meta.url),
  officialThread: new URL('./official/thread.js', import.meta.url),
})
