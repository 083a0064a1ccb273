/** What Graphviz warns of, or accepts and nobody means, in Chinese. */
import { reworded } from '../../../../src/messages/chinese.js'
import type { TextEdit } from '../../../../src/messages/message.js'
import * as own from './lint-messages.js'

const question = (meant: string | undefined): string => (meant === undefined ? '' : `您是否想写“${meant}”？`)

/** What is written in place of a value, without the quotes that the author has around it. */
const writeInstead = (_: unknown, __: unknown, edits?: readonly TextEdit[]): string => {
  const text = edits?.[0]?.text ?? ''
  return `改为 ${text.startsWith('"') ? (JSON.parse(text) as string) : text}`
}

export const numberRunsOn = reworded(
  own.numberRunsOn,
  ({ word, first, second }) =>
    `对 Graphviz 来说“${word}”是两个名称：“${first}”和“${second}”：数字在字母或第二个小数点处结束。如果它是一个名称，则需要引号。`,
  ({ word }) => `给 ${word} 加上引号`,
)

/** The clauses of `html-faults.ts`. */
const CLAUSES: readonly (readonly [RegExp, string])[] = [
  [/^a `<` in it begins no tag that is well formed$/, '其中的 `<` 没有开始一个格式正确的标签'],
  [/^(`[^`]*`) is written (`[^`]*`) there$/, '$1 在那里应写作 $2'],
  [/^a bare `&` is written `&amp;` there$/, '单独的 `&` 在那里应写作 `&amp;`'],
  [/^(`[^`]*`) is never closed$/, '$1 没有闭合'],
  [/^HTML has no character (`[^`]*`)$/, 'HTML 没有字符 $1'],
  [/^Graphviz knows no tag (`[^`]*`)$/, 'Graphviz 没有标签 $1'],
  [/^(`[^`]*`) closes nothing$/, '$1 没有对应的开始标签'],
  [/^there is nothing in it$/, '标签为空'],
  [/^(`[^`]*`) holds nothing( there)?$/, '$1 没有内容，或不能有内容'],
  [/^(`[^`]*`) holds no (`[^`]*`)$/, '$1 里没有 $2'],
  [/^(`[^`]*`) stands only in (`[^`]*`)$/, '$1 只能放在 $2 里'],
  [/^(?:a )?(`[^`]*`) cannot stand in (`[^`]*`)$/, '$1 不能放在 $2 里'],
  [/^(`[^`]*`) stands only between two (`[^`]*`)$/, '$1 只能放在两个 $2 之间'],
  [/^nothing can stand beside an (`[^`]*`), not even a blank$/, '$1 旁边不能有任何内容，连空格也不行'],
  [/^a text stands beside a (`[^`]*`)$/, '$1 旁边有文字'],
  [/^two (`[^`]*`) stand side by side$/, '两个 $1 并排'],
  [
    /^a (`[^`]*`) stands in (`[^`]*`) in (`[^`]*`), where one of them is the most$/,
    '$1 外面有 $3 和 $2，那里最多只能有一个',
  ],
  [/^(`[^`]*`) stands where (`[^`]*`) is expected$/, '此处应为 $2，却是 $1'],
]

function clause(fault: string): string {
  const found = CLAUSES.find(([pattern]) => pattern.test(fault))
  return found ? fault.replace(...found) : fault
}

export const badHtml = reworded(
  own.badHtml,
  ({ fault }) => `Graphviz 认为这个 HTML 标签有语法错误，不会显示它：${clause(fault)}。`,
)

export const unknownAttribute = reworded(
  own.unknownAttribute,
  ({ name, meant }) => `Graphviz 没有属性“${name}”，不作任何处理。${question(meant)}`,
  writeInstead,
)

export const unknownShape = reworded(
  own.unknownShape,
  ({ word, meant }) => `Graphviz 没有形状“${word}”，会画成方框。${question(meant)}`,
  writeInstead,
)

export const unknownArrowhead = reworded(
  own.unknownArrowhead,
  ({ word, meant }) => `Graphviz 没有箭头“${word}”，会画成普通箭头。${question(meant)}`,
  writeInstead,
)

export const unknownDir = reworded(
  own.unknownDir,
  ({ word, meant }) => `Graphviz 的 dir 没有“${word}”，会忽略它。${question(meant)}`,
  writeInstead,
)

export const unknownRankdir = reworded(
  own.unknownRankdir,
  ({ word, meant }) => `Graphviz 的 rankdir 没有“${word}”，会从上到下绘制。${question(meant)}`,
  writeInstead,
)

export const unknownColor = reworded(
  own.unknownColor,
  ({ word, meant }) => `Graphviz 没有颜色“${word}”，会画成黑色。${question(meant)}`,
  writeInstead,
)

export const unknownStyle = reworded(
  own.unknownStyle,
  ({ word, meant }) => `Graphviz 没有样式“${word}”，会忽略它。${question(meant)}`,
  writeInstead,
)

// Doubts: what is read otherwise than it was meant.

export const assignmentAsNodes = reworded(
  own.assignmentAsNodes,
  ({ written, meant, port }) =>
    `\`${written}\` 会读作${port ? '带端口的节点' : '两个节点的名称'}：对整个图的设置用 \`=\` 书写，即 \`${meant}\`。`,
  '改为 =',
)

export const edgeRunsOn = reworded(
  own.edgeRunsOn,
  ({ arrow, next }) =>
    `这一行的 \`${arrow}\` 之后没有内容，因此边连到下一行的“${next}”。如果确实如此，请写在同一行；否则请写明边的终点。`,
)

export const misspeltSubgraph = reworded(
  own.misspeltSubgraph,
  ({ word }) => `“${word}”拼写有误，因此会读作同名节点：应写作“subgraph”。`,
  '改为 subgraph',
)

export const arrowAsNode = reworded(
  own.arrowAsNode,
  ({ written, meant }) => `\`${written}\` 在 DOT 中不是边，而会读作单独的节点：应写作 \`${meant}\`。`,
  '改为边',
)

export const spacedName = reworded(
  own.spacedName,
  ({ name, nodes }) => `含空格的名称需要引号：\`${name}\` 会读作 ${nodes} 个节点。应写作 \`"${name}"\`。`,
  '给名称加上引号',
)

export const textOfWords = reworded(
  own.textOfWords,
  ({ name, words }) => `含空格的文字需要引号：\`${words}\` 中只有第一个词是 ${name}，其余都是节点。`,
  '给文字加引号',
)

export const textBehindEdge = reworded(
  own.textBehindEdge,
  ({ label }) => `\`${label}\` 不是边的标签，而是另一个节点：应写作 \`[label=${label}]\`。`,
  '改为标签',
)

export const quotesOfLetters = reworded(
  own.quotesOfLetters,
  ({ written }) => `对 Graphviz 来说弯引号是名称中的字母：应写作 \`${written}\`。`,
  '改为直引号',
)

export const labelAsPort = reworded(
  own.labelAsPort,
  ({ label }) => `冒号之后是节点的端口，而不是标签：请在边之后写 \`[label=${label}]\`。`,
  '改为标签',
)
