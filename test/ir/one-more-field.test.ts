/**
 * A new field is one line. The library is bundled from its sources with one line more in the description of a node, and all that goes
 * over graphs knows the field: reading and writing JSON and its schema, checks, comparison, changes, put and carrying. What formats do with
 * it is a second line: the pass that lowers nodes leaves it out where a format has no place for it.
 */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundleForPage } from '../../scripts/bundle.js'
import { type Described, id, number, oneOf, optional, record } from '../../src/ir/kinds.js'

const described = '  hidden: optional(mark),\n'
const line = "  priority: optional(oneOf(['low', 'high'])),\n"
const lowered = '    lowerFields(editor, shape === node.shape ? node : { ...node, shape })\n'
const lowering = `    if ('priority' in node && !editor.target.capabilities.allExtras)
      change(editor, { code: 'loss/property', text: 'It has no priorities.' }, [[['nodes', node.id, 'priority'], undefined]])
`

/** The source of a file with a line more behind the first that is so. */
const withLine = (path: string, before: string, more: string) => ({
  contents: readFileSync(path, 'utf8').replace(before, before + more),
  loader: 'ts' as const,
})

const oneFieldMore: Plugin = {
  name: 'one field more',
  setup: build => {
    build.onLoad({ filter: /src\/ir\/model\.ts$/ }, ({ path }) => withLine(path, described, line))
    build.onLoad({ filter: /src\/lower\/passes\/nodes\.ts$/ }, ({ path }) =>
      withLine(path, lowered, lowering),
    )
  },
}

const program = `
export { readJson, json, schema } from './converters/json/index.ts'
export { mermaid } from './converters/mermaid/index.ts'
export { applyChanges } from './src/ir/change.ts'
export { differences, sameGraph } from './src/ir/difference.ts'
export { flawsOf } from './src/ir/validate.ts'
export { countLeaves } from './src/lower/tally.ts'
export { put, read, write } from './src/core.ts'
`

type Library = typeof import('../../converters/json/index.js') &
  Pick<typeof import('../../converters/mermaid/index.js'), 'mermaid'> &
  typeof import('../../src/ir/change.js') &
  typeof import('../../src/ir/difference.js') &
  typeof import('../../src/ir/validate.js') &
  Pick<typeof import('../../src/lower/tally.js'), 'countLeaves'> &
  Pick<typeof import('../../src/core.js'), 'put' | 'read' | 'write'>

let library: Library

beforeAll(async () => {
  const { text } = await bundleForPage(program, 'esm', { plugins: [oneFieldMore] })
  library = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as Library
})

const file = (node: string) => `{"diaglot":1,"direction":"TB","nodes":[{"id":"a"${node}},{"id":"b"}]}`
const graphIn = (text: string) => library.readJson(text).graphs[0]!
const urgent = () => graphIn(file(',"priority":"high"'))
const usual = () => graphIn(file(''))
const priorityOf = (graph: ReturnType<typeof graphIn>) =>
  (graph.nodes.get('a') as unknown as Record<string, unknown>).priority

test('without the line nothing knows the field', async () => {
  const { readJson } = await import('../../converters/json/index.js')
  expect(readFileSync('src/ir/model.ts', 'utf8')).toContain(described)
  expect(readFileSync('src/lower/passes/nodes.ts', 'utf8')).toContain(lowered)
  expect(readJson(file(',"priority":"high"')).messages.map(({ text }) => text)).toEqual([
    '“priority” in nodes/0 is a name that is not known here.',
  ])
})

describe('with one line more in the description of a node, its field', () => {
  test('is read from JSON', () => expect(priorityOf(urgent())).toBe('high'))

  test('is written to JSON, and read back as the same graph', () => {
    const text = library.json.write!([{ graph: urgent() }], {})
    expect(JSON.parse(text).nodes[0]).toEqual({
      id: 'a',
      label: 'a',
      shape: 'rectangle',
      group: null,
      priority: 'high',
    })
    expect(library.sameGraph(graphIn(text), urgent())).toBe(true)
  })

  test('is in the schema', () => {
    const { node } = library.schema.$defs as Record<string, { properties: Record<string, unknown> }>
    expect(node?.properties.priority).toEqual({ type: 'string', enum: ['low', 'high'] })
  })

  test('is checked in JSON', () => {
    const text = file(',"priority":"urgent"')
    const [said, ...more] = library.readJson(text).messages
    expect(said).toMatchObject({
      code: 'syntax/schema',
      text: '“priority” in nodes/0 has to be one of low, high.',
    })
    expect(text.slice(...said!.at!)).toBe('"urgent"')
    expect(more).toEqual([])
  })

  test('is checked in a graph of a program', () => {
    const graph = structuredClone(urgent())
    Object.assign(graph.nodes.get('a')!, { priority: 'urgent' })
    Object.assign(graph.nodes.get('b')!, { priority: 7 })
    expect(library.flawsOf(graph)).toEqual([
      { code: 'graph/value', path: ['nodes', 'a', 'priority'], text: 'there is no priority “urgent”' },
      {
        code: 'graph/type',
        path: ['nodes', 'b', 'priority'],
        text: '“nodes/b/priority” is a number and not a text',
      },
    ])
  })

  test('is compared, changed and counted', () => {
    const change = { path: ['nodes', 'a', 'priority'], before: undefined, after: 'high' }
    expect([...library.differences(usual(), urgent())]).toEqual([change])
    expect(library.sameGraph(library.applyChanges(usual(), [change]), urgent())).toBe(true)
    expect(library.countLeaves(urgent()) - library.countLeaves(usual())).toBe(1)
  })

  test('is put into the text that the graph came from', () => {
    const { text } = library.put(file(''), urgent(), { format: library.json })
    expect(text).toBe(file(',"priority":"high"'))
  })

  test('rides along in a text that has no word for it', async () => {
    const { mermaid } = library
    const { text, messages } = await library.write(urgent(), { format: mermaid, carry: true })
    expect(text).toContain('["priority"],{"$absent":true},"high"')
    expect(messages.map(({ loss }) => loss)).toEqual(['carried'])
    expect(priorityOf(library.read(text, { format: mermaid }).graphs[0]!)).toBe('high')
    // What a stranger wrote there instead is none of its values.
    const { graphs, messages: said } = library.read(text.replace('"high"', '"urgent"'), { format: mermaid })
    expect(priorityOf(graphs[0]!)).toBeUndefined()
    expect(said.map(({ code }) => code)).toEqual(['repair/carried'])
  })
})

test('the type of a value comes from its description', () => {
  const thing = record({ id, priority: optional(oneOf(['low', 'high'])), size: number({ least: 0 }) })
  type Thing = Described<typeof thing>
  const sound: Thing[] = [
    { id: 'a', priority: 'high', size: 1 },
    { id: 'b', size: 2 },
  ]
  const wrong: Thing[] = [
    // @ts-expect-error There is no such priority.
    { id: 'a', priority: 'urgent', size: 1 },
    // @ts-expect-error A size is there always.
    { id: 'a' },
    // @ts-expect-error It is a number.
    { id: 'a', size: '1' },
    // @ts-expect-error There is no such name.
    { id: 'a', size: 1, weight: 1 },
  ]
  expect([...sound, ...wrong]).toHaveLength(6)
})
