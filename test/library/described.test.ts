/** Every function that the package exports says what goes in, what comes out, which messages, where its rule is from, and has an example. */
import { resolve } from 'node:path'
import { API } from 'typescript/unstable/sync'
import { afterAll, expect, test } from 'vitest'

const doors = [
  'src/index.ts',
  'src/core.ts',
  'src/remark.ts',
  'src/language/index.ts',
  'src/migration.ts',
  ...['dot', 'drawio', 'flowzap', 'json', 'mermaid', 'svg'].map(name => `converters/${name}/index.ts`),
]

const api = new API({ cwd: process.cwd() })
afterAll(() => api.close())
const project = api.updateSnapshot({ openProject: resolve('tsconfig.build.json') }).getProjects()[0]!
const { checker, program } = project

interface Described {
  readonly name: string
  readonly text: string
  readonly parameters: number
}

/** The comment that stands right before a declaration. */
function commentBefore(source: string, start: number): string {
  const before = source.slice(0, start).trimEnd()
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : ''
}

/** The functions that a file exports, under their own names or others'. */
function functionsOf(file: string): Described[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(resolve(file))!)!
  return checker.getExportsOfModule(module).flatMap(found => {
    const type = checker.getTypeOfSymbol(found)
    const [signature] = type ? checker.getSignaturesOfType(type, 0) : []
    const declaration = signature?.declaration?.resolve(project)
    if (!declaration) return []
    const source = declaration.getSourceFile().text
    const start = declaration.getStart()
    return [
      {
        name: `${file}: ${found.name}`,
        text: commentBefore(source, start),
        parameters: signature!.parameters.length,
      },
    ]
  })
}

/** What is missing in the comment of a function. */
function missing({ text, parameters }: Described): string[] {
  const tags = (tag: string) =>
    text.split('\n').filter(line => line.startsWith(` * @${tag} `) || line === ` * @${tag}`)
  return [
    ...(/^\/\*\*\s*(?:\* )?[A-Z]/.test(text) ? [] : ['what it does']),
    ...(tags('param').length === parameters ? [] : ['what goes in (@param)']),
    ...(tags('returns').length === 1 ? [] : ['what comes out (@returns)']),
    ...(/messages?\b/i.test(text) ? [] : ['which messages']),
    ...(tags('see').length === 1 ? [] : ['where the rule is from (@see)']),
    ...(/ \* @example\n \* \S/.test(text) ? [] : ['an example (@example)']),
  ]
}

const all = doors.flatMap(functionsOf)

test('there are functions to look at', () => {
  expect(all.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'src/index.ts: convert',
      'src/core.ts: read',
      'src/index.ts: edit',
      'converters/dot/index.ts: readDot',
    ]),
  )
  expect(all.length).toBeGreaterThan(30)
})

test.each(all.map(each => [each.name, each] as const))('%s', (_, described) => {
  expect(missing(described)).toEqual([])
})

test('what is missing is seen', () => {
  const whole =
    '/**\n * Reads. No messages.\n * @param text a text\n * @returns a graph\n * @see a page\n * @example\n * read("")\n */'
  expect(missing({ name: '', text: whole, parameters: 1 })).toEqual([])
  expect(missing({ name: '', text: '', parameters: 1 })).toHaveLength(6)
  expect(missing({ name: '', text: whole, parameters: 2 })).toEqual(['what goes in (@param)'])
})

/** What an editor shows of a field of the model: its type, and the comment before it. */
function shown(name: string, field: string): [type: string, comment: string] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(resolve('src/ir/model.ts'))!)!
  const model = checker.getExportsOfModule(module).find(found => found.name === name)!
  const type = checker.getDeclaredTypeOfSymbol(model)!
  const property = checker.getPropertiesOfType(type).find(found => found.name === field)!
  const declaration = property.declarations![0]!.resolve(project)!
  const comment = commentBefore(declaration.getSourceFile().text, declaration.getStart())
  return [checker.typeToString(checker.getTypeOfSymbol(property)!), comment]
}

test('types that come from the description of the model have names, and their fields have comments', () => {
  expect(shown('Node', 'style')[0]).toBe('Style')
  expect(shown('Node', 'label')[0]).toBe('Text')
  expect(shown('Node', 'fields')[0]).toBe('readonly Field[] | undefined')
  expect(shown('Text', 'rich')[0]).toBe('Rich | undefined')
  expect(shown('Edge', 'from')[0]).toBe('End')
  expect(shown('Graph', 'extras')[0]).toBe('Extras')
  expect(shown('Graph', 'classes')[0]).toBe('ReadonlyMap<string, Style>')
  expect(shown('Node', 'group')).toEqual([
    'string | undefined',
    '/** The id of the deepest group that holds the node. */',
  ])
})
