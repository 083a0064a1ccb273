import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formats } from '../converters/index.js'

const files = ['src', 'converters'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file)),
)

interface Import {
  readonly file: string
  readonly target: string
}

/** Every import of our own files and of packages, static or dynamic. */
const imports: Import[] = files.flatMap(file => {
  const text = readFileSync(file, 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/g,
    ),
  ].map(match => {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    return { file, target: name.startsWith('.') ? normalize(join(dirname(file), name)) : name }
  })
})

/** The part of the project that a file belongs to: `src/ir`, `converters/dot`, `src/convert` … */
function part(path: string): string {
  const [top, second] = path.replace(/\.(js|ts)$/, '').split('/')
  return `${top}/${second}`
}

const allowed: Record<string, readonly string[]> = {
  'src/ir': [],
  'src/messages': [],
  'src/text': [],
  'src/grammar': ['src/messages'],
  'src/diff': ['src/ir'],
  'src/put': ['src/ir', 'src/messages', 'src/format', 'src/diff', 'src/lower', 'src/read'],
  'src/capabilities': ['src/ir'],
  'src/format': ['src/capabilities', 'src/diff', 'src/ir', 'src/layout', 'src/messages'],
  'src/layout': ['src/ir', 'src/messages', 'src/format'],
  'src/lower': ['src/ir', 'src/messages', 'src/capabilities', 'src/format', 'src/text'],
  'src/carry': ['src/ir', 'src/messages', 'src/format', 'src/lower', 'src/text'],
  'src/registry': ['src/format'],
  'src/options': ['src/format', 'src/text'],
  'src/input': ['src/messages', 'src/format', 'src/registry'],
  'src/read': ['src/ir', 'src/messages', 'src/format', 'src/carry', 'src/input', 'src/text'],
  'src/convert': ['src/ir', 'src/messages', 'src/format', 'src/lower', 'src/layout', 'src/carry', 'src/read'],
}
const forConverters = [
  'src/capabilities',
  'src/diff',
  'src/put',
  'src/ir',
  'src/messages',
  'src/grammar',
  'src/lower',
  'src/layout',
  'src/format',
  'src/text',
]

describe('dependencies point one way', () => {
  test('there are imports to look at', () => expect(imports.length).toBeGreaterThan(100))

  test.each(Object.entries(allowed))('%s', (name, targets) => {
    const wrong = imports.filter(
      ({ file, target }) =>
        part(file) === name &&
        /^(src|converters)\//.test(target) &&
        part(target) !== name &&
        !targets.includes(part(target)),
    )
    expect(wrong).toEqual([])
  })

  test('a converter imports the contract and never another converter', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        file.startsWith('converters/') &&
        file !== 'converters/index.ts' &&
        /^(src|converters)\//.test(target) &&
        part(target) !== part(file) &&
        !forConverters.includes(part(target)),
    )
    expect(wrong).toEqual([])
  })

  test('only the public API and the command line see the list of formats', () => {
    const users = imports
      .filter(({ target }) => target === 'converters/index.js')
      .map(({ file }) => part(file))
    expect(users.filter(name => name !== 'src/index' && name !== 'src/cli')).toEqual([])
  })

  test('only the grammar folder sees ohm-js', () => {
    const users = imports.filter(({ target }) => target.startsWith('ohm-js')).map(({ file }) => part(file))
    expect(users.filter(name => name !== 'src/grammar')).toEqual([])
  })

  test('only the command line touches files, network and process', () => {
    const outside = imports.filter(
      ({ file, target }) => target.startsWith('node:') && !file.startsWith('src/cli/'),
    )
    expect(outside).toEqual([])
    const uses = files.filter(
      file =>
        !file.startsWith('src/cli/') &&
        /\b(process\.(env|argv|exit|stdout|stderr|cwd)|fetch\(|[=(;]\s*eval\(|new Function\b)/.test(
          readFileSync(file, 'utf8'),
        ),
    )
    expect(uses).toEqual([])
  })
})

test('no page holds the marks of a failed merge', () => {
  const pages = ['.', 'docs'].flatMap(folder =>
    readdirSync(folder)
      .filter(file => file.endsWith('.md'))
      .map(file => join(folder, file)),
  )
  expect(pages.length).toBeGreaterThan(8)
  expect(pages.filter(page => /^(?:<{7}|={7}|>{7})(?: |$)/m.test(readFileSync(page, 'utf8')))).toEqual([])
})

describe('the list of formats', () => {
  test.each(formats.map(entry => [entry.name, entry] as const))(
    '%s is what its entry says',
    async (name, entry) => {
      const format = await entry.load()
      expect(format.name).toBe(name)
      expect(format.extensions).toEqual(entry.extensions)
      expect(format.read ?? format.write).toBeDefined()
      expect(format.write !== undefined).toBe(format.capabilities !== undefined)
    },
  )

  test('no two formats share a name or an extension', () => {
    const names = formats.flatMap(({ name, extensions }) => [name, ...extensions])
    expect(names).toEqual([...new Set(names)])
  })
})
