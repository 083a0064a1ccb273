/** What is said of a page that is brought up to date, in Chinese. */
import { inARow, reworded, subject, wordIn } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

export const notUpdated = reworded(own.notUpdated, ({ why }) => `无法更新现有文件：${why}。`)
export const badXml = reworded(own.badXml, ({ fault }) => `无法更新现有文件：其 XML 格式不正确：${fault}。`)

export const otherXml = reworded(
  own.otherXml,
  ({ name }) => `无法更新现有文件：它以 <${name}> 开头，而不是 <mxfile>。`,
)

export const otherDiagram = reworded(
  own.otherDiagram,
  ({ page, known, wanted }) =>
    `${page === undefined ? '页面' : `页面“${page}”`}按 ID 查找，源文本的 ${wanted} 个节点和分组中只找到 ${known} 个。它展示的是另一个图表，或者其形状是复制而来，ID 已改变。未作任何修改；不带 --update 的 --force 会重新绘制。`,
)

export const noPageToUpdate = reworded(
  own.noPageToUpdate,
  ({ wanted, names }) => `文件中没有要更新的页面“${wanted}”。其页面有：${inARow(names)}。`,
)

export const onePageAlone = reworded(
  own.onePageAlone,
  ({ given }) => `只更新一个页面，却给出了 ${given} 个图表。`,
)

export const noLayer = reworded(
  own.noLayer,
  ({ wanted, names }) => `页面中没有用于放置新内容的图层“${wanted}”。其图层有：${inARow(names)}。`,
)

export const lanesFlow = reworded(
  own.lanesFlow,
  ({ shown, wanted }) =>
    `图表应${wanted}排列，而页面上的泳道表明它${shown}排列：请先在 draw.io 中转换泳道方向。未作任何修改。`,
)

export const added = reworded(own.added, ({ what }) => `${subject(what)}不在图中，已添加。`)

export const addedAgain = reworded(
  own.addedAgain,
  ({ what }) => `${subject(what)}在图中已被删除；源文本修改了与之相连的内容，因此重新添加。`,
)

export const staysDeleted = reworded(
  own.staysDeleted,
  ({ what }) => `${subject(what)}在图中已被删除，保持删除。`,
)

/** Parts of an element, by what English has for them. */
const PARTS: Readonly<Record<string, string>> = {
  label: '标签',
  shape: '形状',
  style: '样式',
  line: '线型',
  arrow: '箭头',
  start: '起点',
  end: '终点',
  side: '侧边',
  group: '分组',
  link: '链接',
  fields: '字段',
  title: '标题',
  direction: '方向',
  length: '长度',
  hidden: '隐藏状态',
  classes: '类',
  image: '图片',
  url: '链接',
  color: '文字颜色',
  fill: '填充颜色',
  stroke: '线条颜色',
  strokeWidth: '线条宽度',
  fontSize: '字号',
  fontFamily: '字体',
  rounded: '圆角',
}

const partsOf = (parts: string): string =>
  parts
    .split(', ')
    .map(part => {
      const [, of = part, end] = /^(.*) at the (start|end)$/.exec(part) ?? []
      return `${end === undefined ? '' : `${wordIn(PARTS, end)}的`}${wordIn(PARTS, of)}`
    })
    .join('、')

export const asInSource = reworded(
  own.asInSource,
  ({ what, parts }) => `${subject(what)}的${partsOf(parts)}现在与源文本一致。`,
)

export const asInDrawing = reworded(
  own.asInDrawing,
  ({ what, parts }) => `${subject(what)}保留图中的${partsOf(parts)}；源文本与之不同。`,
)

export const removed = reworded(own.removed, ({ what }) => `${subject(what)}已不在源文本中，已删除。`)
export const lostAnEnd = reworded(own.lostAnEnd, ({ what }) => `${subject(what)}失去了一个端点，已删除。`)

export const relabelled = reworded(
  own.relabelled,
  ({ what, drawn, label }) => `${subject(what)}在图中名为“${drawn}”；在源文本中是“${label}”。`,
)

export const pageRenamed = reworded(
  own.pageRenamed,
  ({ page, title }) => `页面“${page}”在源文本中名为“${title}”。`,
)

export const fieldsOfSource = reworded(
  own.fieldsOfSource,
  ({ node }) => `节点“${node}”的字段在图中有所不同；现在与源文本一致。`,
)

export const personsStyle = reworded(
  own.personsStyle,
  ({ what, properties }) => `${subject(what)}保留自己的 ${properties}；源文本与之不同。`,
)

export const personsLine = reworded(
  own.personsLine,
  ({ what }) => `${subject(what)}保留自己的线型和箭头；源文本与之不同。`,
)

export const personsFields = reworded(
  own.personsFields,
  ({ node }) => `节点“${node}”保留自己的字段；源文本中没有字段。`,
)

export const fastenedElsewhere = reworded(
  own.fastenedElsewhere,
  ({ what }) => `${subject(what)}在图中连接到别处；以源文本为准。`,
)

export const reshaped = reworded(
  own.reshaped,
  ({ what, drawn, shape }) => `${subject(what)}在图中画作“${drawn}”；在源文本中是“${shape}”。`,
)

const inGroup = (id: string | undefined): string => (id === undefined ? '不在任何分组中' : `位于“${id}”中`)

export const movedTo = reworded(
  own.movedTo,
  ({ what, drawn, group }) => `${subject(what)}原来${inGroup(drawn)}；在源文本中${inGroup(group)}。`,
)

export const noDiagramInside = reworded(
  own.noDiagramInside,
  () => '无法更新现有文件：其中没有 draw.io 的图表。',
)
