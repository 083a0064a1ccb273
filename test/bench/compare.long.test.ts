/** `npm run bench -- compare REF` that is stopped while it builds leaves no folder, no worktree and no process behind. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'

/** The command lines of all processes that name a folder, or run in it. */
const processesIn = (folder: string): string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(id => {
      try {
        return [readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')]
      } catch {
        return []
      }
    })
    .filter(line => line.includes(folder))

const until = async (is: () => boolean, ended: () => boolean = () => false) => {
  while (!ended() && !is()) await setTimeout(50)
}

test.runIf(existsSync('/proc/self/cmdline')).each(['SIGTERM', 'SIGINT'] as const)('%s', async signal => {
  const temporary = mkdtempSync(join(tmpdir(), 'diaglot-'))
  try {
    const words = ['--import', 'tsx', 'scripts/bench.ts', 'compare', 'HEAD', '--rounds', '1']
    // No program between: the one that runs TypeScript ends before what it has started.
    const env = { ...process.env, TMPDIR: temporary }
    const started = spawn(process.execPath, words, { env, stdio: 'ignore' })
    const ended = once(started, 'exit')
    // It has a worktree, and builds.
    const isBuilding = () =>
      readdirSync(temporary).some(
        name => existsSync(join(temporary, name, 'before/node_modules')) && processesIn(temporary).length > 0,
      )
    await until(isBuilding, () => started.exitCode !== null)
    expect(started.exitCode).toBeNull()
    started.kill(signal)
    await ended
    // What was killed needs a moment.
    for (let tries = 0; tries < 40 && processesIn(temporary).length > 0; tries++) await setTimeout(50)
    expect(processesIn(temporary)).toEqual([])
    expect(readdirSync(temporary).filter(name => name.startsWith('diaglot-compare-'))).toEqual([])
    const { stdout } = spawnSync('git', ['worktree', 'list'], { encoding: 'utf8' })
    expect(stdout.split('\n').filter(line => line.includes(temporary))).toEqual([])
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
})
