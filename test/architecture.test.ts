import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formats as all } from '../converters/all.js'
import { entries, formats, isToy } from './setup/formats.js'
import { circles, closureOf, sourceFiles as files, filesUnder, imports, importsOf } from './setup/imports.js'

/** The part of the project that a file belongs to: `src/ir`, `converters/dot`, `src/convert` … */
function part(path: string): string {
  const [top, second] = path.replace(/\.(js|ts)$/, '').split('/')
  return `${top}/${second}`
}

const allowed: Record<string, readonly string[]> = {
  'src/ir': [],
  'src/messages': [],
  'src/text': [],
  'src/syntax': ['src/messages'],
  'src/diff': ['src/format', 'src/ir', 'src/lower', 'src/messages'],
  'src/merge': [
    'src/diff',
    'src/documents',
    'src/format',
    'src/ir',
    'src/lower',
    'src/messages',
    'src/put',
    'src/read',
  ],
  'src/edit': ['src/ir'],
  'src/language': [
    'src/edit',
    'src/fmt',
    'src/format',
    'src/ir',
    'src/lint',
    'src/messages',
    'src/put',
    'src/read',
  ],
  'src/put': ['src/ir', 'src/messages', 'src/format', 'src/diff', 'src/lower', 'src/read'],
  'src/fmt': ['src/convert', 'src/format', 'src/ir', 'src/messages', 'src/read'],
  'src/lint': ['src/ir', 'src/messages', 'src/format', 'src/lower', 'src/put', 'src/read', 'src/text'],
  'src/check': ['src/convert', 'src/format', 'src/ir', 'src/messages', 'src/prepare', 'src/read'],
  'src/links': ['src/messages', 'src/text'],
  'src/documents': ['src/format', 'src/input', 'src/messages', 'src/text'],
  'src/vitest': ['src/diff', 'src/index'],
  'src/remark': ['src/documents', 'src/index', 'src/messages'],
  'src/migration': [
    'converters/index',
    'src/documents',
    'src/format',
    'src/index',
    'src/links',
    'src/migrate',
    'src/registry',
    'src/version',
  ],
  'src/version': [],
  'src/form': ['src/text'],
  'src/migrate': [
    'src/convert',
    'src/documents',
    'src/form',
    'src/format',
    'src/input',
    'src/ir',
    'src/links',
    'src/lower',
    'src/messages',
    'src/text',
  ],
  'src/capabilities': ['src/ir'],
  'src/format-options': [],
  'src/format': [
    'src/capabilities',
    'src/diff',
    'src/format-options',
    'src/ir',
    'src/language',
    'src/layout',
    'src/messages',
    'src/official',
  ],
  'src/layout': ['src/ir', 'src/messages', 'src/format', 'src/text'],
  'src/theme': ['src/ir', 'src/text'],
  'src/picture': ['src/diff', 'src/format', 'src/ir', 'src/layout', 'src/messages', 'src/text', 'src/theme'],
  'src/lower': ['src/ir', 'src/messages', 'src/capabilities', 'src/format', 'src/text'],
  'src/carry': ['src/ir', 'src/messages', 'src/format', 'src/lower', 'src/text'],
  'src/registry': ['src/format'],
  'src/options': ['src/format', 'src/text'],
  'src/input': ['src/ir', 'src/messages', 'src/format', 'src/registry', 'src/text'],
  'src/read': ['src/ir', 'src/messages', 'src/format', 'src/carry', 'src/input', 'src/text'],
  'src/prepare': ['src/ir', 'src/messages', 'src/format', 'src/lower', 'src/carry', 'src/put', 'src/read'],
  'src/convert': ['src/ir', 'src/messages', 'src/format', 'src/lower', 'src/prepare', 'src/read', 'src/text'],
  'src/official': ['src/ir', 'src/messages'],
  'src/settings': [
    'src/convert',
    'src/format',
    'src/input',
    'src/ir',
    'src/lint',
    'src/lower',
    'src/messages',
    'src/options',
    'src/read',
    'src/registry',
  ],
  'src/vocabulary': [
    'src/capabilities',
    'src/convert',
    'src/diff',
    'src/edit',
    'src/fmt',
    'src/format',
    'src/ir',
    'src/layout',
    'src/lint',
    'src/lower',
    'src/merge',
    'src/messages',
    'src/picture',
    'src/put',
    'src/read',
  ],
  'src/core': [
    'src/convert',
    'src/diff',
    'src/fmt',
    'src/format',
    'src/ir',
    'src/links',
    'src/lint',
    'src/lower',
    'src/merge',
    'src/messages',
    'src/put',
    'src/read',
    'src/settings',
    'src/vocabulary',
  ],
}
const forConverters = [
  'src/capabilities',
  'src/diff',
  'src/fmt',
  'src/language',
  'src/put',
  'src/ir',
  'src/messages',
  'src/syntax',
  'src/lower',
  'src/layout',
  'src/format',
  'src/official',
  'src/picture',
  'src/text',
  'src/theme',
]

