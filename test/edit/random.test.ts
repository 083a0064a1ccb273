/** After any list of edits a graph is whole; many of them cost as many steps as there are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edit, graph } from '../../src/edit/edit.js'
import { sameGraph } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { flawsOf } from '../../src/ir/validate.js'
import { graphs } from '../generate/graphs.js'
import { counted, runs } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const id = fc.constantFrom('__proto__', 'constructor', 'n1', 'n2', 'Main', 'end', 'x', 'fresh')
const kinds = [
  'rename',
  'relabel',
  'removeNode',
  'removeGroup',
  'connect',
  'disconnect',
  'move',
  'node',
  'group',
  'loop',
] as const
const calls = fc.array(fc.record({ kind: fc.constantFrom(...kinds), a: fc.nat(40), b: fc.nat(40), id }), {
  minLength: 1,
  maxLength: 30,
})

type Call = Readonly<{ kind: (typeof kinds)[number]; a: number; b: number; id: string }>
type Editor = ReturnType<typeof edit>

/** One call, at elements that are there. What cannot be done throws a `TypeError`, and nothing else. */
function act(editor: Editor, now: Graph, { kind, a, b, id: name }: Call): boolean {
  const nodes = [...now.nodes.keys()].map(node => ({ node }))
  const elements = [...nodes, ...Array.from(now.groups.keys(), group => ({ group }))]
  const [first, second] = [elements[a % (elements.length || 1)], elements[b % (elements.length || 1)]]
  const group = [undefined, ...now.groups.keys()][b % (now.groups.size + 1)]
  const edge = now.edges[a % (now.edges.length || 1)]
  try {
    if (kind === 'node') editor.node(name, group === undefined ? {} : { in: group })
    else if (kind === 'group') editor.group(name, group === undefined ? {} : { in: group })
    else if (kind === 'loop')
      editor.loop(
        name,
        nodes.slice(a % 3, b % 5).map(({ node }) => node),
      )
    else if (kind === 'disconnect') {
      const ref = ({ kind: what, id: at }: Graph['edges'][number]['from']) =>
        what === 'node' ? { node: at } : { group: at }
      if (edge) editor.disconnect(ref(edge.from), ref(edge.to))
    } else if (!first || !second) return false
    else if (kind === 'rename') editor.rename(first, name)
    else if (kind === 'relabel') editor.relabel(first, name)
    else if (kind === 'move') editor.move(first, group)
    else if (kind === 'connect') editor.connect(first, second)
    else if (kind === 'removeNode' && 'node' in first) editor.removeNode(first.node)
    else if (kind === 'removeGroup' && 'group' in second) editor.removeGroup(second.group)
    return true
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return false
  }
}

test('after any list of edits nothing is wrong with a graph, and the one before is as it was', () => {
  let [done, changed, all] = [0, 0, 0]
  fc.assert(
    fc.property(graphs, calls, (before, list) => {
      const copy = structuredClone(before)
      const editor = edit(before)
      for (const call of list) {
        all++
        if (act(editor, editor.done(), call)) done++
        expect(flawsOf(editor.done())).toEqual([])
      }
      expect(before).toEqual(copy)
      if (!sameGraph(before, editor.done())) changed++
    }),
    { seed: 12, numRuns: runs(600) },
  )
  // Most calls apply: a test in which nothing is done shows nothing.
  expect(done / all).toBeGreaterThan(0.7)
  expect(changed).toBeGreaterThan(0)
})

test('without a call it is the same graph', () => {
  fc.assert(
    fc.property(graphs, before => {
      const after = edit(before).done()
      expect(sameGraph(before, after)).toBe(true)
      expect([...after.nodes.values()].every(node => before.nodes.get(node.id) === node)).toBe(true)
    }),
    { seed: 13, numRuns: runs(400) },
  )
})

test('a call costs the same in a large graph as in a small one', async () => {
  const times = await growth(counted(400), size => {
    const builder = graph().lane('L').node('hub')
    for (let number = 0; number < size; number++)
      builder
        .group(`g${number}`, { in: number === 0 ? 'L' : `g${number - 1}` })
        .node(`n${number}`, { in: `g${number}` })
        .edge('hub', `n${number}`)
    const editor = edit(builder.done())
    for (let number = 0; number < size; number++) {
      editor
        .rename(`n${number}`, `m${number}`)
        .relabel({ from: 'hub', to: `m${number}` }, 'x')
        .disconnect('hub', `m${number}`)
      editor.removeGroup(`g${number}`)
      if (number % 2) editor.removeNode(`m${number}`)
    }
    expect(editor.done().groups.size).toBe(1)
  })
  expect(times).toBeLessThan(PROPORTION)
})
