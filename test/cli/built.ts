/** The command line as a user gets it: built, and run by Node in a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { bundleCli } from '../../scripts/bundle.js'

/** One for each test file that runs at the same time. */
const folder = resolve(`node_modules/.cache/diaglot-cli-${process.env.VITEST_POOL_ID ?? 0}`)

/** Builds from the present sources once for a test file; whether the types are right is for the type check to say. */
export async function build(): Promise<void> {
  const options = ['-p', 'tsconfig.build.json', '--outDir', folder, '--noCheck', '--declaration', 'false']
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { stdio: 'inherit' })
  await bundleCli(`${folder}/src/cli/main.js`, `${folder}/cli`)
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
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${folder}/cli/main.js`, ...words], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}
