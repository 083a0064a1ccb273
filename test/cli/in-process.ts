/** A command in the process of the test: a tenth of what a process of its own costs. */
import { Readable } from 'node:stream'
import { runCommand } from '../../src/cli/run.js'
import type { FormatEntry } from '../../src/format.js'
import type { Run } from './built.js'

/** Runs the words after `diaglot` in a folder, and puts the process back as it was. */
export async function inProcess(
  words: readonly string[],
  { cwd, input }: { readonly cwd: string; readonly input: string },
  formats?: readonly FormatEntry[],
): Promise<Run> {
  const undo = [standIn(process, 'stdin', Readable.from([Buffer.from(input)]))]
  const caught = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    const write = (text: string, done?: () => void) => {
      caught[name] += text
      done?.()
      return true
    }
    undo.push(standIn(process[name], 'write', write), standIn(process[name], 'isTTY', false))
  }
  const before = process.cwd()
  process.chdir(cwd)
  try {
    return { status: await runCommand(words, formats && { formats }), ...caught }
  } finally {
    process.chdir(before)
    for (const step of undo) step()
  }
}

/** Puts something in the place of what an object has; gives what puts it back. */
export function standIn(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  return () => {
    if (before) Object.defineProperty(owner, name, before)
    else Reflect.deleteProperty(owner, name)
  }
}
