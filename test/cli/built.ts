/** The command line as a user gets it: compiled, and run by Node in a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const folder = resolve('node_modules/.cache/diaglot-cli')

/** Compiles the present sources once for a test file; whether the types are right is for the type check to say. */
export function build(): void {
  const options = ['-p', 'tsconfig.build.json', '--outDir', folder, '--noCheck', '--declaration', 'false']
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { stdio: 'inherit' })
}

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export function diaglot(words: readonly string[], { cwd = '.', input = '' } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${folder}/src/cli/main.js`, ...words], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 1 << 28,
  })
  return { status, stdout, stderr }
}
