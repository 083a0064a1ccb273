/** `--update` into draw.io: a random edit by a person and another one by the source are both there afterwards. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { finishWith } from '../../src/convert.js'
import { sameGraph } from '../../src/ir/difference.js'
import { differentLeaves } from '../../src/ir/leaves.js'
import { type Graph, type Node, nodeFields } from '../../src/ir/model.js'
import { prepareWith } from '../../src/prepare.js'
import { loweredToPut, putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { type EditKind, edited, type GraphEdit, graphEdits } from '../generate/edits.js'
import { graphs } from '../generate/graphs.js'
import { runs } from '../setup/runs.js'
import { lowerFor, textOf } from './laws.js'
import { lostCell } from './lost-cell.js'

const byPerson: readonly EditKind[] = ['relabel-node', 'restyle-node', 'reshape-node', 'link-node']
const bySource: readonly EditKind[] = [...byPerson, 'add-node', 'add-edge', 'remove-node']

async function updated(existing: string, source: Graph): Promise<string> {
  const { drawings } = await prepareWith(drawio, [source])
  return (await finishWith(drawio, drawings, { existing })).files[0]!.text
}

const readBack = (text: string): Graph => readWith(drawio, text, {}, [], { carry: false }).graphs[0]!

/** What of a node counts here: draw.io's own words for its style follow from the rest. */
const leavesIn = (before: Node | undefined, after: Node | undefined) =>
  [...differentLeaves(nodeFields, before, after)].filter(({ path }) => path[0] !== 'extras')

/** An edit at a node of the even or the odd half of so many. */
const at = (edit: GraphEdit, count: number, half: number): GraphEdit => ({
  ...edit,
  pick: 2 * (edit.pick % Math.floor(count / 2)) + half,
})

test('edits of different nodes by both', async () => {
  await fc.assert(
    fc.asyncProperty(
      graphs,
      graphEdits(1, byPerson),
      graphEdits(1, bySource),
      async (graph, [one], [other]) => {
        const source = lowerFor(drawio, graph).graph
        const count = source.nodes.size
        fc.pre(count >= 2)
        const text = await textOf(drawio, source)
        const read = readBack(text)
        const page = edited(read, [at(one!, count, 0)])
        const put = putWith(drawio, text, [loweredToPut(drawio, page, {}, read)])
        fc.pre(put.messages.length === 0 && put.text !== text)
        expect(await updated(put.text, source)).toBe(put.text)

        const next = edited(source, [at(other!, count, 1)])
        const result = await updated(put.text, next)
        const [drawn, now] = [readBack(put.text), readBack(result)]
        const wanted = lowerFor(drawio, next).graph
        for (const [id, node] of drawn.nodes) {
          // What the source says of it now, or else what the page showed.
          const isEdited = leavesIn(source.nodes.get(id), wanted.nodes.get(id)).length > 0
          expect(leavesIn(now.nodes.get(id), isEdited ? wanted.nodes.get(id) : node)).toEqual([])
        }
        for (const id of wanted.nodes.keys()) expect(now.nodes.has(id)).toBe(true)
        expect(lostCell(put.text, result)).toBeUndefined()
        expect(sameGraph(readBack(await updated(result, next)), now)).toBe(true)
      },
    ),
    { numRuns: runs(100), seed: 12 },
  )
})
