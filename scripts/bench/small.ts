/** Many small diagrams, as a repository of documentation has them: 5 to 15 lines each, several hundred different shapes of them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Random, seeded } from '../../test/grammar/random.js'
import { type Language, languages } from './graphs.js'

const extensions: Readonly<Record<Language, string>> = { dot: 'gv', mermaid: 'mmd', flowzap: 'fz' }

/** After so many different graphs they come again, with other labels. */
const SHAPES = 600

/** A flow with labels on its nodes and on some edges, some of its nodes in a group: one text for each number. */
export function small(language: Language, number: number): string {
  const random = seeded(7919 * ((number % SHAPES) + 1))
  for (let round = 0; round < 8; round++) random(2)
  return { dot, mermaid, flowzap }[language](random, number)
}

/** Writes so many of them into a folder, a hundred into each folder below; with several languages, in turns. */
export function writeSmall(folder: string, count: number, among: readonly Language[] = languages): void {
  for (let number = 0; number < count; number++) {
    const below = join(folder, `part-${Math.floor(number / 100)}`)
    if (number % 100 === 0) mkdirSync(below, { recursive: true })
    const language = among[number % among.length]!
    writeFileSync(join(below, `flow-${number}.${extensions[language]}`), small(language, number))
  }
}

interface Flow {
  readonly nodes: readonly string[]
  readonly edges: readonly (readonly [from: number, to: number, label: string])[]
  /** The nodes from here on stand in a group. */
  readonly grouped: number
}

const verbs = ['Check', 'Send', 'Pack', 'Read', 'Ask for', 'Close', 'Sign', 'Count']
const things = ['order', 'invoice', 'letter', 'stock', 'payment', 'request', 'report']

function flow(random: Random, number: number): Flow {
  const size = 2 + random(5)
  const nodes = Array.from({ length: size }, () => `${verbs[random(8)]} ${things[random(7)]} ${number % 97}`)
  const edges = nodes.slice(1).map((_, place) => [place, place + 1, labelOf(random)] as const)
  const more = Array.from({ length: random(3) }, () => {
    const from = random(size)
    return [from, (from + 1 + random(size - 1)) % size, labelOf(random)] as const
  })
  return { nodes, edges: [...edges, ...more], grouped: random(3) === 0 ? 1 + random(size - 1) : size }
}

const labelOf = (random: Random): string => ['', '', 'yes', 'no', 'after a day'][random(5)]!

function mermaid(random: Random, number: number): string {
  const { nodes, edges, grouped } = flow(random, number)
  const brackets = ['[]', '()', '{}', '([])', '[[]]', '(())', '[()]']
  const declared = nodes.map((label, place) => {
    const around = brackets[random(7)]!
    const half = around.length / 2
    return `${place < grouped ? '' : '  '}  n${place}${around.slice(0, half)}${label}${around.slice(half)}`
  })
  const lines = [`flowchart ${['TD', 'LR', 'TB', 'BT'][random(4)]}`, ...declared.slice(0, grouped)]
  if (grouped < nodes.length) lines.push('  subgraph team [The team]', ...declared.slice(grouped), '  end')
  const arrows = ['-->', '---', '-.->', '==>']
  for (const [from, to, label] of edges)
    lines.push(`  n${from} ${arrows[random(4)]}${label && `|${label}|`} n${to}`)
  if (random(3) === 0) lines.push('  classDef hot fill:#f96,stroke:#333', '  class n0 hot')
  if (random(4) === 0) lines.push('  style n1 fill:#bbf,stroke-width:2px')
  return `${lines.join('\n')}\n`
}

function dot(random: Random, number: number): string {
  const { nodes, edges, grouped } = flow(random, number)
  const shapes = ['box', 'ellipse', 'diamond', 'cylinder', 'circle', 'hexagon']
  const declared = nodes.map((label, place) => {
    const colour = random(3) === 0 ? ', style=filled, fillcolor=lightblue' : ''
    return `${place < grouped ? '' : '  '}  n${place} [label="${label}", shape=${shapes[random(6)]}${colour}];`
  })
  const lines = [
    'digraph flow {',
    `  rankdir=${['LR', 'TB', 'BT'][random(3)]};`,
    ...declared.slice(0, grouped),
  ]
  if (grouped < nodes.length)
    lines.push('  subgraph cluster_team {', '    label="The team";', ...declared.slice(grouped), '  }')
  for (const [from, to, label] of edges) {
    const attributes = [label && `label="${label}"`, random(4) === 0 && 'style=dashed'].filter(Boolean)
    lines.push(`  n${from} -> n${to}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''};`)
  }
  return `${lines.join('\n')}\n}\n`
}

function flowzap(random: Random, number: number): string {
  const { nodes, edges, grouped } = flow(random, number)
  const sides = ['right', 'bottom', 'left', 'top']
  const lines: string[] = []
  const laneOf = (place: number) => (place < grouped ? 'main' : 'team')
  for (const [lane, title, from, below] of [
    ['main', 'Main', 0, grouped],
    ['team', 'The team', grouped, nodes.length],
  ] as const) {
    if (from === below) continue
    lines.push(`${lane} { # ${title}`)
    for (let place = from; place < below; place++)
      lines.push(
        `n${place + 1}: ${['rectangle', 'diamond', 'circle', 'taskbox'][random(4)]} label:"${nodes[place]}"`,
      )
    for (const [start, end, label] of edges) {
      if (laneOf(start) !== lane) continue
      const target = `${laneOf(end) === lane ? '' : `${laneOf(end)}.`}n${end + 1}`
      lines.push(
        `n${start + 1}.handle(${sides[random(4)]}) -> ${target}.handle(${sides[random(4)]})${label && ` [label="${label}"]`}`,
      )
    }
    lines.push('}')
  }
  return `${lines.join('\n')}\n`
}
