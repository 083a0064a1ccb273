/** What is said of edges that a target holds otherwise, in Chinese. */
import { fated, refound, sides, wordIn } from '../../messages/chinese.js'
import { edgeName, short } from '../names.zh.js'
import * as own from './edge-messages.js'

const LINES: Readonly<Record<string, string>> = {
  solid: '实线',
  dashed: '虚线',
  dotted: '点线',
  thick: '粗线',
  invisible: '不可见',
}

export const noSuchEdges = refound(
  own.noSuchEdges,
  ({ title, edge }) =>
    fate =>
      `${title} 没有${wordIn(LINES, edge.line)}的边：${edgeName(edge)}${fated(fate)}。`,
)

export const turnedRound = refound(
  own.turnedRound,
  ({ title, edge }) =>
    () =>
      `${title} 不支持只在边的起点有箭头：${edgeName(edge)}已反转。`,
)

export const otherLine = refound(
  own.otherLine,
  ({ title, edge, line }) =>
    () =>
      `${title} 没有${wordIn(LINES, edge.line)}：${edgeName(edge)}改为${wordIn(LINES, line ?? 'solid')}。`,
)

export const noLength = refound(
  own.noLength,
  ({ title, edge }) =>
    () =>
      `${title} 无法表达${edgeName(edge)}的长度 ${edge.length}。`,
)

export const unseenArrows = refound(
  own.unseenArrows,
  ({ edge }) =>
    () =>
      `${edgeName(edge)}不可见，因此没有写出它的箭头。`,
)

export const otherArrows = refound(
  own.otherArrows,
  ({ title, edge, start, end }) =>
    () =>
      `${title} 无法绘制带${headsInWords(edge.from.arrow, edge.to.arrow)}的${edgeName(edge)}；现在它${start === 'none' && end === 'none' ? '' : '带'}${headsInWords(start, end)}。`,
)

function headsInWords(from: string, to: string): string {
  if (from === 'none' && to === 'none') return '没有箭头'
  if (from === 'none') return `终点箭头“${to}”`
  if (to === 'none') return `起点箭头“${from}”`
  return `起点箭头“${from}”和终点箭头“${to}”`
}

export const otherSide = refound(
  own.otherSide,
  ({ title, edge, side, nearest }) =>
    fate =>
      `${edgeName(edge)}连接在节点的${wordIn(sides, side ?? '')}，${title} 无法表达：${nearest ? `现在位于${wordIn(sides, nearest)}` : `该侧${fated(fate)}`}。`,
)

export const sidesAdded = refound(
  own.sidesAdded,
  ({ edge, from, to }) =>
    () =>
      `${edgeName(edge)}从${wordIn(sides, from)}离开，从${wordIn(sides, to)}进入。`,
)

export const otherPort = refound(
  own.otherPort,
  ({ title, edge, port, nearest }) =>
    fate =>
      `${title} 无法写出${edgeName(edge)}的端口“${short(port)}”：${nearest === undefined ? fated(fate) : `现在是“${short(nearest)}”`}。`,
)

export const fieldsInLabel = refound(
  own.fieldsInLabel,
  ({ title, edge, label }) =>
    () =>
      `${title} 的边不能连到字段：${edgeName(edge)}改为显示“${short(label)}”。`,
)

export const edgeId = refound(
  own.edgeId,
  ({ edge, id }) =>
    fate =>
      `${edgeName(edge)}的 ID“${short(edge.id ?? '')}”${id === undefined ? fated(fate) : `写作“${short(id)}”`}。`,
)

export const endLabelAsLabel = refound(
  own.endLabelAsLabel,
  ({ title, edge, label }) =>
    () =>
      `${title} 的边在两端没有标签：“${short(label)}”现在是${edgeName(edge)}的标签。`,
)
