/** What is said of looks, classes and links that a target holds otherwise, in Chinese. */
import { fated, kinds, refound, wordIn } from '../../messages/chinese.js'
import { short } from '../names.zh.js'
import * as own from './style-messages.js'

// Styles.

const PROPERTIES: Readonly<Record<string, string>> = {
  fill: '填充颜色',
  stroke: '线条颜色',
  strokeWidth: '线条宽度',
  color: '文字颜色',
  dash: '虚线样式',
  opacity: '不透明度',
  fontFamily: '字体',
  fontSize: '字号',
  fontWeight: '字重',
  fontStyle: '斜体',
  rounded: '圆角',
}

const inWords = (property: string): string =>
  Object.hasOwn(PROPERTIES, property) ? PROPERTIES[property]! : `“${short(property)}”`

export const otherStyle = refound(
  own.otherStyle,
  ({ title, name, lost }) =>
    () =>
      lost.length > 0
        ? `${title} 无法表达${name()}的${lost.map(inWords).join('、')}。`
        : `${title} 为${name()}写出最接近的颜色或长度。`,
)

// Links.

const LINK_PARTS: Readonly<Record<string, string>> = {
  url: '链接',
  target: '链接打开的窗口',
  callback: '点击时调用的函数',
  tooltip: '提示文字',
}

export const noLink = refound(
  own.noLink,
  ({ title, name, part, value }) =>
    () =>
      `${title} 无法表达${name()}的${wordIn(LINK_PARTS, part)}：${short(value)}。`,
)

export const linkWritten = refound(
  own.linkWritten,
  ({ name, part, nearest }) =>
    () =>
      `${name()}的${wordIn(LINK_PARTS, part)}写作 ${short(nearest)}。`,
)

/** What of an element runs a script. */
const PARTS: Readonly<Record<string, string>> = {
  link: '链接',
  'function that a click calls': '点击时调用的函数',
  picture: '图片',
  style: '样式',
}

export const runsScript = refound(
  own.runsScript,
  ({ what, name }) =>
    () =>
      `${name()}的${wordIn(PARTS, what)}会运行脚本，已略去。`,
)

export const labelRunsScript = refound(
  own.labelRunsScript,
  ({ name }) =>
    () =>
      `${name()}的标签中有一个链接会运行脚本，已略去。`,
)

// Classes.

/** The classes of an element, or its default style. */
const look = (what: string): string =>
  what === 'the default style' ? '默认样式' : what.replace(/^class /, '类 ')

export const lookWrittenOut = refound(
  own.lookWrittenOut,
  ({ title, name, what }) =>
    () =>
      `${title} 没有类：${name()}把${look(what)}的外观作为自身的样式。`,
)

export const noLook = refound(
  own.noLook,
  ({ title, name, what }) =>
    fate =>
      `${title} 没有类：${name()}的${look(what)}${fated(fate)}。`,
)

export const noClasses = refound(
  own.noClasses,
  ({ title, className }) =>
    fate =>
      `${title} 没有类：“${short(className)}”的定义${fated(fate)}。`,
)

export const noDefault = refound(
  own.noDefault,
  ({ title, kind }) =>
    () =>
      `${title} 没有${wordIn(kinds, kind)}的默认样式。`,
)

export const classWritten = refound(
  own.classWritten,
  ({ className, nearest }) =>
    () =>
      `类“${short(className)}”写作“${short(nearest)}”。`,
)

export const classesRenamed = refound(
  own.classesRenamed,
  ({ name }) =>
    () =>
      `${name()}的类改用了其他名称。`,
)
