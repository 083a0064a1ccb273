/** The packed package as tools for publishers see it: entries that exist, types that every way of resolving modules finds. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { beforeAll, expect, test } from 'vitest'

const folder = resolve('node_modules/.cache/diaglot-published')
let archive: Buffer

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const { stdout, stderr, status } = spawnSync('npm', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  archive = readFileSync(join(folder, (JSON.parse(stdout) as [{ filename: string }])[0].filename))
})

/** The archive in memory of its own, as both tools want it. */
const bytes = (): Uint8Array<ArrayBuffer> => Uint8Array.from(archive)

test('publint finds nothing', async () => {
  const { messages } = await publint({ pack: { tarball: bytes().buffer } })
  expect(messages).toEqual([])
})

test('types are found by every way of resolving that knows ES modules', async () => {
  const { types, problems } = (await checkPackage(createPackageFromTarballData(bytes()))) as {
    types: unknown
    problems: { kind: string; entrypoint?: string; resolutionKind?: string }[]
  }
  expect(types).toBeTruthy()
  // Node 10's way knows no `exports`; CommonJS gets the module by `require`, which Node has from 20.19 on. So does the profile “esm-only”.
  const others = problems.filter(
    ({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs',
  )
  expect(others).toEqual([])
})
