/** What is said of nodes that a target holds otherwise, and of ids, in Chinese. */
import { fated, kinds, refound, wordIn } from '../../messages/chinese.js'
import { edgeName, nameOf, short } from '../names.zh.js'
import * as own from './node-messages.js'

export const { repairOf } = own

// Shapes and what nodes show.

export const noShape = refound(
  own.noShape,
  ({ title, node, shape }) =>
    () =>
      `${title} 没有形状“${node.shape}”：${nameOf('node', node)}改为 ${shape}。`,
)

export const shapeOfItsPart = refound(
  own.shapeOfItsPart,
  ({ title, node, shape, nearest }) =>
    () =>
      `在 ${title} 中，${nearest} 不出现在流程中间：原为“${node.shape}”的${nameOf('node', node)}改为 ${shape}。`,
)

export const largePicture = refound(
  own.largePicture,
  ({ title, node, size }) =>
    fate =>
      `${nameOf('node', node)}的图片是 ${size} 个字符的文本，对 ${title} 来说太长，${fated(fate)}。`,
)

export const noPictures = refound(
  own.noPictures,
  ({ title, node }) =>
    fate =>
      `${title} 的节点中没有图片：${nameOf('node', node)}的图片${fated(fate)}。`,
)

export const pictureElsewhere = refound(
  own.pictureElsewhere,
  ({ title, node }) =>
    fate =>
      `${title} 只显示数据在图表之中的图片：${nameOf('node', node)}的图片${fated(fate)}。`,
)

export const pictureBesideFields = refound(
  own.pictureBesideFields,
  ({ title, node }) =>
    fate =>
      `${title} 不在有字段的节点中显示图片：${nameOf('node', node)}的图片${fated(fate)}。`,
)

export const nodeShown = refound(
  own.nodeShown,
  ({ title, node }) =>
    () =>
      `${title} 无法隐藏节点：${nameOf('node', node)}是可见的。`,
)

export const unfilled = refound(
  own.unfilled,
  ({ title }) =>
    () =>
      `${title} 只填充自身有填充色的节点：其余节点透出背后的颜色。`,
)

export const onPaper = refound(
  own.onPaper,
  ({ title }) =>
    () =>
      `${title} 没有可供无填充节点透出的页面颜色：这些节点按普通节点绘制。`,
)

// Fields.

export const fieldsOfLabel = refound(
  own.fieldsOfLabel,
  ({ title, node }) =>
    () =>
      `${title} 会显示${nameOf('node', node)}标签中的表格，其单元格在那里是字段。`,
)

export const titleAsField = refound(
  own.titleAsField,
  ({ title, node }) =>
    () =>
      `${title} 的字段上方没有标题：${nameOf('node', node)}的标题现在是它的第一个字段。`,
)

export const nearestFields = refound(
  own.nearestFields,
  ({ title, node }) =>
    () =>
      `${title} 无法原样表达${nameOf('node', node)}的所有字段；写出最接近的内容。`,
)

export const noFields = refound(
  own.noFields,
  ({ title, node }) =>
    () =>
      `${title} 没有记录：${nameOf('node', node)}的字段现在只是它的文字。`,
)

// Properties.

export const noProperty = refound(
  own.noProperty,
  ({ title, property, value, node }) =>
    () =>
      `${title} 无法表达节点“${short(node)}”的“${short(property)}: ${short(value)}”。`,
)

export const propertyWritten = refound(
  own.propertyWritten,
  ({ property, node, nearest }) =>
    () =>
      `节点“${short(node)}”的“${short(property)}”写作“${short(nearest)}”。`,
)

// Nodes that show nothing.

export const edgeOfSpacer = refound(
  own.edgeOfSpacer,
  ({ edge }) =>
    () =>
      `${edgeName(edge)}随一个不显示任何内容的节点一并去除。`,
)

export const loopOfSpacer = refound(own.loopOfSpacer, () => () => '有一个循环不再包含不显示任何内容的节点。')

export const spacer = refound(
  own.spacer,
  ({ node, through }) =>
    fate =>
      `${nameOf('node', node)}不显示任何内容，${through ? '只是让线继续延伸' : '也不通向任何地方'}，因此${fated(fate)}。`,
)

export const ledPast = refound(
  own.ledPast,
  ({ edge, node }) =>
    () =>
      `${edgeName(edge)}越过不显示任何内容的“${node.id}”继续延伸。`,
)

export const noted = refound(
  own.noted,
  ({ title, node, beside }) =>
    () =>
      `${nameOf('node', node)}的文字不属于任何元素。在 ${title} 中它是${beside ? '注释，使用 `-O notes=node` 时是节点' : '普通节点'}。`,
)

// Ids.

export const renamed = refound(
  own.renamed,
  ({ title, what, id, name }) =>
    () =>
      `${wordIn(kinds, what)}“${short(id)}”在 ${title} 中是“${short(name)}”。`,
)
