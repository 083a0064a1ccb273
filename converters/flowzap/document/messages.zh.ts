/** What is said of lines that are no statement of FlowZap Code, in Chinese. */
import { reworded } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

export type { Said } from './messages.js'
export const { saidByLinter, saidByReader } = own

export const cutOff = reworded(own.cutOff, ({ line }) => `文件在一行“${line}”的中间结束，可能被截断。`)

export const tooLong = reworded(
  own.tooLong,
  ({ length, most }) => `代码有 ${length} 个字符；FlowZap 最多接受 ${most} 个。`,
)

export const several = reworded(own.several, () => '这一行有多处错误；该修复会一并改正。', '修正该行')

// Lines.

export const braceBelow = reworded(
  own.braceBelow,
  ({ name }) => `泳道的“{”与其名称在同一行：应写作“${name} {”。`,
  '把括号移到上一行',
)

export const sharedLine = reworded(
  own.sharedLine,
  ({ statement }) => `FlowZap Code 的每条语句独占一行：请在“${statement}”之前换行。`,
  '换行',
)

export const foreignComment = reworded(own.foreignComment, () => '注释以“//”开头。', '改为 //')

export const commentBehind = reworded(own.commentBehind, () => '注释要独占一行。', '删除注释')

export const extraSign = reworded(
  own.extraSign,
  ({ sign }) => `在 FlowZap Code 中，属性之间和行尾没有“${sign}”。`,
  ({ sign }) => `删除 ${sign}`,
)

// Texts, quotes and brackets.

export const quotesInside = reworded(
  own.quotesInside,
  () => '文字中不能有双引号，因为第一个双引号就会结束文字：请改用单引号。',
  '改用单引号',
)

export const otherQuotes = reworded(
  own.otherQuotes,
  ({ label }) => `文字写在英文双引号之间："${label}"。`,
  '改用双引号',
)

export const noQuotes = reworded(
  own.noQuotes,
  ({ label }) => `文字写在双引号之间："${label}"。`,
  '给文字加上引号',
)

export const openQuote = reworded(own.openQuote, ({ label }) => `“${label}”之前的引号没有闭合。`, '闭合引号')

export const openBracket = reworded(
  own.openBracket,
  ({ sign, close, label }) => `“${sign}”没有闭合：“${label}”之后缺少“${close}”。`,
  ({ close }) => `用 ${close} 闭合`,
)

// Words, nodes and lanes.

export const misspelt = reworded(
  own.misspelt,
  ({ word, meant }) => `“${word}”拼写有误：应写作“${meant}”。`,
  ({ meant }) => `改为 ${meant}`,
)

export const noColonBehindId = reworded(
  own.noColonBehindId,
  ({ written }) => `节点的 ID 之后有冒号：应写作“${written}”。`,
  ({ written }) => `改为 ${written}`,
)

export const titleOfLane = reworded(
  own.titleOfLane,
  ({ written }) => `泳道的标签写在它的花括号之后：应写作“${written}”。`,
  '把标签写在花括号之后',
)

export const looseLoop = reworded(
  own.looseLoop,
  ({ written }) => `循环的条件写在方括号里，位于其节点之前：应写作“${written}”。`,
  '改写该循环',
)

export const extraWord = reworded(
  own.extraWord,
  ({ word }) => `边以其节点开头：“${word}”是多余的。`,
  '删除该词',
)

export const textWithoutName = reworded(
  own.textWithoutName,
  ({ written }) => `节点的文字之前要有属性名：应写作“${written}”。`,
  ({ written }) => `改为 ${written}`,
)

export const noShape = reworded(
  own.noShape,
  ({ written }) => `节点要有形状：应写作“${written}”。`,
  ({ written }) => `改为 ${written}`,
)

export const spacedId = reworded(
  own.spacedId,
  ({ written }) => `节点的 ID 中没有空格：应写作“${written}”。`,
  '去掉 ID 中的空格',
)

export const quotedLane = reworded(
  own.quotedLane,
  () => '泳道的 ID 没有引号；它的标签写在 # 之后：User { # User。',
  '去掉引号',
)

export const laneLabelWithoutSign = reworded(
  own.laneLabelWithoutSign,
  () => '泳道的标签写在 # 之后：User { # User。',
  '加上 #',
)

export const noColonBehindName = reworded(
  own.noColonBehindName,
  () => '属性名与其文字之间有冒号：label:"Start"。',
  '改为 :',
)

// Loops.

export const conditionWithoutBrackets = reworded(
  own.conditionWithoutBrackets,
  () => '循环的条件写在方括号中：loop [retry] n1 n2。',
  '把条件放进方括号',
)

export const commasInLoop = reworded(
  own.commasInLoop,
  () => '循环的节点之间只有空格：loop [retry] n1 n2。',
  '去掉逗号',
)

// Edges.

export const otherHandle = reworded(
  own.otherHandle,
  ({ written }) => `节点的侧边写作连接点：“${written}”。`,
  '改为 .handle( )',
)

export const bracketsOfHandle = reworded(
  own.bracketsOfHandle,
  () => '连接点的侧边写在圆括号中：n1.handle(right)。',
  '改为 ( )',
)

export const labelBefore = reworded(
  own.labelBefore,
  ({ label }) => `边的标签写在其后的方括号中：[label="${label}"]。`,
  '把标签放进方括号',
)

export const labelOutside = reworded(
  own.labelOutside,
  ({ label }) => `边的标签写在方括号中：[label="${label}"]。`,
  '把标签放进方括号',
)

export const backArrow = reworded(
  own.backArrow,
  ({ written }) => `没有反向的箭头：应写作“${written}”。`,
  '反转这条边',
)

export const foreignArrow = reworded(
  own.foreignArrow,
  ({ arrow }) => `FlowZap Code 的箭头是“->”，而不是“${arrow}”。`,
  '改为 ->',
)
