/** The package as a user gets it, and its command, run by Node in a process of its own. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { packageIn } from '../../scripts/bundle.js'

/** One for each worker; whoever asks first builds it. */
const folder = resolve(`node_modules/.cache/diaglot-package-${process.env.VITEST_POOL_ID ?? 0}`)
let built: Promise<string> | undefined

/** Builds from the present sources, and gives the folder; whether the types are right is for the type check to say. */
export function build(): Promise<string> {
  built ??= packageIn(folder).then(() => folder)
  return built
}

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Around {
  readonly cwd?: string
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
}

export function diaglot(words: readonly string[], { cwd = '.', input = '', env = {} }: Around = {}): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${folder}/dist/src/cli/main.js`, ...words],
    {
      cwd,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...env },
      maxBuffer: 1 << 28,
    },
  )
  return { status, stdout, stderr }
}
