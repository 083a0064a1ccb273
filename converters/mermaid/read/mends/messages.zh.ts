/** What is said of mistakes in Mermaid that a fix mends, in Chinese. */
import { reworded } from '../../../../src/messages/chinese.js'
import * as own from './messages.js'
import { shown } from './said.js'

export const several = reworded(own.several, () => '这一行有多处错误；该修复会一并改正。', '修正该行')

// Words of the language.

const spelling = ({ word, meant }: { readonly word: string; readonly meant: string }): string =>
  word.toLowerCase() === meant.toLowerCase()
    ? `区分大小写：“${word}”应写作“${meant}”。`
    : `“${word}”拼写有误：应写作“${meant}”。`

export const misspelt = reworded(own.misspelt, spelling, ({ meant }) => `改为 ${meant}`)

export const twoMisspelt = reworded(
  own.twoMisspelt,
  (first, second) => `${spelling(first)}${spelling(second)}`,
  '修正该行',
)

export const misspeltEnd = reworded(
  own.misspeltEnd,
  ({ word }) => `“${word}”在这里是节点名；子图用小写的“end”闭合。`,
  '改为 end',
)

export const braceForEnd = reworded(own.braceForEnd, () => '子图没有花括号：它用“end”闭合。', '改为 end')

export const endAsName = reworded(
  own.endAsName,
  () => '“end”用于闭合子图，不能作为节点名；首字母大写的“End”可以。',
  '改为 End',
)

export const wordAsName = reworded(
  own.wordAsName,
  (_, edits) => {
    const capital = edits?.[0]?.text ?? ''
    const word = capital.slice(0, 1).toLowerCase() + capital.slice(1)
    return `“${word}”是 Mermaid 自己的词，不能作为名称；首字母大写的“${capital}”可以。`
  },
  (_, edits) => `改为 ${edits?.[0]?.text ?? ''}`,
)

export const prose = reworded(
  own.prose,
  () => '这些文字不是流程图的一部分；写给人看的注解以“%%”开头。',
  '改为注释',
)

// Headers.

const ANY_DIRECTION = () => '此处应为方向（TB、LR、BT、RL），其后换行。'

export const flowchartVersion = reworded(own.flowchartVersion, ANY_DIRECTION, '改为 flowchart')
export const signBehindHeader = reworded(own.signBehindHeader, ANY_DIRECTION, '删除该符号')
export const wordInHeader = reworded(own.wordInHeader, ANY_DIRECTION, '删除该词')
export const bracesOfDiagram = reworded(own.bracesOfDiagram, () => '流程图外面没有花括号。', '删除花括号')
export const statementBehindHeader = reworded(own.statementBehindHeader, ANY_DIRECTION, '换行')

export const headerMissing = reworded(
  own.headerMissing,
  () => '缺少流程图的第一行：例如“flowchart TD”这样的图表头。',
  '添加图表头',
)

// What is opened and not closed.

export const notClosed = reworded(
  own.notClosed,
  ({ sign, close, label }) => `“${sign}”没有闭合：“${label}”之后缺少“${close}”。`,
  ({ close }) => `用 ${close} 闭合`,
)

export const closedOtherwise = reworded(
  own.closedOtherwise,
  ({ sign, close, wrong }) => `“${sign}”用“${close}”闭合，而不是“${wrong}”。`,
  ({ close }) => `改为 ${close}`,
)

export const closedTwice = reworded(
  own.closedTwice,
  ({ sign, label }) => `“${label}”之后的“${sign}”没有闭合任何内容。`,
  ({ sign }) => `删除 ${sign}`,
)

export const quoteNotClosed = reworded(
  own.quoteNotClosed,
  ({ label }) => `“${label}”之前的引号没有闭合。`,
  '闭合引号',
)

export const quoteNotOpened = reworded(
  own.quoteNotOpened,
  ({ label }) => `“${label}”之后的引号没有对应的开始引号。`,
  '添加开始引号',
)

// Titles, labels and ids.

const QUOTE_TITLE = '给标题加上引号'

export const titleInBrackets = reworded(
  own.titleInBrackets,
  ({ id, written }) => `子图 ID 之后的标题写在方括号中：应写作 ${id} ${written}。`,
  QUOTE_TITLE,
)

export const titleInQuotes = reworded(
  own.titleInQuotes,
  ({ written }) => `含有括号、竖线或引号的标题必须加引号：${written}。`,
  QUOTE_TITLE,
)

