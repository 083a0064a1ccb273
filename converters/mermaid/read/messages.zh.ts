/** What is said of a Mermaid flowchart that was read, in Chinese. */
import { expectedInWords, reworded } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

// What cannot be read.

export const noDirection = reworded(own.noDirection, () => '此处应为方向（TB、LR、BT、RL），其后换行。')

export const otherDiagram = reworded(
  own.otherDiagram,
  ({ kind }) => `“${kind}”开始的是另一种图表：Mermaid 的图表中只读取流程图。`,
)

export const noHeader = reworded(own.noHeader, () => '此处应为图表头，例如“flowchart TD”。')

export const secondDiagram = reworded(
  own.secondDiagram,
  () => '第二个图表从这里开始，而一个 Mermaid 文件只包含一个；其后的内容读作第一个图表的一部分。',
)

export const ownWord = reworded(
  own.ownWord,
  ({ word }) => `“${word}”是 Mermaid 的关键字，ID 和标题不能以它开头；加上引号或首字母大写后可以用在标签中。`,
)

/** What the grammar calls its parts. */
export const parts: Readonly<Record<string, string>> = {
  'a header such as "flowchart TD"': '图表头，例如“flowchart TD”',
  'the word "flowchart"': '关键字“flowchart”',
  'a direction': '方向',
  'the end of the line': '行尾',
  'an ampersand between nodes': '节点之间的 &',
  'a node id': '节点 ID',
  'a class name': '类名',
  'a closing bracket': '右括号',
  'a quoted text': '带引号的文字',
  'a markdown text': 'Markdown 文字',
  'text without brackets or quotes': '没有括号和引号的文字',
  'text without brackets': '没有括号的文字',
  'properties in "@{ }"': '“@{ }”中的属性',
  'the id of an arrow': '箭头的 ID',
  'an arrow': '箭头',
  'the arrow after a label': '标签之后的箭头',
  text: '文字',
  'text without "="': '没有“=”的文字',
  'text without "."': '没有“.”的文字',
  'an id or a title': 'ID 或标题',
  'a title in brackets': '方括号中的标题',
  'a title': '标题',
  'the word "end"': '关键字“end”',
  'a style such as "fill:#f9f"': '样式，例如“fill:#f9f”',
  'the number of a link': '连线的编号',
  'the name of a curve': '曲线的名称',
  'a tooltip': '提示文字',
  'a target such as "_blank"': '打开位置，例如“_blank”',
  'the name of a function': '函数名',
  'a link or the name of a function': '链接或函数名',
  'a space': '空格',
  'a statement': '语句',
}

export const expected = reworded(own.expected, ({ what }) => `此处应为：${expectedInWords(what, parts)}。`)

export const cutOff = reworded(
  own.cutOff,
  ({ statement }) => `文件在语句“${statement}”的中间结束，可能被截断。`,
)

export const noBlankBeforeId = reworded(own.noBlankBeforeId, () => '这个箭头的 ID 之前缺少空格。')

export const notADirection = reworded(
  own.notADirection,
  () =>
    'Mermaid 把这一行当作方向，而这里不能有方向：请在“direction”与其后的词之间加上其他内容，例如用 #32; 代替空格。',
)

export const unknownLetter = reworded(
  own.unknownLetter,
  ({ id }) => `Mermaid 的 ID 不接受“${id}”中的某个字符，它只能用在标签中：A["${id}"]。`,
)

export const unknownLink = reworded(
  own.unknownLink,
  ({ number, links }) => `这一行之前没有编号为 ${number} 的连线：那里有 ${links} 条连线，从 0 开始编号。`,
)

// Settings and properties.

export const openFrontmatter = reworded(
  own.openFrontmatter,
  () => '以“---”开始的设置块没有闭合：图表之前缺少第二个“---”。',
  '用 --- 闭合',
)

export const badFrontmatter = reworded(
  own.badFrontmatter,
  ({ reason }) => `两个“---”之间的设置不是 YAML：${reason}。`,
)

