/** What is said of mistakes in Mermaid that a fix mends, in Chinese. */
import { reworded } from '../../../../src/messages/chinese.js'
import * as own from './messages.js'

export type { Said } from './messages.js'

/** A piece of code in a sentence, short. */
const shown = (code: string): string => (code.length > 80 ? `${code.slice(0, 79)}…` : code)

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

export const prose = reworded(
  own.prose,
  () => '这些文字不是流程图的一部分；写给人看的注解以“%%”开头。',
  '改为注释',
)

// Headers.

const ANY_DIRECTION = () => '此处应为方向（TB、LR、BT、RL），其后换行。'

export const flowchartVersion = reworded(own.flowchartVersion, ANY_DIRECTION, '改为 flowchart')
export const signBehindHeader = reworded(own.signBehindHeader, ANY_DIRECTION, '删除该符号')
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

// Styles and comments.

export const noColon = reworded(own.noColon, () => '属性与其值之间有冒号，例如 fill:#f9f。', '改为 :')

export const colourWithBrackets = reworded(
  own.colourWithBrackets,
  () => '样式中不能写带括号的颜色；可以写成相同颜色的 #rrggbb。',
  '把颜色写成 #rrggbb',
)

export const foreignComment = reworded(own.foreignComment, () => '注释以“%%”开头。', '改为 %%')
export const commentBehind = reworded(own.commentBehind, () => '注释必须独占一行。', '删除注释')

export const foreignCommentBehind = reworded(
  own.foreignCommentBehind,
  () => '注释以“%%”开头，并且必须独占一行。',
  '删除注释',
)

// Arrows.

export const backArrow = reworded(
  own.backArrow,
  ({ written }) => `Mermaid 没有反向的箭头：应写作 ${shown(written)}。`,
  '反转箭头',
)

export const oneDash = reworded(own.oneDash, () => 'Mermaid 的箭头是“-->”，至少有两个短横。', '改为 -->')
export const otherArrow = reworded(own.otherArrow, () => 'Mermaid 的箭头是“-->”。', '改为 -->')

export const twoHeads = reworded(own.twoHeads, () => '箭头末端只有一个符号：“>”、“x”或“o”。', '删除 >')

export const thickArrow = reworded(own.thickArrow, () => '粗箭头是“==>”，至少有两个等号。', '改为 ==>')

export const arrowOfTwoHeads = reworded(
  own.arrowOfTwoHeads,
  () => '双向箭头是“<-->”，至少有两个短横。',
  '改为 <-->',
)

export const shortLine = reworded(own.shortLine, () => '没有箭头的线是“---”，至少有三个短横。', '改为 ---')

export const lineWithLabel = reworded(
  own.lineWithLabel,
  () => '标签写在竖线之间的线是“---|label|”，箭头是“-->|label|”。',
  '改为 ---',
)

export const signBehindLabel = reworded(
  own.signBehindLabel,
  () => '标签之后的“>”是多余的：带标签的箭头是“-->|label|”。',
  '删除 >',
)

export const arrowBehindLabel = reworded(
  own.arrowBehindLabel,
  () => '标签之后的第二个箭头是多余的：带标签的箭头是“-->|label|”。',
  '删除第二个箭头',
)

export const labelBeforeArrow = reworded(
  own.labelBeforeArrow,
  () => '竖线之间的标签写在箭头之后：“-->|label|”。',
  '改为 -->|label|',
)
