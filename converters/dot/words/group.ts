/** What a cluster and the graph say in the words of the model, and which attributes of a subgraph are its own. */
import type { Graph, Group } from '../../../src/ir/model.js'
import { sameAtom } from './attributes.js'
import type { Attributes, ResolvedSubgraph } from './resolved.js'

/**
 * Attributes that change how a cluster is drawn. A subgraph is born with the attributes that stand in its
 * parent at that moment; of the others it does not matter whether a cluster has them too.
 */
const DRAWN: ReadonlySet<string> = new Set([
  'URL',
  'bgcolor',
  'class',
  'color',
  'colorscheme',
  'fillcolor',
  'fontcolor',
  'fontname',
  'fontsize',
  'gradientangle',
  'href',
  'id',
  'label',
  'labeljust',
  'labelloc',
  'layer',
  'margin',
  'nojustify',
  'pencolor',
  'penwidth',
  'peripheries',
  'style',
  'target',
  'tooltip',
])

export function isDrawn(attribute: string): boolean {
  return DRAWN.has(attribute)
}

/**
 * A cluster's attributes without those that it has from its parent and that say nothing about itself. A label that it only has from
 * its parent, the cluster or graph around it, is no label of its own, although Graphviz draws it.
 */
export function setAttributes(
  { attributes, assigned }: Pick<ResolvedSubgraph, 'attributes' | 'assigned'>,
  parent: Attributes,
): Attributes {
  const isSetHere = (name: string) => (name === 'label' ? assigned.has(name) : DRAWN.has(name))
  return new Map(
    [...attributes].filter(([name, value]) => isSetHere(name) || !sameAtom(value, parent.get(name))),
  )
}

export type GroupOfAttributes = Pick<Group, 'label' | 'style' | 'link' | 'hidden'>

export type GraphOfAttributes = Pick<Graph, 'title' | 'direction' | 'style' | 'link'>
