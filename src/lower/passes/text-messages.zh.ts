/** What is said of labels, and of what only one format says, in Chinese. */
import { fated, refound } from '../../messages/chinese.js'
import { short } from '../names.zh.js'
import * as own from './text-messages.js'

const quoted = (names: readonly string[]): string => names.map(name => `“${short(name)}”`).join('、')

// Labels.

export const labelRespaced = refound(
  own.labelRespaced,
  ({ name, label }) =>
    () =>
      `${name()}的标签“${short(label)}”换行或空格有所不同。`,
)

export const labelWritten = refound(
  own.labelWritten,
  ({ name, label, nearest }) =>
    () =>
      `${name()}的标签“${short(label)}”写作“${short(nearest)}”。`,
)

// Formatting.

export const otherIcons = refound(own.otherIcons, ({ name, icons, blank, written }) => fate => {
  const stays = blank ? '' : `；其${written === 'none' ? '文字' : '格式'}保留`
  return `${name()}的标签中的图标${quoted(icons)}${fated(fate)}${stays}。`
})

export const otherFormatting = refound(own.otherFormatting, ({ title, name, written, onlySides }) => fate => {
  if (written === 'all') return `${name()}的标签按 ${title} 的方式设置格式。`
  if (written === 'some') return `${name()}的标签格式中，只写出 ${title} 支持的部分。`
  return onlySides
    ? `${name()}的标签并非每一行都居中；${title} 无法表达这一点。`
    : `${name()}的标签格式${fated(fate)}；其文字保留。`
})

export const idForIcon = refound(
  own.idForIcon,
  ({ name, icons, id }) =>
    fate =>
      `图标${quoted(icons)}${fated(fate)}；由于标签中没有其他文字，${name()}现在显示其 ID“${short(id)}”。`,
)

// What only one format says.

export const spelling = refound(
  own.spelling,
  ({ title, names }) =>
    () =>
      `源文本中 ${short(names)} 的写法已略去：${title} 用自己的写法表达同样的内容。`,
)

export const drawnAsSaid = refound(
  own.drawnAsSaid,
  ({ title, name, keys }) =>
    () =>
      `${title} 无法表达${name()}的 ${keys}；仍按其含义绘制。`,
)

export const noSettings = refound(
  own.noSettings,
  ({ title, name, keys }) =>
    fate =>
      `${title} 没有与${name()}的这些设置相当的内容，因此${fated(fate)}：${keys()}。`,
)

export const saidFiner = refound(
  own.saidFiner,
  ({ title, name, key, value }) =>
    () =>
      `${name()}的 ${short(key)}“${short(value)}”在 ${title} 中没有等价物；写出最接近的内容。`,
)

export const secondLabel = refound(
  own.secondLabel,
  ({ title, name, label }) =>
    fate =>
      `${title} 没有第二个标签：${name()}旁边的“${short(label)}”${fated(fate)}。`,
)