export const unquotedTitle = reworded(
  own.unquotedTitle,
  () => '含有括号、逗号或其他符号的标题必须加引号：subgraph "…"。',
  QUOTE_TITLE,
)

export const unquotedLabel = reworded(
  own.unquotedLabel,
  () => '含有括号、竖线或引号的标签必须加引号：["…"]。',
  '给标签加上引号',
)

export const slashFirst = reworded(
  own.slashFirst,
  () => '以斜杠开头的标签如不以斜杠结尾，须加引号：["/…"]。',
  '给标签加上引号',
)

const MARKDOWN = '引号加反引号开始一段 Markdown 文本，反引号加引号结束它'

export const markdownNotClosed = reworded(own.markdownNotClosed, () => `${MARKDOWN}。`, '添加反引号')

export const backtickFirst = reworded(
  own.backtickFirst,
  () => `${MARKDOWN}，中间不能再有反引号；不用 Markdown 的文本中可写作“#96;”。`,
  '写成 #96;',
)

export const emptyLabel = reworded(own.emptyLabel, () => '标签不能为空；可以写带引号的空格。', '写成空白标签')

export const labelInArrow = reworded(
  own.labelInArrow,
  ({ written }) => `标签写在箭头中：应写作 ${shown(written)}。`,
  '把标签放进箭头',
)

export const labelInBrackets = reworded(
  own.labelInBrackets,
  ({ written }) => `ID 之后的括号中是它的标签：应写作 ${shown(written)}。`,
  '把标签放进括号',
)

export const spacedId = reworded(
  own.spacedId,
  ({ written }) => `节点的 ID 中没有空格：应写作 ${shown(written)}。`,
  '去掉 ID 中的空格',
)

export const idWithAt = reworded(
  own.idWithAt,
  ({ written }) => `节点的 ID 中没有“@”，标签中可以有：应写作 ${shown(written)}。`,
  '去掉 ID 中的 @',
)

export const nodeWithoutId = reworded(
  own.nodeWithoutId,
  ({ written }) => `节点以其 ID 开头：应写作 ${shown(written)}。`,
  '添加 ID',
)

export const atBeforeProperties = reworded(own.atBeforeProperties, () => '属性写在 @{ } 中。', '改为 @{')

export const nameOfCall = reworded(
  own.nameOfCall,
  () => 'ID 之后的括号里是标签；如果括号是名称的一部分，名称要加引号：show["show()"]。',
  '把名称写成标签',
)

export const spaceBeforeClass = reworded(own.spaceBeforeClass, () => '“:::”之前不能有空格。', '删除空格')
export const ampersandAtArrow = reworded(own.ampersandAtArrow, () => '“&”只能写在两个节点之间。', '删除 &')

export const spaceBeforeBrackets = reworded(
  own.spaceBeforeBrackets,
  () => '节点的 ID 与其括号之间不能有空格。',
  '删除空格',
)

export const spaceBesideComma = reworded(own.spaceBesideComma, () => '这里的逗号旁边不能有空格。', '删除空格')
export const spaceAtEnd = reworded(own.spaceAtEnd, () => '这一行末尾不能有空格。', '删除空格')

export const bracesOfSubgraph = reworded(
  own.bracesOfSubgraph,
  () => '子图没有花括号：它从自己的一行开始，用“end”闭合。',
  '删除 {',
)

export const namelessSubgraph = reworded(
  own.namelessSubgraph,
  () => '子图有 ID 或标题；带引号的空格可以作为标题。',
  '写空标题',
)

export const statementBehindSubgraph = reworded(
  own.statementBehindSubgraph,
  () => '方向独占一行，写在子图那一行之后。',
  '换行',
)

export const signInDirection = reworded(
  own.signInDirection,
  () => '方向不带这样的符号：direction LR。',
  '删除该符号',
)

export const wordBehindEnd = reworded(own.wordBehindEnd, () => '“end”独占一行。', '删除该词')

export const semicolonInStyle = reworded(
  own.semicolonInStyle,
  () => '样式的各个属性之间用逗号分隔。',
  '改为逗号',
)

export const lineBreakBehindLabel = reworded(
  own.lineBreakBehindLabel,
  () => '节点与其前面的标签写在同一行。',
  '合并两行',
)

export const bullet = reworded(own.bullet, () => '语句前面没有列表符号。', '删除该符号')

export const commaBetweenNodes = reworded(own.commaBetweenNodes, () => '同一行的节点之间用“&”。', '改为 &')
