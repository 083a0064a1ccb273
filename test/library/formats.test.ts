/** Formats in calls: names of a closed list, values, formats of one's own; and the library without any format. */
import { describe, expect, test } from 'vitest'
import { flowzap } from '../../converters/flowzap/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import * as core from '../../src/core.js'
import { convert, edit, type Format, formats, graph, lower, put, read, write } from '../../src/index.js'

const flow = 'flowchart LR\n  %% the way in\n  a[Start] --> b\n'

/** A list of names, one a line, each leading to the next. */
const steps: Format = {
  name: 'steps',
  title: 'a list of steps',
  extensions: ['.steps'],
  options: [{ name: 'numbers', values: ['true', 'false'], for: ['write'], about: 'lines are numbered' }],
  sniff: text => text.startsWith('steps:\n'),
  read(text) {
    const names = text.split('\n').slice(1).filter(Boolean)
    const made = graph()
    for (const name of names) made.node(name)
    for (const [place, name] of names.entries()) if (place > 0) made.edge(names[place - 1]!, name)
    return { graphs: [made.done()], messages: [] }
  },
  capabilities: source => formats.find(({ name }) => name === 'json')!.capabilities!(source, {}),
  write: ([drawing], { numbers }) =>
    `steps:\n${[...drawing!.graph.nodes.keys()].map((id, place) => `${numbers ? `${place + 1} ` : ''}${id}\n`).join('')}`,
}

describe('a format is its name or a value', () => {
  test('that is the same', async () => {
    const byName = await convert(flow, { from: 'mermaid', to: 'flowzap' })
    expect(byName.text).toContain('n1: rectangle label:"Start"')
    expect((await convert(flow, { from: mermaid, to: flowzap })).text).toBe(byName.text)
    expect((await convert(flow, { to: flowzap })).text).toBe(byName.text)
    const { graphs } = read(flow, { format: mermaid })
    expect((await write(graphs, { format: flowzap, from: mermaid })).text).toBe(byName.text)
  })

  test('also of one’s own', async () => {
    expect((await convert(flow, { from: 'mermaid', to: steps })).text).toBe('steps:\na\nb\n')
    const { text } = await convert('steps:\nbuy\npay\n', { from: steps, to: 'dot' })
    expect(text).toBe('digraph {\n  node [shape=box];\n  buy;\n  pay;\n  buy -> pay;\n}\n')
    const numbered = await convert(flow, { from: 'mermaid', to: steps, options: { numbers: true } })
    expect(numbered.text).toBe('steps:\n1 a\n2 b\n')
    await expect(convert(flow, { from: 'mermaid', to: steps, options: { number: true } })).rejects.toThrow(
      'did you mean “numbers”?',
    )
  })

  test('and what is put right in a graph of the format itself is a repair, by name or value', async () => {
    const source = graph()
      .node('a', { link: { url: 'javascript:alert(1)' } })
      .done()
    const codes = async (from: Format | 'dot' | 'mermaid') =>
      (await write(source, { format: 'mermaid', from })).messages.map(({ code }) => code)
    expect(await codes('dot')).toContain('loss/link')
    expect(await codes('mermaid')).toContain('repair/unsafe-link')
    expect(await codes(mermaid)).toEqual(await codes('mermaid'))
  })

  test('a name that does not exist does not compile, and throws where nothing is compiled', async () => {
    // @ts-expect-error there is no such name
    expect(() => read(flow, { format: 'mermeid' })).toThrow(
      new TypeError(`there is no format “mermeid”; there are ${formats.map(({ name }) => name).join(', ')}`),
    )
    // @ts-expect-error there is no such name
    await expect(convert(flow, { to: 'mermeid' })).rejects.toThrow(TypeError)
    // @ts-expect-error there is no such name
    await expect(convert(flow, { to: 'dot', from: 'mermeid' })).rejects.toThrow(TypeError)
    // @ts-expect-error there is no such name
    await expect(write([], { format: 'mermeid' })).rejects.toThrow(TypeError)
    // @ts-expect-error there is no such name
    expect(() => put(flow, [], { format: 'mermeid' })).toThrow(TypeError)
    // @ts-expect-error there is no such name
    expect(() => lower(graph().done(), { format: 'mermeid' })).toThrow(TypeError)
    // @ts-expect-error a number is no format
    expect(() => read(flow, { format: 7 })).toThrow(
      new TypeError('a format is its name, or an object with a name that reads or writes'),
    )
  })
})

