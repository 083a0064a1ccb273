/** The templates as the official parsers see them: what FlowZap Code says, told by someone else. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFlowzap } from '../converters/flowzap/index.js'
import type { Graph } from '../src/ir/model.js'
import { askGraphviz } from './dot/graphviz.js'
import { askMermaid } from './mermaid/oracle.js'
import { sample } from './setup/runs.js'

const slugs = readdirSync('corpus/templates')

function graphOf(slug: string): Graph {
  const [graph] = readFlowzap(readFileSync(`corpus/templates/${slug}/diagram.fz`, 'utf8')).graphs
  if (!graph) throw new Error(`no graph in ${slug}`)
  return graph
}

function membersOf(graph: Graph): [string, string[]][] {
  return [...graph.groups.values()].map(({ id }) => [
    id,
    [...graph.nodes.values()]
      .filter(({ group }) => group === id)
      .map(node => node.id)
      .sort(),
  ])
}

test.each(sample(slugs, 3))('%s in Mermaid', async slug => {
  const graph = graphOf(slug)
  const answer = await askMermaid(readFileSync(`corpus/templates/${slug}/diagram.mmd`, 'utf8'))
  if ('error' in answer) throw new Error(answer.error)
  const { vertices = [], edges = [], subgraphs = [] } = answer.expected
  expect(vertices.map(({ id, label }) => [id, label]).sort()).toEqual(
    [...graph.nodes.values()].map(({ id, label }) => [id, label.text]).sort(),
  )
  expect(edges.map(({ from, to, label }) => [from, to, label])).toEqual(
    graph.edges.map(({ from, to, label }) => [from.id, to.id, label.text]),
  )
  expect(subgraphs.map(({ id, nodes }) => [id, [...(nodes ?? [])].sort()])).toEqual(membersOf(graph))
  expect(subgraphs.map(({ title }) => title)).toEqual(
    [...graph.groups.values()].map(({ label }) => label.text),
  )
})

test.each(sample(slugs, 3))('%s in DOT', async slug => {
  const graph = graphOf(slug)
  const answer = await askGraphviz(readFileSync(`corpus/templates/${slug}/diagram.gv`, 'utf8'))
  if (typeof answer === 'string') throw new Error(answer)
  expect(answer.nodes.map(({ id, attributes }) => [id, attributes.label]).sort()).toEqual(
    [...graph.nodes.values()].map(({ id, label }) => [id, label.text]).sort(),
  )
  expect(answer.edges).toHaveLength(graph.edges.length)
  for (const { label } of graph.edges) {
    if (label.text) expect(answer.edges.some(({ attributes }) => attributes.label === label.text)).toBe(true)
  }
  expect(answer.subgraphs).toHaveLength(graph.groups.size)
})
