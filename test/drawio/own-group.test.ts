/** Lines between a node or group and the group around it end at the outline of the one and the border of the other. */
import { expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { convertWith } from '../../src/convert.js'
import { readWith } from '../../src/read.js'

/** The keys that fasten a line of a file, by what they say. */
function pinsIn(text: string, id: string): Record<string, number> {
  const style = new RegExp(`id="${id}"(?:>\\s*<mxCell)?[^>]*? style="([^"]*)"`).exec(text)![1]!
  const keys = [...style.matchAll(/(exit|entry)([XY])=([\d.]+)/g)]
  return Object.fromEntries(keys.map(([, end, key, value]) => [`${end}${key}`, Number(value)]))
}

const drawn = async (text: string) => (await convertWith(mermaid, drawio, text)).text

test('from a node to the group around it', async () => {
  const source = 'flowchart TB\nsubgraph conf\nfront\nback\nend\nfront -->|dives in| conf\nback --> conf\n'
  const text = await drawn(source)
  for (const id of ['edge-front-conf', 'edge-back-conf'])
    expect(pinsIn(text, id)).toMatchObject({ exitX: 0.5, exitY: 1, entryY: 1 })
  // The label leaves some of the line to be seen.
  const node = /id="front">\s*<mxCell[^>]*>\s*<mxGeometry x="\d+" y="(\d+)" width="\d+" height="(\d+)"/.exec(
    text,
  )!
  const group = /id="conf">\s*<mxCell[^>]*>\s*<mxGeometry x="\d+" y="\d+" width="\d+" height="(\d+)"/.exec(
    text,
  )!
  expect(Number(group[1]) - Number(node[1]) - Number(node[2])).toBeGreaterThanOrEqual(50)
  // Nobody wrote a side.
  const [graph] = readDrawio(text).graphs
  expect(graph!.edges.map(({ from, to }) => [from, to])).toEqual(
    readWith(mermaid, source).graphs[0]!.edges.map(({ from, to }) => [from, to]),
  )
})

test.each([
  ['TB', { exitY: 0, entryY: 0 }],
  ['BT', { exitY: 1, entryY: 1 }],
  ['LR', { exitX: 0, entryX: 0 }],
  ['RL', { exitX: 1, entryX: 1 }],
])('from a group to a node and to a group in it, flowing %s', async (direction, at) => {
  const source = `flowchart ${direction}\nsubgraph outer\na\nsubgraph inner\nb\nend\nend\nouter --> a\nouter --> inner\nouter --> b\n`
  const text = await drawn(source)
  for (const id of ['edge-outer-a', 'edge-outer-inner']) expect(pinsIn(text, id), id).toMatchObject(at)
  // Through the border of another group, the layout may go round: from wherever on the border.
  const { exitX, exitY } = pinsIn(text, 'edge-outer-b')
  expect([0, 1].includes(exitX!) || [0, 1].includes(exitY!)).toBe(true)
})

test('other lines are fastened nowhere', async () => {
  const text = await drawn(
    'flowchart TB\nsubgraph g\na\nend\nsubgraph h\nb\nend\na --> h\ng --> h\na --> b\n',
  )
  expect(text).not.toMatch(/exit|entry/)
})
