/** Where lines end: arrowheads apart or at one point, and the tips of decisions. */
import { describe, expect, test } from 'vitest'
import { drawings } from '../../scripts/count/samples.js'
import { read } from '../../src/index.js'
import { middleOf } from '../../src/layout/boxes.js'
import { layOut } from '../../src/layout/layout.js'

const graphOf = (text: string) => read(text, { format: 'mermaid' }).graphs[0]!

/** The places of the ends of lines into a node of a lane, which so many lead to, in order. */
async function endsOf(count: number): Promise<number[]> {
  const names = Array.from({ length: count }, (_, i) => `a${i}`)
  const text = `swimlane-beta LR\n  subgraph one\n    ${names.join('\n    ')}\n  end\n  subgraph two\n    hub[Hub]\n  end\n${names.map(name => `  ${name} --> hub\n`).join('')}`
  const { layout } = await layOut(graphOf(text))
  const hub = layout.nodes.get('hub')!
  for (const { end } of layout.routes) expect(end!.x).toBe(hub.x)
  const places = layout.routes.map(({ end }) => end!.y).sort((a, b) => a - b)
  for (const place of places) expect(place > hub.y && place < hub.y + hub.height).toBe(true)
  return places
}

test.each([2, 3, 4, 7, 12])('the arrowheads of %i lines into a node are 12 pixels apart', async count => {
  const places = await endsOf(count)
  for (const [i, place] of places.slice(1).entries()) expect(place - places[i]!).toBeGreaterThanOrEqual(12)
})

test('more than a dozen are one', async () => {
  expect(new Set(await endsOf(13)).size).toBe(1)
})

test('of two layouts with as few crossings, the one is taken whose lines lead around less', async () => {
  const graph = graphOf(drawings().find(({ name }) => name === 'org-with-back-lines')!.text)
  const { layout } = await layOut(graph)
  graph.edges.forEach(({ from, to }, i) => {
    const [a, b] = [middleOf(layout.nodes.get(from.id)!), middleOf(layout.nodes.get(to.id)!)]
    const way = [a, ...layout.routes[i]!.path!, b]
    const steps = way
      .slice(1)
      .map((point, k) => Math.abs(point.x - way[k]!.x) + Math.abs(point.y - way[k]!.y))
    const length = steps.reduce((sum, step) => sum + step)
    expect(length).toBeLessThan(2 * (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)))
  })
})

test('no line ends beside the tip of a decision where another way costs a bend or two', async () => {
  const graph = graphOf(drawings().find(({ name }) => name === 'chinese-approval')!.text)
  const { layout } = await layOut(graph)
  graph.edges.forEach(({ from, to }, i) => {
    const { start, end } = layout.routes[i]!
    for (const [{ id }, point] of [
      [from, start!],
      [to, end!],
    ] as const) {
      if (graph.nodes.get(id)!.shape !== 'diamond') continue
      const { x, y } = middleOf(layout.nodes.get(id)!)
      expect(Math.min(Math.abs(point.x - x), Math.abs(point.y - y)), id).toBeLessThanOrEqual(2)
    }
  })
})

describe('in lanes, lines leave a decision at its tips', () => {
  const lanes = (direction: string, more = '') =>
    `swimlane-beta ${direction}
  subgraph one
    a[Examines] --> d{Clear?} -->|yes| b[Prescribes]
  end
  subgraph two
    c[Analyses]
    e[Archives]
  end
  d -->|no| c
  b --> e
${more}`

  /** The middles of the sides that lines leave the decision at, by their labels. */
  const tipsOf = async (text: string): Promise<Record<string, string>> => {
    const graph = read(text, { format: 'mermaid' }).graphs[0]!
    const { layout } = await layOut(graph)
    const { x, y, width, height } = layout.nodes.get('d')!
    const tips = new Map([
      [`${x + width} ${y + height / 2}`, 'right'],
      [`${x} ${y + height / 2}`, 'left'],
      [`${x + width / 2} ${y}`, 'top'],
      [`${x + width / 2} ${y + height}`, 'bottom'],
    ])
    return Object.fromEntries(
      graph.edges.flatMap(({ from, label }, i) => {
        const { start } = layout.routes[i]!
        return from.id === 'd' ? [[label.text, tips.get(`${start!.x} ${start!.y}`) ?? 'beside']] : []
      }),
    )
  }

  test('one with the flow, another on the side of the lane that it leads to', async () => {
    expect(await tipsOf(lanes('LR'))).toEqual({ yes: 'right', no: 'bottom' })
    expect(await tipsOf(lanes('RL'))).toEqual({ yes: 'left', no: 'bottom' })
    expect(await tipsOf(lanes('TB'))).toEqual({ yes: 'bottom', no: 'right' })
    const turned = lanes('LR').replace('subgraph one', 'subgraph zero\n z\n end\n subgraph one')
    expect(await tipsOf(`${turned}\n d -->|late| z`)).toEqual({ yes: 'right', no: 'bottom', late: 'top' })
  })

  test('a tip that another line ends at is left to it', async () => {
    const tips = await tipsOf(lanes('LR', '  d -->|maybe| e\n'))
    expect([tips.yes, tips.no, tips.maybe].filter(tip => tip === 'bottom')).toHaveLength(1)
  })
})
