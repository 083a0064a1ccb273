/** The package in few files has what the sources have, and what is imported later is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { facadeIn, withoutFacades } from '../../scripts/facades.js'
import { build } from '../cli/built.js'

let dist = ''
beforeAll(async () => {
  dist = join(await build(), 'dist')
})

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { default: string }>
}
const doors = Object.values(exports).flatMap(target => {
  const file = typeof target === 'string' ? target : target.default
  // Who imports the door for vitest puts its matchers into the test at hand.
  return /^\.\/dist\/(.*)\.js$/.exec(file)?.[1]?.replace(/^src\/vitest$/, '') || []
})

test.each(doors)('%s exports what its source exports', async door => {
  const names = (module: object) => Object.keys(module).sort()
  expect(names(await import(join(dist, `${door}.js`)))).toEqual(
    names(await import(`${process.cwd()}/${door}.ts`)),
  )
})

describe('of the files', () => {
  /** The names that a file of the package exports. */
  const exportsOf = (path: string): string[] =>
    [...readFileSync(path, 'utf8').matchAll(/^export \{ ([^{}]+) \}/gm)].flatMap(([, names]) =>
      names!.split(', ').map(name => name.split(' as ').at(-1)!),
    )
  const files = () => {
    const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(path =>
      path.endsWith('.js'),
    )
    return paths.map(path => ({ path: join(dist, path), code: readFileSync(join(dist, path), 'utf8') }))
  }
  const later = /\bimport\("(\.[^"]+)"\)(?:\.then\(\(\{ ([^{}]+) \}\) => \(\{ ([^{}]+) \}\)\))?/g

  test('each that is imported later is there, with what is taken of it', () => {
    let taken = 0
    for (const { path, code } of files())
      for (const [, target = '', there] of code.matchAll(later)) {
        const file = join(dirname(path), target)
        expect([path, target, existsSync(file)]).toEqual([path, target, true])
        if (there === undefined) continue
        taken++
        const missing = there.split(', ').filter(name => !exportsOf(file).includes(name))
        expect([path, target, missing]).toEqual([path, target, []])
      }
    expect(taken).toBeGreaterThan(30)
  })

  test('none only hands on what another has, but doors', () => {
    const handsOn = files().filter(
      ({ path, code }) =>
        path.includes('/chunks/') && facadeIn(code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), path),
    )
    const imported = new Set(
      files().flatMap(({ code }) =>
        [...code.matchAll(/^(?:import|export) .* from "[^"]*\/([^"/]+)"/gm)].map(([, name]) => name),
      ),
    )
    expect(handsOn.map(({ path }) => path.split('/').at(-1)).filter(name => !imported.has(name))).toEqual([])
  })
})

test('an import of a file that hands on asks the file behind it, by the names there', () => {
  const small = 'export { a as b, c } from "./behind.js";\n'
  const facade = facadeIn(small, 'chunks/small.js')
  expect(facade).toEqual({
    file: 'chunks/behind.js',
    names: [
      ['a', 'b'],
      ['c', 'c'],
    ],
  })
  const facades = new Map([['chunks/small.js', facade!]])
  const asked = (code: string, path: string) => withoutFacades(code, path, facades)
  expect(asked('const load = () => import("../chunks/small.js")', 'src/index.js')).toBe(
    'const load = () => import("../chunks/behind.js").then(({ a, c }) => ({ b: a, c: c }))',
  )
  expect(asked('import("./small.js")', 'chunks/other.js')).toBe(
    'import("./behind.js").then(({ a, c }) => ({ b: a, c: c }))',
  )
  // Another file by the same name.
  expect(asked('import("./small.js")', 'src/index.js')).toBe('import("./small.js")')
  expect(facadeIn('import "./side.js";\nexport { a } from "./behind.js";\n', 'chunks/a.js')).toBeUndefined()
  const door = facadeIn('export { t as dot } from "../../chunks/dot.js";\n', 'converters/dot/writer.js')
  expect(door?.file).toBe('chunks/dot.js')
})
