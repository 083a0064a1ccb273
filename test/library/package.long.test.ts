/** The package as it is built, in a program of somebody else: `import`, `require`, every door, and the way back to the sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildPackage } from './built.js'

const folder = resolve('node_modules/.cache/diaglot-whole-package')

beforeAll(() => buildPackage(folder))

/** Runs a program in the package's own folder, where its name means itself. */
function run(program: string, type: 'commonjs' | 'module'): { readonly out: string; readonly err: string } {
  const words = [`--input-type=${type}`, '--eval', program]
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
  return { out: stdout.trim(), err: stderr.replace(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, '') }
}

test('can be required', () => {
  const program = `
    const { convert, formats } = require('diaglot')
    convert('flowchart LR; a --> b', { from: 'mermaid', to: 'drawio' }).then(({ text }) =>
      console.log(formats.length, text.includes('<mxfile')))`
  expect(run(program, 'commonjs')).toEqual({ out: '8 true', err: '' })
})

test('can be imported by each of its doors', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
  const doors = Object.keys(exports)
    // Vitest can only be imported in its own runs, where its door has tests.
    .filter(name => !name.endsWith('.json') && name !== './vitest')
    .map(name => `diaglot${name.slice(1)}`)
  expect(doors).toContain('diaglot/core')
  const program = `for (const name of ${JSON.stringify(doors)}) console.log(name, Object.keys(await import(name)).length > 0)`
  expect(run(program, 'module')).toEqual({ out: doors.map(name => `${name} true`).join('\n'), err: '' })
})

test('gives its own description and the JSON Schema', () => {
  const program =
    "console.log(require('diaglot/package.json').name, typeof require('diaglot/schema.json').$schema)"
  expect(run(program, 'commonjs')).toEqual({ out: 'diaglot string', err: '' })
})

test('starts its command', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(folder, 'dist/src/cli/main.js'), '--version'],
    {
      encoding: 'utf8',
    },
  )
  expect([status, stdout.trim()]).toEqual([0, JSON.parse(readFileSync('package.json', 'utf8')).version])
})

test('holds its code once, and the sources beside every file, so that a debugger shows them', () => {
  const dist = join(folder, 'dist')
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'))
  const held = names.flatMap(name => {
    const path = join(dist, name)
    const code = readFileSync(path, 'utf8')
    // A file that only hands on what stands in others has no code, and nothing to map.
    if (/^(?:(?:import|export) \{[^}]*\}(?: from "[^"]*")?;\s*)+$/.test(code)) return []
    expect(code).toContain('//# sourceMappingURL=')
    const { sources, sourcesContent } = JSON.parse(readFileSync(`${path}.map`, 'utf8')) as {
      sources: string[]
      sourcesContent: string[]
    }
    for (const [place, source] of sources.entries())
      expect(sourcesContent[place]).toBe(readFileSync(source.replace(/^(\.\.\/)+/, ''), 'utf8'))
    return sources.map(source => source.replace(/^(\.\.\/)+/, ''))
  })
  expect(held.length).toBeGreaterThan(400)
  expect(held).toEqual([...new Set(held)])
  expect(held).toContain('src/cli/convert.ts')
  expect(held).toContain('converters/mermaid/read/read.ts')
})

test('has types at every door', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, string | { types: string }>
  }
  const types = Object.values(exports).flatMap(target => (typeof target === 'string' ? [] : target.types))
  expect(types.length).toBeGreaterThan(5)
  expect(types.filter(path => !existsSync(join(folder, path)))).toEqual([])
})

test('asks nothing of who installs it', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  // npm warns of these in a package that comes as an archive or from git.
  expect(['preinstall', 'install', 'postinstall', 'prepare'].filter(name => name in scripts)).toEqual([])
})

test('has types in which codes are closed, and those of a format of one’s own join them', () => {
  const program = `
    import { type Code, type Codes, codes, messageWith, read } from 'diaglot'
    const mine = { 'lint/tea': { severity: 'warning', about: 'Tea is made of leaves.' } } as const satisfies Codes
    declare module 'diaglot' { interface CodesBrought { readonly mine: typeof mine } }
    export const known: readonly Code[] = ['lint/tea', 'syntax/brace', 'loss/shape']
    // @ts-expect-error nobody brings it
    export const misspelt: Code = 'syntax/brce'
    export const said = [messageWith(mine)('lint/tea', 'x'), codes['syntax/brace'].severity]
    for (const { code } of read('x').messages) {
      if (code === 'lint/tea') console.log(code)
      // @ts-expect-error nobody brings it
      if (code === 'lint/tee') console.log(code)
    }`
  writeFileSync(join(folder, 'codes.ts'), program)
  const words = [
    '--noEmit',
    '--ignoreConfig',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--types',
    'node',
    'codes.ts',
  ]
  const tsc = resolve('node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc, ...words], { cwd: folder, encoding: 'utf8' })
  expect([stdout, status]).toEqual(['', 0])
})
