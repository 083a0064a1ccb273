/** What is said where something cannot be renamed, in Chinese. */
import { kinds, reworded, wordIn } from '../messages/chinese.js'
import * as own from './messages.js'

export const nothingToRename = reworded(
  own.nothingToRename,
  () => '这里没有节点或分组的 ID，只有它们可以重命名。',
)

export const notRenamed = reworded(own.notRenamed, ({ why }) => `无法重命名：${reason(why)}。`)

/** A clause of what edits graphs: that an id is taken, nearly always. */
function reason(why: string): string {
  const [, kind, id] = /^there is a (node|group) “([\s\S]*)” already$/.exec(why) ?? []
  return kind === undefined ? why : `已有${wordIn(kinds, kind)}“${id}”`
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
