/** What is said of mistakes in DOT, in Chinese. */
import { expectedInWords, reworded } from '../../../../src/messages/chinese.js'
import * as own from './messages.js'
import { short } from './short.js'

export type { Mistake } from './messages.js'

// Headers.

export const misspeltHeader = reworded(
  own.misspeltHeader,
  ({ word, meant }) => `“${word}”拼写有误：应写作“${meant}”。`,
  ({ meant }) => `改为 ${meant}`,
)

export const graphName = reworded(
  own.graphName,
  ({ name }) => `图的名称 \`${name}\` 需要引号。`,
  ({ name }) => `给 ${name} 加上引号`,
)

export const squareBrackets = reworded(own.squareBrackets, () => '图的语句写在 `{` 和 `}` 之间。', '改为 { }')

export const noBrace = reworded(own.noBrace, () => '图从这里开始，但其名称之后没有 `{`。', '添加 {')

export const noHeader = reworded(
  own.noHeader,
  () => '`{` 之前应为 `digraph` 或 `graph`。',
  ({ word }) => `写上 ${word}`,
)

// Braces, quotes, comments, and the end of a file.

const OPEN_BRACE = '这个 `{` 没有闭合：缺少 `}`。'

export const openBrace = reworded(own.openBrace, () => OPEN_BRACE, '在末尾添加 }')

export const isOpenBrace: typeof own.isOpenBrace = ({ code, text }) =>
  code === 'syntax/brace' && text === OPEN_BRACE

export const openBraces = reworded(
  own.openBraces,
  ({ count }) => `有 ${count} 个 \`{\` 没有闭合：末尾缺少同样多的 \`}\`。文件可能被截断。`,
  '在末尾添加它们',
)

export const cutOff = reworded(
  own.cutOff,
  ({ statement }) => `文件在语句 \`${statement}\` 的中间结束，可能被截断。`,
)

export const openComment = reworded(own.openComment, () => '这个注释没有闭合。')
export const openQuote = reworded(own.openQuote, () => '这个引号没有闭合。')

export const quoteOpenOnLine = reworded(own.quoteOpenOnLine, () => '这个引号在本行没有闭合。', '闭合引号')

export const straySemicolon = reworded(own.straySemicolon, () => '这个 `;` 没有结束任何语句。', '删除分号')
export const straySemicolons = reworded(own.straySemicolons, () => '这些 `;` 没有结束任何语句。', '删除分号')

// Edges.

interface Operators {
  readonly directed: boolean
  readonly right: string
  readonly operator: string
}

const edgesAre = ({ directed, right, operator }: Operators): string =>
  `${directed ? 'digraph' : 'graph'} 的边写作 \`${right}\`，而不是 \`${operator}\`。`

const writeRight = ({ right }: Operators): string => `改为 ${right}`

export const wrongOperator = reworded(own.wrongOperator, edgesAre, writeRight)

export const graphOfArrows = reworded(
  own.graphOfArrows,
  () => '所有的边都是箭头 `->`，而 `graph` 的边是线 `--`：这是 `digraph`。',
  '改为 digraph',
)

export const operatorOrNote = reworded(
  own.operatorOrNote,
  operators => `${edgesAre(operators)}如果想写注释，应以 \`//\` 开头。`,
)

export const foreignOperator = reworded(
  own.foreignOperator,
  operators => `${edgesAre(operators)}${operators.operator === '-->' ? '`-->` 是 Mermaid 的写法。' : ''}`,
  writeRight,
)

export const twoArrows = reworded(own.twoArrows, () => '两个箭头相连，中间没有名称。', '只写一个箭头')

export const backArrow = reworded(
  own.backArrow,
  ({ written }) => `DOT 没有反向的箭头：应写作 \`${written}\`。`,
  '反转箭头',
)

export const edgeLabel = reworded(
  own.edgeLabel,
  ({ label }) => `边的标签是属性：请在边之后写 \`[label="${label}"]\`。`,
  '把标签改为属性',
)

const LINE = '按 DOT 的写法改写该行'