/** The list of formats to be loaded one by one, and all of them at once. */
const LISTS = ['converters/index.ts', 'converters/all.ts']

/** The names of formats, in identifiers too. A shape may be called a dot. */
const FORMAT =
  /[Ff]low[Zz]ap|[Mm]ermaid|[Gg]raphviz|[Dd]raw\.?[Ii]o|(?<!-)\bdot\b|\bDOT\b|Dot[A-Z]|\bdot(?:[A-Z]|-)/

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*/gm, '$1')

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
        !LISTS.includes(file) &&
        /^(src|converters)\//.test(target) &&
        part(target) !== part(file) &&
        !forConverters.includes(part(target)),
    )
    expect(wrong).toEqual([])
  })

  test('only the public API and the command line see the list of formats', () => {
    const users = imports
      .filter(({ file, target }) => LISTS.includes(target) && !LISTS.includes(file))
      .map(({ file }) => part(file))
    expect(users.filter(name => !['src/index', 'src/migration', 'src/cli'].includes(name))).toEqual([])
  })

  test('the library without formats needs no converter and no layout engine', () => {
    const needed = [...closureOf('src/core.ts')]
    expect(needed.length).toBeGreaterThan(50)
    expect(needed.filter(file => file.startsWith('converters/'))).toEqual([])
    // Only the type of what a layout is.
    expect(needed.filter(file => file.startsWith('src/layout/'))).toEqual(['src/layout/boxes.ts'])
  })

  test('the site comes in by the doors of the package', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      exports: Record<string, string | { types: string }>
    }
    const doors = Object.values(exports).flatMap(door =>
      typeof door === 'string' ? [] : [door.types.replace('./dist/', '').replace('.d.ts', '.ts')],
    )
    const used = importsOf(filesUnder('site')).filter(({ target }) => /^(?:src|converters)\//.test(target))
    expect(used.length).toBeGreaterThan(10)
    expect(used.filter(({ target }) => !doors.includes(target))).toEqual([])
    expect(imports.filter(({ target }) => target.startsWith('site/'))).toEqual([])
  })

  test('the rooms of the site: the page knows only types of the library, workers know no page', () => {
    const rooms: Record<string, readonly string[]> = {
      app: ['shared', 'texts'],
      docs: ['app', 'texts'],
      examples: [],
      shared: [],
      texts: [],
      work: ['shared'],
    }
    const own = importsOf(filesUnder('site')).filter(({ target }) => target.startsWith('site/'))
    const roomOf = (path: string) => path.split('/')[1]!
    const wrong = own.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      return from !== to && !rooms[from]?.includes(to)
    })
    expect(own.length).toBeGreaterThan(50)
    expect(wrong).toEqual([])
    const values = filesUnder('site/app').filter(file =>
      /^import (?!type )[^'"]*'[./]+(?:src|converters)\//m.test(readFileSync(file, 'utf8')),
    )
    expect(values).toEqual([])
  })

  test('ohm-js is a tool of the build', () => {
    expect(imports.filter(({ target }) => target.startsWith('ohm-js'))).toEqual([])
  })

  test('no files import each other in a circle', () => expect(circles()).toEqual([]))

  test('every file of the core has its arrows said', () => {
    const parts = new Set(files.filter(file => file.startsWith('src/')).map(part))
    const free = ['src/cli', 'src/config', 'src/index']
    expect([...parts].filter(name => !(name in allowed) && !free.includes(name))).toEqual([])
  })

  test('no file is longer than a person reads at once', () => {
    const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
    const written = files.filter(file => !file.endsWith('.gen.ts'))
    expect(written.filter(file => lines(file) > 300)).toEqual([])
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

/** The rooms of a converter, and the rooms that each may use. */
const rooms: Record<string, readonly string[]> = {
  words: ['document'],
  document: ['words'],
  versions: ['words'],
  lint: ['words', 'document', 'versions', 'read'],
  read: ['words', 'document', 'lint'],
  write: ['words', 'document', 'versions'],
  put: ['words', 'document', 'versions', 'lint', 'read', 'write'],
  fmt: ['words', 'document', 'read', 'write'],
  official: ['words', 'document'],
  language: ['words', 'document', 'versions', 'lint'],
}

/** Where a converter's rooms are put together: the whole, its halves, and what both of these have. */
const DOORS = ['index.ts', 'reader.ts', 'writer.ts', 'common.ts']

/** What every room may use of its converter's own folder, besides rooms. */
const door = ['codes.ts', 'grammar.gen.ts', 'shapes.ts']

describe('the rooms of a converter', () => {
  const own = imports.flatMap(({ file, target }) => {
    const [, format = '', ...from] = file.split('/')
    const [, targetFormat, ...to] = target.split('/')
    const isInside = file.startsWith('converters/') && target.startsWith('converters/')
    return isInside && from.length > 0 && format === targetFormat ? [{ format, from, to }] : []
  })
  const roomOf = (path: readonly string[]) => (path.length > 1 ? path[0] : undefined)
  const said = ({ format, from, to }: (typeof own)[number]) =>
    `${format}/${from.join('/')} -> ${to.join('/')}`

  test('there are arrows in them', () => expect(own.length).toBeGreaterThan(300))

  test('have no others than these', () => {
    const names = files.filter(file => file.startsWith('converters/')).map(file => file.split('/'))
    const found = new Set(names.filter(path => path.length > 3).map(path => path[2]!))
    expect([...found].filter(name => !(name in rooms))).toEqual([])
  })

  test('use only the rooms that they may', () => {
    const wrong = own.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)]
      if (room === undefined)
        return !DOORS.includes(from[0]!) && ['read', 'write', 'put', 'fmt'].includes(target ?? '')
      if (target === undefined) return !door.includes(to[0]!)
      return room !== target && !rooms[room]!.includes(target)
    })
    expect([...new Set(wrong.map(said))].sort()).toEqual([])
  })

  test('a reader uses the rules, or the rules the reader', () => {
    const pairs = new Set(own.map(({ format, from, to }) => `${format} ${roomOf(from)} ${roomOf(to)}`))
    const both = entries.filter(
      ({ name }) => pairs.has(`${name} lint read`) && pairs.has(`${name} read lint`),
    )
    expect(both.map(({ name }) => name)).toEqual([])
  })

  test('capabilities need neither reader nor writer, however far their imports lead', () => {
    const tied = entries.filter(({ name }) => {
      const needed = [...closureOf(`converters/${name}/capabilities.ts`)]
      return needed.some(file => /^converters\/\w+\/(read|write|put|fmt)\//.test(file))
    })
    expect(tied.map(({ name }) => name)).toEqual([])
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

test('the map of the tests names every folder and every file beside them', () => {
  const map = readFileSync('CONTRIBUTING.md', 'utf8')
    .split('\n## ')
    .find(part => part.startsWith('Where a test stands'))
  const names = readdirSync('test').map(name => `\`${name}`)
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter(name => !map?.includes(name))).toEqual([])
})

/**
 * Lines of the core that name a format, by file: how many at most, and why they stand. None may be added. Labels come in four
 * syntaxes, which are a closed list of the model as shapes and arrowheads are: readers give them, and every writer, the layout
 * and pictures read each, so that no format knows another. Their readers stand in `src/text/rich`, which alone tells them apart.
 */
const named: readonly (readonly [file: string, lines: number, why: string])[] = [
  ['src/ir/model.ts', 2, 'the closed list of label syntaxes, and which of them has tables'],
  [
    'src/links/editors.ts',
    48,
    'editors on the web are called after what they edit, and are no part of a format',
  ],
  ['src/text/rich/dot-runs.ts', 2, 'the reader and writer of one label syntax'],
  ['src/text/rich/dot-table.ts', 3, 'the tables of one label syntax'],
  ['src/text/rich/mermaid-runs.ts', 4, 'the reader of two label syntaxes'],
  ['src/text/rich/tight-lists.ts', 1, 'the labels whose lists no editor of boxes has shown yet'],
  ['src/text/rich/rich.ts', 10, 'which label syntax is read how'],
  ['src/theme/table.ts', 1, 'a theme is called as a format is: `-O theme=flowzap`'],
  [
    'src/layout/measure/icons.ts',
    1,
    'the model has no icons, so those of nodes are in the extras of their source',
  ],
  [
    'src/layout/measure/picture-sizes.ts',
    3,
    'the model has no size of a node, so that of a picture is in the extras of its source',
  ],
  [
    'src/layout/rank-sets.ts',
    1,
    'the model has no ranks, so those of nodes are in the extras of their source',
  ],
  ['src/cli/files/settings.ts', 1, 'picomatch calls a file whose name begins with a point so'],
]

/** What a code means is told with examples of formats; only their names are looked at. */
const isListOfCodes = /^src\/messages\/(abouts|checks|codes|lints|loss-abouts|losses)\.ts$/

describe('the core knows no format by name', () => {
  const core = files.filter(file => file.startsWith('src/') && file !== 'src/index.ts')
  const found = core.flatMap(file => {
    const lines = withoutComments(readFileSync(file, 'utf8'))
      .split('\n')
      .map(line => (isListOfCodes.test(file) ? (/^\s*'\w+\/[\w-]+'/.exec(line)?.[0] ?? '') : line))
      .filter(line => FORMAT.test(line))
    return lines.length > 0 ? [[file, lines.length] as const] : []
  })

  test('names are found where they stand', () => {
    expect(FORMAT.test("ids.node === 'flowzap'")).toBe(true)
    expect(FORMAT.test('const html = runsOfDotHtml(source)')).toBe(true)
    expect(FORMAT.test("shape === 'start-dot'")).toBe(false)
    expect(withoutComments("a /* DOT */ b // Mermaid\n'https://x'")).toBe("a  b \n'https://x'")
  })

  test('but for these lines', () => {
    expect(found.length).toBeGreaterThan(5)
    const allowed = new Map(named.map(([file, lines]) => [file, lines]))
    expect(found.filter(([file, lines]) => lines !== (allowed.get(file) ?? 0))).toEqual([])
  })

  test('every name in the list of formats would be found', () => {
    const own = formats.filter(format => !isToy(format) && !['json', 'svg', 'png'].includes(format.name))
    expect(own.filter(({ name, title }) => !FORMAT.test(name) || !FORMAT.test(title))).toEqual([])
  })
})

describe('the list of formats', () => {
  test.each(entries.map(entry => [entry.name, entry] as const))(
    '%s is what its entry says',
    async (name, entry) => {
      const format = await entry.load()
      expect(format.name).toBe(name)
      expect(format.extensions).toEqual(entry.extensions)
      expect([format.read !== undefined, format.write !== undefined]).toEqual([
        entry.only !== 'write',
        entry.only !== 'read',
      ])
    },
  )

  test('tests take it where the toys are in it', () => {
    const direct = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
      file =>
        file.endsWith('.ts') &&
        /from '[./]+converters\/index\.js'/.test(readFileSync(join('test', file), 'utf8')),
    )
    expect(direct).toEqual([join('setup', 'formats.ts')])
  })

  test('all at once are the same, in the same order', () => {
    expect(formats.slice(0, all.length)).toEqual(all)
    expect(formats.slice(all.length).every(isToy)).toBe(true)
  })

  test('no two formats share a name or an extension', () => {
    const names = entries.flatMap(({ name, extensions }) => [name, ...extensions])
    expect(names).toEqual([...new Set(names)])
  })
})
