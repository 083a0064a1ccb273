/** What is said where something cannot be renamed, in Chinese. */
import { kinds, reworded, wordIn } from '../messages/chinese.js'
import * as own from './messages.js'

export const nothingToRename = reworded(
  own.nothingToRename,
  () => '这里没有节点或分组的 ID，也没有类名，只有它们可以重命名。',
)

export const notRenamed = reworded(own.notRenamed, ({ why }) => `无法重命名：${reason(why)}。`)

/** What ids have to be, by what English has for it. */
const IDS: Readonly<Record<string, string>> = {
  'the id of a node is an n and a number': '节点的 ID 应为 n 加数字',
  'the id of a lane is letters, digits and underscores': '泳道的 ID 由字母、数字和下划线组成',
}

/** A clause of what edits graphs, or of a language: that an id is taken, nearly always. */
function reason(why: string): string {
  const [, kind, id] = /^there is a (node|group|class) “([\s\S]*)” already$/.exec(why) ?? []
  if (kind !== undefined) return `已有${kind === 'class' ? '类' : wordIn(kinds, kind)}“${id}”`
  const [, name] = /^“([\s\S]*)” would not name the class everywhere$/.exec(why) ?? []
  return name === undefined ? wordIn(IDS, why) : `“${name}”不能处处作为类名`
}

export const cannotWrite = reworded(
  own.cannotWrite,
  ({ title, name, nearest }) =>
    `${title} 无法写出 ID“${name}”${nearest === undefined ? '' : `；最接近的是“${nearest}”`}。`,
)

export const textHasErrors = reworded(
  own.textHasErrors,
  ({ first }) => `文本有错误，因此没有重命名：${first}`,
)
