/** What is wrong with a graph that a program made or changed, in Chinese. */
import * as own from './flaw.js'

export type { Flaw, FlawCode } from './flaw.js'

const kinds: ReadonlyMap<string, string> = new Map([
  ['node', '节点'],
  ['group', '分组'],
  ['loop', '循环'],
])
const kindOf = (word: string): string => kinds.get(word) ?? word

/** The same flaw in other words. The model knows no messages, and so none of what their Chinese has in common. */
const reworded =
  <Args extends readonly unknown[]>(flaw: (...args: Args) => own.Flaw, text: (...args: Args) => string) =>
  (...args: Args): own.Flaw => ({ ...flaw(...args), text: text(...args) })

/** What stands in a group: `the node “a”`, `the loop`. */
const subject = (what: string): string => what.replace(/^the (\w+) ?/, (_, word: string) => kindOf(word))

export const keyFlaw = reworded(
  own.keyFlaw,
  ({ what, id, key }) => `${kindOf(what)}“${id}”存放在键“${key}”之下`,
)

export const emptyId = reworded(own.emptyId, () => '有一个分组的 ID 为空')

export const groupMissing = reworded(
  own.groupMissing,
  ({ what, group }) => `${subject(what)}位于不存在的分组“${group}”中`,
)

export const endMissing = reworded(
  own.endMissing,
  ({ kind, id }) => `这条边连到不存在的${kindOf(kind)}“${id}”`,
)

export const loopNodeMissing = reworded(own.loopNodeMissing, ({ id }) => `循环提到的节点“${id}”不存在`)
export const groupInItself = reworded(own.groupInItself, ({ id }) => `分组“${id}”位于自身之中`)
export const unknownWord = reworded(own.unknownWord, ({ what, word }) => `${what} 没有“${word}”这个取值`)
export const fieldsTooDeep = reworded(own.fieldsTooDeep, ({ levels }) => `字段的嵌套超过 ${levels} 层`)
export const missing = reworded(own.missing, ({ name }) => `缺少 ${name}`)

export const mistyped = reworded(
  own.mistyped,
  ({ name, found, wanted }) => `${name} 是 ${found}，而不是 ${wanted}`,
)