describe('the library without formats', () => {
  test('works with those that it is handed', async () => {
    const { text } = await core.convert(flow, { from: mermaid, to: flowzap })
    expect(text).toBe((await convert(flow, { from: 'mermaid', to: 'flowzap' })).text)
    const mine = { formats: [steps, mermaid] }
    expect((await core.convert('steps:\nbuy\n', { to: 'mermaid', ...mine })).text).toContain('buy')
    expect(core.read('buy\n', { file: 'a.steps', ...mine }).graphs[0]!.nodes.size).toBe(0)
    expect((await core.write(graph().node('a').done(), { format: 'steps', ...mine })).text).toBe(
      'steps:\na\n',
    )
  })

  test('knows no other', async () => {
    await expect(core.convert(flow, { from: mermaid, to: 'dot' })).rejects.toThrow(
      new TypeError('there is no format “dot”; none was handed over'),
    )
    expect(() => core.read(flow, { format: 'dot', formats: [mermaid] })).toThrow(
      new TypeError('there is no format “dot”; there are mermaid'),
    )
    expect(() => core.read(flow)).toThrow('the format cannot be told from the text')
  })

  test('takes a text for another of them only where it has errors', () => {
    const found = core.read('flowchart LR\n  a --> b\n', { format: steps, formats: [steps, mermaid] })
    expect(found.format).toBeUndefined()
    const dot = core.read(flow, { format: flowzap, formats: [flowzap, mermaid] })
    expect(dot.format).toBe('mermaid')
  })

  test('puts an edit back', () => {
    const [before] = core.read(flow, { format: mermaid }).graphs
    const { text, messages } = core.put(flow, core.edit(before!).relabel('a', 'Begin').done(), {
      format: mermaid,
    })
    expect(messages).toEqual([])
    expect(text).toBe(flow.replace('Start', 'Begin'))
  })
})

describe('lowering by itself', () => {
  const source = graph().node('a', { shape: 'hexagon' }).done()

  test('gives what the writer would be given, and says what changed', async () => {
    const { graph: held, messages, tally } = lower(source, { format: 'flowzap' })
    expect(held.nodes.get('n1')).toMatchObject({ shape: 'rectangle', group: expect.any(String) })
    const written = await write(source, { format: 'flowzap' })
    expect(messages).toEqual(written.messages)
    expect(tally).toEqual(written.tally)
  })

  test('refuses a graph with flaws, and what can only be read', () => {
    const broken = { ...source, edges: edit(source).connect('a', 'a').done().edges, nodes: new Map() }
    const refused = lower(broken, { format: 'dot' })
    expect(refused.graph).toBe(broken)
    expect(refused.messages.map(({ code }) => code)).toEqual(['graph/reference', 'graph/reference'])
    expect(() => lower(source, { format: 'flowzap-json' })).toThrow('FlowZap’s JSON graph can only be read')
  })
})

describe('a text with errors', () => {
  const broken = 'flowchart LR\n  a --> b\n  c -->\n'

  test('is not written where only sound ones are to be', async () => {
    const all = await convert(broken, { from: 'mermaid', to: 'dot' })
    expect(all.text).toContain('a -> b')
    const sound = await convert(broken, { from: 'mermaid', to: 'dot', soundOnly: true })
    expect([sound.text, sound.files]).toEqual(['', []])
    expect(sound.graphs).toHaveLength(1)
    expect(sound.messages).toEqual(all.messages.filter(({ loss }) => loss === undefined))
    expect((await convert(flow, { from: 'mermaid', to: 'dot', soundOnly: true })).text).not.toBe('')
  })
})