export const badProperties = reworded(
  own.badProperties,
  ({ reason }) => `@{ } 中的内容不是 YAML：${reason}。`,
  '添加逗号和引号',
)
export const noProperties = reworded(own.noProperties, () => '@{ } 中没有属性。')
export const labelNoText = reworded(own.labelNoText, ({ key }) => `${key} 旁边的标签必须是文字。`)
export const unknownShape = reworded(own.unknownShape, ({ shape }) => `Mermaid 没有形状“${shape}”。`)

export const shapeSpelt = reworded(
  own.shapeSpelt,
  ({ shape, name }) => `Mermaid 没有形状“${shape}”。应写作“${name}”。`,
  ({ name }) => `改为 ${name}`,
)

export const shapeMeant = reworded(
  own.shapeMeant,
  ({ shape, meant }) => `Mermaid 没有形状“${shape}”。您是否想写“${meant}”？`,
  ({ meant }) => `改为 ${meant}`,
)

export const unknownProperty = reworded(
  own.unknownProperty,
  ({ key, meant }) => `Mermaid 没有属性“${key}”，不作任何处理。您是否想写“${meant}”？`,
)

// Subgraphs.

export const strayEnd = reworded(
  own.strayEnd,
  () => '没有可供这个“end”闭合的子图。如果要命名节点，请写“End”。',
  '删除 end',
)

export const openSubgraph = reworded(
  own.openSubgraph,
  ({ name }) => `子图“${name}”没有闭合：缺少“end”。`,
  '在末尾添加“end”',
)

export const openSubgraphs = reworded(
  own.openSubgraphs,
  ({ names, last, count }) => `子图${names.replace(/, /g, '、')}和${last}没有闭合：缺少 ${count} 行“end”。`,
  '在末尾添加这些行',
)

export const groupCycle = reworded(
  own.groupCycle,
  ({ id, parent }) => `子图“${id}”会经由“${parent}”位于自身之中；现在放在外面。`,
)

export const lostMember = reworded(
  own.lostMember,
  ({ id, owner, subgraph }) =>
    `“${id}”画在“end”先出现的子图“${owner}”中，而不在“${subgraph}”中：一个节点只能位于一个子图。`,
)

export const wholeLineIsDirection = reworded(
  own.wholeLineIsDirection,
  () => 'Mermaid 把这一整行当作方向：行中的其他内容不会画出。',
)

// Clicks and classes.

export const clickOnNothing = reworded(
  own.clickOnNothing,
  ({ id }) => `点击无效：这一行之前没有节点“${id}”。`,
)

export const clickOnSubgraph = reworded(
  own.clickOnSubgraph,
  ({ id }) => `点击无效：“${id}”是子图，而只有节点可以点击。`,
)

export const clickOnEdge = reworded(
  own.clickOnEdge,
  ({ id }) => `点击无效：“${id}”是边，而只有节点可以点击。`,
)

export const classOfNothing = reworded(
  own.classOfNothing,
  ({ id }) => `类无效：这一行之前没有名为“${id}”的节点、边或子图。`,
)

// Edges.

export const arrowHalves = reworded(own.arrowHalves, () => '这个箭头的两半互相矛盾；mermaid 会画成普通箭头。')

export const idOfEdge = reworded(
  own.idOfEdge,
  ({ id }) =>
    `“${id}”是边的 ID，因此 mermaid 不会把它画成节点，这条边不通向任何地方。读取时视为节点；请给另一条边换一个 ID。`,
)

export const tooManyMultiplied = reworded(
  own.tooManyMultiplied,
  ({ count, most }) =>
    `这里的“&”产生 ${count} 条边；diaglot 在一个图表中最多容纳 ${most} 条这样的边。这些边已略去。`,
)

export const moreThanMermaidDraws = reworded(
  own.moreThanMermaidDraws,
  ({ count }) => `共有 ${count} 条边；除非页面提高“maxEdges”，mermaid 最多绘制 500 条。`,
)

export const secondCarried = reworded(
  own.secondCarried,
  () => '这里有第二行附带数据：只读取第一行，这一行已略去。',
)
