/** Generated diagrams to measure with: the same text for the same number of edges. */
import { seeded } from '../../test/grammar/random.js'

export const languages = ['dot', 'mermaid', 'flowzap'] as const
export type Language = (typeof languages)[number]

/** A diagram with `edges` edges and half as many nodes, with labels, styles and groups as people write them. */
export function generated(language: Language, edges: number): string {
  const random = seeded(edges)
  const nodes = Math.ceil(edges / 2)
  const pairs = Array.from({ length: edges }, () => [random(nodes) + 1, random(nodes) + 1] as const)
  return { dot, mermaid, flowzap }[language](nodes, pairs)
}

type Pairs = readonly (readonly [number, number])[]

const shapes = ['box', 'ellipse', 'diamond', 'cylinder']

function dot(nodes: number, pairs: Pairs): string {
  const lines = ['digraph G {', '  rankdir=LR;', '  node [fontname="Helvetica", fontsize=11];']
  for (let id = 1; id <= nodes; id++) {
    if (id % 50 === 1) lines.push(`  subgraph cluster_${id} {`, `    label="Group ${id}";`)
    lines.push(
      `    n${id} [label="Step ${id}\\nof many", shape=${shapes[id % 4]}, color="#${id % 9}f00${id % 7}a"];`,
    )
    if (id % 50 === 0 || id === nodes) lines.push('  }')
  }
  pairs.forEach(([from, to], index) => {
    lines.push(`  n${from} -> n${to}${index % 3 === 0 ? ` [label="edge ${index}", style=dashed]` : ''};`)
  })
  return `${lines.join('\n')}\n}\n`
}

function mermaid(nodes: number, pairs: Pairs): string {
  const lines = ['flowchart LR']
  for (let id = 1; id <= nodes; id++) {
    if (id % 50 === 1) lines.push(`  subgraph g${id} [Group ${id}]`)
    lines.push(
      `    n${id}${['[Step', '(Step', '{Step', '([Step'][id % 4]} ${id}${[']', ')', '}', '])'][id % 4]}`,
    )
    if (id % 50 === 0 || id === nodes) lines.push('  end')
  }
  pairs.forEach(([from, to], index) => {
    lines.push(`  n${from} -->${index % 3 === 0 ? `|edge ${index}|` : ''} n${to}`)
  })
  return `${lines.join('\n')}\n  classDef hot fill:#f00,stroke:#333\n`
}

function flowzap(nodes: number, pairs: Pairs): string {
  const lanes = Math.ceil(nodes / 50)
  const lines: string[] = []
  for (let lane = 0; lane < lanes; lane++) {
    lines.push(`lane${lane} { # Lane ${lane}`)
    for (let id = lane * 50 + 1; id <= Math.min(nodes, lane * 50 + 50); id++) {
      lines.push(`n${id}: ${id % 4 === 0 ? 'diamond' : 'rectangle'} label:"Step ${id}"`)
    }
    for (const [index, [from, to]] of pairs.entries()) {
      if (Math.floor((from - 1) / 50) !== lane) continue
      const home = Math.floor((to - 1) / 50)
      const prefix = home === lane ? '' : `lane${home}.`
      lines.push(
        `n${from}.handle(right) -> ${prefix}n${to}.handle(left)${index % 3 === 0 ? ` [label="edge ${index}"]` : ''}`,
      )
    }
    lines.push('}')
  }
  return `${lines.join('\n')}\n`
}
