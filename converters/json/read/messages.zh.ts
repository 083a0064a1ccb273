/** What is said of diaglot’s JSON that cannot be read as it stands, in Chinese. */
import { kinds, reworded, wordIn } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

// Text that is no JSON, or no diagram.

export const cutOff = reworded(own.cutOff, () => '文件在 JSON 的中间结束，可能被截断。')

export const extraComma = reworded(
  own.extraComma,
  () => '这不是 JSON：列表或对象的最后一个值之后没有逗号。',
  '删除逗号',
)

/** By the names that the parser gives its mistakes. */
const FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: '这不是 JSON 的值',
  InvalidNumberFormat: '这不是数字',
  PropertyNameExpected: '此处应为双引号中的名称',
  ValueExpected: '此处应为值',
  ColonExpected: '此处应为冒号',
  CommaExpected: '此处应为逗号',
  CloseBraceExpected: '此处应为右花括号',
  CloseBracketExpected: '此处应为右方括号',
  EndOfFileExpected: '文件应在此处结束',
  InvalidCommentToken: 'JSON 没有注释',
  UnexpectedEndOfComment: 'JSON 没有注释',
  UnexpectedEndOfString: '字符串没有闭合',
  UnexpectedEndOfNumber: '数字不完整',
  InvalidUnicode: '转义 \\u 之后需要四个十六进制数字',
  InvalidEscapeCharacter: '字符串中没有这样的转义',
  InvalidCharacter: '字符串中的控制字符必须转义',
}

export const noJson = reworded(own.noJson, ({ fault }) => `这不是 JSON：${wordIn(FAULTS, fault)}。`)

export const otherJson = reworded(
  own.otherJson,
  () => '这是 JSON，但不是图表：图表以 "diaglot": 1 开头，并有 "nodes" 和 "edges"。',
)

export const nestedTooDeep = reworded(own.nestedTooDeep, ({ levels }) => `值的嵌套超过 ${levels} 层。`)

export const fieldsTooDeep = reworded(own.fieldsTooDeep, ({ levels }) => `节点字段的嵌套超过 ${levels} 层。`)

export const hugeNumber = reworded(own.hugeNumber, () => '这个数字大于可以表示的最大数字。')

export const nameTwice = reworded(
  own.nameTwice,
  ({ name }) => `“${name}”在这个对象中出现了两次，以最后一次为准。`,
)

// A graph that does not hang together.

export const idTwice = reworded(
  own.idTwice,
  ({ what, id }) => `有两个${wordIn(kinds, what)}的 ID 是“${id}”。`,
)

export const unsound = reworded(own.unsound, ({ flaw }) => `${flaw}。`)

// What does not fit the schema.

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  boolean: 'true 或 false',
  number: '数字',
  array: '列表',
  object: '对象',
  null: 'null',
}

export const otherType = reworded(own.otherType, ({ value, type, expected }) => {
  const types = expected.split(' ').map(each => wordIn(TYPES, each))
  return `${value} 是${wordIn(TYPES, type)}，但应为${types.join('或')}。`
})

export const otherConstant = reworded(
  own.otherConstant,
  ({ value, constant }) => `${value} 应为 ${constant}。`,
)
export const otherWord = reworded(own.otherWord, ({ value, words }) => `${value} 应为以下之一：${words}。`)
export const missingName = reworded(own.missingName, ({ value, name }) => `${value} 缺少必需的“${name}”。`)
export const saysNothing = reworded(own.saysNothing, ({ value }) => `${value} 为空，但不能为空。`)
export const unknownName = reworded(own.unknownName, ({ value }) => `${value} 是未知的名称。`)
