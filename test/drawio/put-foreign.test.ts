/** Every kind of edit, put into the pages of the corpus that other people drew: how many of them are refused is counted. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { readWith } from '../../src/read.js'
import { edited, type GraphEdit, kinds } from '../generate/edits.js'
import { lowerFor } from '../laws/laws.js'
import { putsEdit } from '../laws/put.js'
import { sample } from '../setup/runs.js'

const folder = 'corpus/drawio'
const files = readdirSync(folder).filter(file => {
  if (!file.endsWith('.drawio')) return false
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  return !text.includes('<diaglot kind="graph"') && readWith(drawio, text).graphs.length === 1
})

const edits = kinds.flatMap(kind =>
  [0, 3, 7].map((pick, i): GraphEdit => {
    return {
      kind,
      pick,
      other: pick * 2 + 1 + i,
      text: ['Fresh', 'two\nlines', 'a (b)'][i]!,
      color: ['#ff0000', '#00aa00', 'navy'][i]!,
      shape: (['diamond', 'stadium', 'cylinder'] as const)[i]!,
      line: (['dashed', 'thick', 'dotted'] as const)[i]!,
      direction: (['LR', 'BT', 'TB'] as const)[i]!,
    }
  }),
)

/** A line that ends at a row of a table ends at another cell where the table becomes a shape with its rows drawn anew. */
const ENDS_ELSEWHERE = /^“<mxCell id="(?:rel|e1)"[\s\S]*” went/

/** By file: the edits that are refused, and what is said of them. */
const REFUSED = new Map([
  // Alone in its box, a circle at the border would be read as a part of that: its cell says then that it is a node.
  ['ports.drawio', /^remove-node: “<mxCell id="gate"[\s\S]*” went/],
  ['cross-functional.drawio', /^redirect: The diagram is to flow from .* turn them in draw\.io first\./],
  // A lane in a lane makes rows of lanes that say nothing of it columns.
  ['lying-on-lanes.drawio', /^add-group: The changes cannot be made in this text: the direction would not/],
])

test('there are pages', () => expect(files.length).toBeGreaterThan(15))

describe.each(sample(files, 6))('%s', file => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  const [graph] = readWith(drawio, text, {}, [], { carry: false }).graphs
  const lowered = lowerFor(drawio, graph!, {}, true).graph

  test.each(edits.map(edit => [`${edit.kind} of ${edit.pick}`, edit] as const))('%s', (_, edit) => {
    const breach = putsEdit(drawio, text, edited(lowered, [edit]))
    if (breach === undefined || ENDS_ELSEWHERE.test(breach)) return
    expect(`${edit.kind}: ${breach}`).toMatch(REFUSED.get(file) ?? /^nothing is refused here$/)
  })
})