export const mermaidNode = reworded(
  own.mermaidNode,
  ({ written }) => `节点的标签是属性，要写在单独的语句中：应写作 \`${written}\`。`,
  LINE,
)

export const mermaidEdge = reworded(
  own.mermaidEdge,
  ({ written }) => `边的标签是属性：应写作 \`${written}\`。`,
  LINE,
)

// Names, values and lists.

const quotesAround = ({ word }: { readonly word: string }): string => `给 ${short(word)} 加上引号`

export const colourUnquoted = reworded(
  own.colourUnquoted,
  ({ word }) => `\`${word}\` 需要引号：\`#\` 会开始注释。`,
  quotesAround,
)

export const wordUnquoted = reworded(
  own.wordUnquoted,
  ({ word }) => `\`${short(word)}\` 需要引号：只有字母、数字、\`_\` 和普通数值可以不加引号。`,
  quotesAround,
)

export const keywordUnquoted = reworded(
  own.keywordUnquoted,
  ({ word }) => `\`${word}\` 需要引号：${word} 是该语言的关键字。`,
  quotesAround,
)

export const otherQuotes = reworded(
  own.otherQuotes,
  ({ written }) => `文字写在英文双引号之间：应写作 \`${short(written)}\`。`,
  ({ written }) => `改为 ${short(written)}`,
)

export const quoteInText = reworded(
  own.quoteInText,
  () => '文字中的引号会结束文字：在文字中应写作 `\\"`。',
  '把文字中的引号改为 \\"',
)

export const foreignComment = reworded(own.foreignComment, () => '注释以 `//` 开头。', '改为 //')

export const namesInBraces = reworded(
  own.namesInBraces,
  ({ written }) => `边的一端有多个节点时写在花括号里：应写作 \`${short(written)}\`。`,
  ({ written }) => `改为 ${short(written)}`,
)

export const unopenedHtml = reworded(
  own.unopenedHtml,
  () => 'HTML 文字除其标签的尖括号外，还要写在 `<` 与 `>` 之间：缺少第一个。',
  '打开 HTML 文字',
)

export const roundBrackets = reworded(
  own.roundBrackets,
  ({ list }) => `属性写在方括号中：\`[${list}]\`。`,
  '改为 [ ]',
)

export const noEqualsSign = reworded(
  own.noEqualsSign,
  ({ name }) => `属性用 \`=\` 书写：\`${name}=…\`。`,
  '改为 =',
)

export const namelessValue = reworded(
  own.namelessValue,
  ({ written }) => `属性要有名称：应写作 \`${written}\`。`,
  ({ written }) => `改为 ${written}`,
)

export const openHtml = reworded(
  own.openHtml,
  ({ count, html }) =>
    `\`<\` 开始了一段没有闭合的 HTML 文字：\`${short(html)}\` 之后缺少${count === 1 ? '' : ` ${count} 个`} \`>\`。`,
  '闭合 HTML 文字',
)

export const openBracket = reworded(
  own.openBracket,
  ({ list }) => `\`[\` 没有闭合：\`${short(list)}\` 之后缺少 \`]\`。`,
  '用 ] 闭合',
)

/** What is expected in a statement, by what English has for it. */
export const parts: Readonly<Record<string, string>> = {
  '`=` and a value': '`=` 和值',
  'attributes in `[ ]`': '`[ ]` 中的属性',
  'an edge, "->" or "--"': '边“->”或“--”',
  'an edge, attributes in `[ ]`, or the end of the statement': '边、`[ ]` 中的属性、语句结尾',
  '`node`, `edge` or `graph`': '`node`、`edge` 或 `graph`',
  '"graph" or "digraph"': '“graph”或“digraph”',
  'a port': '端口',
  'a subgraph': '子图',
  'a name or a quoted text': '名称或带引号的文字',
  'a quoted text': '带引号的文字',
  'a name': '名称',
  'a number': '数字',
  'something else': '其他内容',
  'the end of the statement': '语句结尾',
}

export const unexpected = reworded(
  own.unexpected,
  ({ found, expected }) =>
    `${found === undefined ? '语句在此处结束' : `发现 \`${found}\``}，此处应为：${expectedInWords(expected, parts)}。`,
)
