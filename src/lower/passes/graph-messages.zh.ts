/** What is said of a graph as a whole that a target holds otherwise, in Chinese. */
import { fated, refound } from '../../messages/chinese.js'
import { directionInWords, short } from '../names.zh.js'
import * as own from './graph-messages.js'

const TEXTS = { title: '标题', description: '说明' }

export const noGraphId = refound(
  own.noGraphId,
  ({ title, id }) =>
    () =>
      `${title} 无法表达图的 ID“${short(id)}”。`,
)

export const graphIdWritten = refound(
  own.graphIdWritten,
  ({ id, nearest }) =>
    () =>
      `图的 ID“${short(id)}”写作“${short(nearest)}”。`,
)

export const graphTextWritten = refound(
  own.graphTextWritten,
  ({ what, nearest }) =>
    () =>
      `${TEXTS[what]}写作“${short(nearest)}”。`,
)

export const noGraphText = refound(
  own.noGraphText,
  ({ title, what, text }) =>
    () =>
      `${title} 无法表达${TEXTS[what]}“${short(text)}”。`,
)

export const undirected = refound(
  own.undirected,
  ({ title }) =>
    () =>
      `${title} 的每条边都有方向。该图表的边没有方向，现在改为从第一个节点指向第二个节点。`,
)

export const strict = refound(
  own.strict,
  ({ title }) =>
    () =>
      `${title} 无法表达把平行的边视为一条（“strict”）；这些边保持原样。`,
)

export const directionAdded = refound(
  own.directionAdded,
  ({ title, nearest }) =>
    () =>
      `${title} 中的图表${directionInWords(nearest)}排列，该图表现在也是如此。`,
)

export const noDirection = refound(
  own.noDirection,
  ({ title, direction }) =>
    fate =>
      `${title} 无法表达图表${directionInWords(direction)}排列；该方向${fated(fate)}。`,
)

export const otherDirection = refound(
  own.otherDirection,
  ({ title, direction, nearest }) =>
    () =>
      `${title} 中的图表${directionInWords(nearest)}排列；该图表原来${directionInWords(direction)}排列。`,
)

// The order of elements.

export const edgeOrder = refound(
  own.edgeOrder,
  ({ title }) =>
    () =>
      `${title} 按泳道列出边，每条边列在其起点所在的泳道，因此顺序有所不同：这也是时序视图中消息的顺序。`,
)

export const loopOrder = refound(
  own.loopOrder,
  ({ title }) =>
    () =>
      `${title} 按泳道列出循环，因此顺序有所不同。`,
)

export const groupOrder = refound(
  own.groupOrder,
  ({ title }) =>
    () =>
      `${title} 按绘制位置存放分组，因此顺序与源文本不同。`,
)

export const nodeOrder = refound(
  own.nodeOrder,
  ({ title, moves }) =>
    () =>
      moves
        ? `${title} 按分组写出节点，因此顺序与源文本不同。`
        : `${title} 按分组写出节点，因此新增的节点排在其分组的节点之间。`,
)

const calledTheme = (name: string | undefined): string =>
  name === undefined ? '图表主题的颜色' : `图表的主题“${short(name)}”`

export const noTheme = refound(
  own.noTheme,
  ({ title, theme }) =>
    fate =>
      `${calledTheme(theme)}${fated(fate)}：${title} 没有主题。`,
)

export const themeWritten = refound(
  own.themeWritten,
  ({ title, theme }) =>
    () =>
      `${calledTheme(theme)}按 ${title} 能表达的程度写出。`,
)
