/** What is said of carried data, in Chinese. */
import { kinds, reworded } from '../messages/chinese.js'
import type { Item, LeafItem, Reason } from './items.js'
import * as own from './messages.js'

/** So many of the things that are left aside are named. */
const MOST_NAMED = 3

export const restored = reworded(own.restored, ({ count, undone, title }) => {
  const back = count - undone
  const parts: string[] = []
  if (back > 0) parts.push(`${title} 无法表达的 ${back} 项内容已从文本附带的数据中恢复`)
  if (undone > 0) parts.push(`仅为 ${title} 添加的 ${undone} 项内容已去除`)
  return `${parts.join('；')}。`
})

export const refused = reworded(own.refused, ({ refusals, damaged, title }) => {
  const parts: string[] = []
  if (damaged > 0) parts.push('文本附带的数据无法读取，已忽略。')
  if (refusals.length > 0) {
    const named = refusals
      .slice(0, MOST_NAMED)
      .map(({ item, reason }) => `${nameOf(item)}（${why(reason, title)}）`)
    const more = refusals.length - named.length
    const list = [...named, ...(more > 0 ? [`另有 ${more} 项`] : [])]
    parts.push(`文本附带的部分数据与其显示的内容不符，已忽略：${list.join('；')}。`)
  }
  return parts.join('')
})

export const unread = reworded(
  own.unread,
  () => '文本附带了其格式无法表达的数据。附带功能已关闭，因此这些数据既不读取也不写回。',
)

export const notCarried = reworded(
  own.notCarried,
  ({ title }) => `如果附带 ${title} 无法表达的内容，文本会超出 ${title} 允许的长度，因此没有附带。`,
)

function why(reason: Reason, title: string): string {
  switch (reason) {
    case 'misfit':
      return '它不能有这样的值'
    case 'script':
      return '它会运行脚本'
    case 'loose':
      return '它所属的元素不存在'
    case 'taken':
      return '该名称已被占用'
    case 'shown':
      return `加上它之后 ${title} 显示的内容会不同`
  }
}

const collections = { nodes: kinds.node, groups: kinds.group, edges: kinds.edge, loops: kinds.loop }

function nameOf(item: Item): string {
  switch (item.what) {
    case 'leaf':
      return `${elementName(item)}的${leafName(item)}`
    case 'order':
      return `${collections[item.of]}的顺序`
    case 'lost':
      return `又一个${collections[item.of]}`
    case 'added':
      return `去除${collections[item.of]}“${short(item.key)}”`
  }
}

function elementName({ of, key }: LeafItem): string {
  if (of === 'graph' || key === undefined) return '图表'
  return typeof key === 'number' ? `第 ${key + 1} 个${collections[of]}` : `${collections[of]}“${short(key)}”`
}

function leafName({ leaf }: LeafItem): string {
  const [first = '', second = '', third] = leaf
  if (first === 'label') return second === 'rich' ? '标签格式' : '标签'
  if (first === 'extras') return `仅 ${short(second)} 支持的“${short(third ?? '')}”`
  if (first === 'link' && second === 'url') return '链接'
  return `“${short(leaf.join(' '))}”`
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
