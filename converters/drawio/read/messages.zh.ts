/** What is said of a page of draw.io that was read, in Chinese. */
import { inARow, reworded } from '../../../src/messages/chinese.js'
import type { LooseEnd } from './messages.js'
import * as own from './messages.js'

export type { AttachedLine, LooseEnd } from './messages.js'

const SWITCH = '`-O infer=false` 可关闭此推断'

export const noPage = reworded(
  own.noPage,
  ({ wanted, names }) => `文件中没有页面“${wanted}”。其页面有：${inARow(names)}。`,
)

export const unknownShape = reworded(
  own.unknownShape,
  ({ name, count }) =>
    `draw.io 的形状“${name}”没有对应的形状：${count} 个使用它的节点读作矩形。draw.io 的显示不变。`,
)

export const mermaidPicture = reworded(
  own.mermaidPicture,
  ({ source }) => `这里有一个作为图片的 Mermaid 图表，不读取它。其文本是“${source}”。`,
)

export const columnTitles = reworded(
  own.columnTitles,
  ({ chart, titles }) =>
    `列标题 ${inARow(titles)} 不是图的一部分：图表 ${chart} 的行是泳道，列只是绘制出来的。在 draw.io 中各列保持不变。`,
)

export const hiddenLayer = reworded(
  own.hiddenLayer,
  ({ name }) => `图层 ${name} 是隐藏的。其中的内容与页面其余部分一样读取；在 draw.io 中它保持隐藏。`,
)

export const unsafeLink = reworded(own.unsafeLink, ({ id }) => `单元“${id}”的链接会运行脚本，已略去。`)

// What was read off the drawing.

export const sidesRead = reworded(
  own.sidesRead,
  ({ count }) => `${count} 个线的端点连接到一个点，读作连接到它所在的侧边；${SWITCH}。`,
)

const WAYS = { TB: '向下', BT: '向上', LR: '向右', RL: '向左' } as const

export const directionRead = reworded(
  own.directionRead,
  ({ direction }) => `大多数线${WAYS[direction]}，因此以此为方向（${direction}）；${SWITCH}。`,
)

export const titleRead = reworded(
  own.titleRead,
  ({ name, group, isTask }) =>
    `${name}位于没有标签的框“${group}”的${isTask ? '条带之间' : '边缘'}，读作该框的标题；${SWITCH}。`,
)

/** The first three names, and how many more there are. */
const firstOf = (names: string, count: number): string =>
  `${inARow(names)}${count > 3 ? `及另外 ${count - 3} 个` : ''}`

export const labelsRead = reworded(
  own.labelsRead,
  ({ names, count }) => `${firstOf(names, count)}是其上、其下或其旁的形状的标签，而不是节点；${SWITCH}。`,
)

export const lineLabelsRead = reworded(
  own.lineLabelsRead,
  ({ names, count }) => `${firstOf(names, count)}是其旁连线的标签，而不是节点；${SWITCH}。`,
)

/** Drawings of other kinds, by what English has for them. */
const DRAWINGS: ReadonlyMap<string, string> = new Map([
  ['floor plan', '平面图'],
  ['mock-up', '界面草图'],
  ['drawing', '图画'],
])

export const noGraph = reworded(
  own.noGraph,
  ({ drawing, count }) =>
    `该页面是${DRAWINGS.get(drawing) ?? drawing}，而不是图：${count} 个没有文字的形状不是节点，在 draw.io 中保持原样；${SWITCH}。`,
)

export const sequenceRead = reworded(
  own.sequenceRead,
  ({ count }) =>
    `该页面是有 ${count} 条生命线的时序图。生命线读作节点，消息读作边：表示谁与谁通信，而不表示时间。`,
)

export const notesRead = reworded(
  own.notesRead,
  ({ names, count }) =>
    `${firstOf(names, count)}是不属于任何元素的文字，即注解，而不是图表的步骤；${SWITCH}。`,
)

export const picturesRead = reworded(
  own.picturesRead,
  ({ count }) => `${count} 张没有文字且没有线连接的图片是其所在元素的一部分，而不是节点；${SWITCH}。`,
)

export const membersRead = reworded(
  own.membersRead,
  ({ frame, names, count }) =>
    `${firstOf(names, count)}位于 ${frame} 之上，却不属于它。读取时视为属于它；${SWITCH}。`,
)

// Lines that end nowhere.

const ENDS = { start: '起点', end: '终点' } as const

const FAULTS: Readonly<Record<LooseEnd['at'], (name: string) => string>> = {
  nothing: () => '没有连接到形状',
  'a line': name => `连接到另一条线 ${name}`,
  'no shape': name => `连接到不是形状的 ${name}`,
  'not there': name => `连接到不存在的“${name}”`,
}

const toNear = ({ end, near }: LooseEnd): string[] =>
  near
    ? [
        `${ENDS[end]}连到 ${near.name}（ID“${near.id}”，${near.distance === 0 ? '与之重合' : `相距 ${near.distance} 像素`}）`,
      ]
    : []

export const looseEdge = reworded(own.looseEdge, ({ name, ends }) => {
  const faults = ends.map(({ end, at, name }) => `${ENDS[end]}${FAULTS[at](name)}`)
  const proposed = ends.every(({ near }) => near)
    ? `不加 \`-O attach=false\` 时，它读作一条边：${ends.flatMap(toNear).join('，')}。`
    : ''
  return `线 ${name} 没有连接任何内容，因为它的${faults.join('，')}。它不是边，保持原样。${proposed}`
})

/** As many lines are named; the others are counted. */
const MOST_NAMED = 5

export const attachedEdges = reworded(own.attachedEdges, ({ lines }) => {
  const named = lines
    .slice(0, MOST_NAMED)
    .map(({ name, ends }) => `${name}，${ends.flatMap(toNear).join('，')}`)
  const more = lines.length > MOST_NAMED ? [`另有 ${lines.length - MOST_NAMED} 条`] : []
  return `${lines.length} 条线的端点靠近形状却没有连接：${[...named, ...more].join('；')}。它们读作边，在 draw.io 中保持原样；\`-O attach=false\` 可保留这样的线。`
})
