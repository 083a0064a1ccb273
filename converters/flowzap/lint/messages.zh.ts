/** What the linter finds in texts, lanes and nodes, in Chinese. */
import { expectedInWords, reworded, wordIn } from '../../../src/messages/chinese.js'
import { quote } from '../document/finding.js'
import * as own from './messages.js'

const write = ({ meant = '' }: { readonly meant?: string | undefined }): string => `改为 ${meant}`

// The text and its lines.

export const empty = reworded(own.empty, () => '没有代码：图表为空。')

export const tooLong = reworded(
  own.tooLong,
  ({ length, most }) => `代码有 ${length} 个字符；FlowZap 最多接受 ${most} 个。`,
)

export const tooDeep = reworded(own.tooDeep, () => '文本嵌套过深，无法读取。')

export const openText = reworded(own.openText, () => '这段文字缺少结束引号。')

export const noStatement = reworded(own.noStatement, () => '此处应为泳道、节点、边、循环、右花括号或注释。')

/** What the grammar calls its parts. */
export const parts: Readonly<Record<string, string>> = {
  'a comment': '注释',
  'a lane label': '泳道标签',
  'a lane id': '泳道 ID',
  'a node id': '节点 ID',
  'a shape': '形状',
  'an attribute': '属性',
  'a side': '侧边',
  'a lane': '泳道',
  'a condition': '条件',
  'a text in double quotes': '双引号中的文字',
  'an opening brace': '左花括号',
  'a closing brace': '右花括号',
  'an opening bracket': '左方括号',
  'a closing bracket': '右方括号',
  'a colon': '冒号',
  'a colon or an equals sign': '冒号或等号',
  'an arrow': '箭头',
  'a loop': '循环',
  'a handle': '连接点',
  'the end of the line': '行尾',
}

export const expected = reworded(own.expected, ({ what }) => `此处应为：${expectedInWords(what, parts)}。`)

export const strayBrace = reworded(own.strayBrace, () => '这个右花括号没有对应的泳道：这里没有打开的泳道。')

export const secondLabel = reworded(
  own.secondLabel,
  () => '泳道只有一个“#”注释，即左花括号之后的标签。FlowZap 会丢弃这一个。',
  '删除注释',
)

export const comment = reworded(own.comment, () => 'FlowZap 重新写出代码时会丢弃注释。', '删除注释')

// Lanes.

export const openLane = reworded(
  own.openLane,
  ({ lane }) => `泳道${quote(lane)}没有闭合：缺少“}”。`,
  '添加 }',
)

export const nestedLane = reworded(
  own.nestedLane,
  ({ inner, lane }) => `泳道不能嵌套：${quote(inner)}在${quote(lane)}闭合之前开始。`,
  '先闭合外层泳道',
)

export const badLaneId = reworded(
  own.badLaneId,
  ({ lane }) => `${quote(lane)}不是合法的泳道 ID：应以字母或 _ 开头，其后为字母、数字和 _。`,
)

export const laneReopened = reworded(
  own.laneReopened,
  ({ lane }) => `泳道${quote(lane)}第二次打开；其内容接在第一次之后。`,
)

export const labelBelow = reworded(
  own.labelBelow,
  ({ lane }) => `泳道${quote(lane)}的标签没有写在花括号所在的行。`,
  '把标签移到花括号之后',
)

export const noLaneLabel = reworded(
  own.noLaneLabel,
  ({ lane }) => `泳道${quote(lane)}的花括号之后没有标签。`,
  '用 ID 作为标签',
)

export const nodeInLabel = reworded(
  own.nodeInLabel,
  () => '节点写在泳道标签之后，因此被读作标签的一部分。',
  '换行',
)

// Nodes.

export const rect = reworded(own.rect, () => '“rect”不是形状；FlowZap 的写法是 rectangle。', '改为 rectangle')

export const shapeInCapitals = reworded(
  own.shapeInCapitals,
  ({ word, meant }) => `形状用小写字母：“${meant}”，而不是${quote(word)}。`,
  write,
)

export const unknownShape = reworded(
  own.unknownShape,
  ({ word }) => `${quote(word)}不是形状。形状有 circle、rectangle、diamond 和 taskbox。`,
  write,
)

export const nodeOutside = reworded(own.nodeOutside, ({ id }) => `${quote(id)}不在任何泳道中。`)

export const duplicateId = reworded(
  own.duplicateId,
  ({ id, lane }) =>
    `ID${quote(id)}已被${lane === undefined ? '' : `泳道${quote(lane)}中`}前面的节点占用；这个节点已略去。`,
)

export const badNodeId = reworded(
  own.badNodeId,
  ({ id }) => `${quote(id)}不是合法的节点 ID：应为 n 加数字。`,
  ({ last }) => `把节点编号为 n1 到 n${last}`,
)

export const gapInNumbers = reworded(
  own.gapInNumbers,
  ({ id, last }) => `${last} 个节点的 ID 必须是 n1 到 n${last}；${quote(id)}造成编号不连续。`,
  ({ last }) => `把节点编号为 n1 到 n${last}`,
)

// Attributes and their texts.

export const owners: Readonly<Record<string, string>> = { 'A node': '节点', 'An edge': '边' }

export const unknownAttribute = reworded(
  own.unknownAttribute,
  ({ owner, name, known }) => `${wordIn(owners, owner)}没有属性${quote(name)}；它只有 ${known}。`,
  write,
)

export const attributeTwice = reworded(
  own.attributeTwice,
  ({ name }) => `属性${quote(name)}出现了两次；以第一次为准。`,
)

export const wrongSign = reworded(
  own.wrongSign,
  ({ owner, sign, wrong }) => `${wordIn(owners, owner)}的属性用“${sign}”书写，而不是“${wrong}”。`,
  ({ sign }) => `改为 ${sign}`,
)

export const forbiddenCharacters = reworded(
  own.forbiddenCharacters,
  () => 'FlowZap 的文字中没有表情符号、控制字符和行分隔符。',
  '删除它们',
)

export const escapes = reworded(
  own.escapes,
  () => 'FlowZap 没有转义：其解析器在第一个引号处结束文字。',
  '引号改为 ’，这类反斜杠改为 /',
)

export const takenForEdge = reworded(
  own.takenForEdge,
  () => 'FlowZap 自己的解析器会把文字中含“->”的行当作边。',
  '改用其他字符',
)

export const takenForLane = reworded(
  own.takenForLane,
  () => 'FlowZap 自己的解析器会把文字中含“{”和“#”的行当作泳道。',
  '改用其他字符',
)

export const longLabel = reworded(
  own.longLabel,
  ({ length, most }) => `标签有 ${length} 个字符；超过 ${most} 个就难以阅读。`,
)
