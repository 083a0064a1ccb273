/** What the linter of DOT says, in Chinese. */
import { reworded, wordIn } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

const write = ({ meant }: { readonly meant: string | undefined }): string => `改为 ${meant}`

/** What attributes are of, and what they are written on, by what English has for it. */
const OWNERS: Readonly<Record<string, string>> = {
  nodes: '节点',
  edges: '边',
  clusters: '簇',
  subgraphs: '子图',
  'the graph as a whole': '整个图',
  'the graph': '图',
  'a cluster': '簇',
  'a subgraph': '子图',
}

const ownersOf = (of: string): string =>
  of
    .split(' and ')
    .map(each => wordIn(OWNERS, each))
    .join('和')

export const ignoredAttribute = reworded(
  own.ignoredAttribute,
  ({ name, on, of }) => `“${name}”是${ownersOf(of)}的属性：用在${ownersOf(on)}上时，Graphviz 不作任何处理。`,
)

export const rankOfCluster = reworded(
  own.rankOfCluster,
  () => '除非 newrank=true，Graphviz 不理会簇的 rank：请把这些节点放进单独的子图。',
)

export const unknownRank = reworded(
  own.unknownRank,
  ({ word }) => `Graphviz 没有 rank“${word}”：可用 same、min、max、source 或 sink。`,
  write,
)

export const notCompound = reworded(
  own.notCompound,
  ({ name }) => `如果图中没有 compound=true，Graphviz 对“${name}”不作任何处理。`,
)

export const noCluster = reworded(
  own.noCluster,
  ({ name, cluster, meant }) =>
    `没有可供“${name}”引用的簇“${cluster}”${meant === undefined ? '。' : `；您是否想写“${meant}”？`}`,
  write,
)

export const plainSubgraph = reworded(
  own.plainSubgraph,
  ({ name, attribute }) =>
    `Graphviz 不会在“${name}”周围画框，因此看不到它的“${attribute}”：框的名称以“cluster”开头。`,
)

export const unfilled = reworded(
  own.unfilled,
  () => 'Graphviz 不会用这种颜色填充：缺少 style=filled。',
  '添加 style=filled',
)

export const noPort = reworded(
  own.noPort,
  ({ node, port, meant }) =>
    `“${node}”没有端口“${port}”${meant === undefined ? '' : `（您是否想写“${meant}”？）`}，因此边连到它的中心。`,
)

export const orthoLabel = reworded(
  own.orthoLabel,
  () => '使用 splines=ortho 时，Graphviz 画边不考虑边的标签：请用 xlabel 代替 label。',
)

export const setAgain = reworded(
  own.setAgain,
  ({ name, value }) => `“${name}”再次设置：“${value}”取代了这里的值。`,
)

export const attributeBehind = reworded(
  own.attributeBehind,
  ({ name }) => `没有方括号时，“${name}”是对图的设置，而不是对它前面内容的设置。`,
  '放进方括号',
)
