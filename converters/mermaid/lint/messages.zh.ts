/** What the linter of Mermaid says, in Chinese. */
import { reworded } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

interface Meant {
  readonly meant: string | undefined
}

const hint = ({ meant }: Meant): string => (meant === undefined ? '' : `您是否想写“${meant}”？`)
const write = ({ meant }: Meant): string => `改为 ${meant}`

export const undefinedClass = reworded(
  own.undefinedClass,
  ({ name, meant }) => `没有“classDef”说明类“${name}”的外观。${hint({ meant })}`,
  write,
)

export const styleOfNothing = reworded(
  own.styleOfNothing,
  ({ id, meant }) => `只有这一行提到“${id}”，因此 mermaid 会画一个同名的孤立节点。${hint({ meant })}`,
  write,
)

export const labelledAgain = reworded(
  own.labelledAgain,
  ({ id, label }) => `“${id}”再次设置标签：“${label}”取代了这里的标签。`,
)

export const labelOfSubgraph = reworded(
  own.labelOfSubgraph,
  ({ id }) => `“${id}”是子图，因此这段文字不会画出：标题写在“subgraph”之后。`,
)

export const signAtArrow = reworded(
  own.signAtArrow,
  ({ sign, id, whole }) => `Mermaid 把“${sign}”当作箭头的端部，并画出节点“${id}”；“${whole}”在别处出现。`,
  '在箭头之后加空格',
)

export const ignoredDirection = reworded(
  own.ignoredDirection,
  ({ name, node }) => `Mermaid 会忽略“${name}”的方向，因为有外部的边连到其中的“${node}”，或从它出发。`,
)

export const commaInId = reworded(
  own.commaInId,
  ({ id }) => `逗号是 ID 的一部分，因此 mermaid 会画出节点“${id}”。`,
  '删除逗号',
)

export const commaBetweenIds = reworded(
  own.commaBetweenIds,
  ({ id }) => `Mermaid 在这里画出一个节点“${id}”：节点之间用“&”。`,
  '改为 &',
)

export const pipesInLabel = reworded(
  own.pipesInLabel,
  ({ label }) => `竖线会与标签“${label}”一起画出：竖线之间的标签写在箭头之后。`,
  '把标签写在箭头之后',
)

export const semicolonInStyle = reworded(
  own.semicolonInStyle,
  () => '分号会结束语句，因此 mermaid 不把其后的内容当作样式：属性之间用逗号。',
  '改为逗号',
)

export const ignoredDirective = reworded(
  own.ignoredDirective,
  () => 'Mermaid 忽略这条指令，因为其中的内容不是 JSON：名称和文字要加引号，每个花括号都要闭合。',
  '写成 JSON',
)

export const labelOverLines = reworded(
  own.labelOverLines,
  ({ label }) => `Mermaid 把从这里到下一个箭头的全部内容当作边的标签：“${label}”。没有箭头的线有三个短横。`,
  '改为 ---',
)

// Releases of mermaid. What they cannot read is called as `versions` calls it.

const SAME = '改用含义相同且可以读取的写法'
const behind = (instead: string | undefined): string => (instead === undefined ? '' : `可改用：${instead}。`)

export const notRead = reworded(
  own.notRead,
  ({ renderer, construct, next, instead }) =>
    `${renderer} 无法读取${construct}${next === undefined ? '' : `；${next} 可以`}。${behind(instead)}`,
  SAME,
)

export const drawnOtherwise = reworded(
  own.drawnOtherwise,
  ({ renderer, construct, next, instead, drawn }) =>
    `${renderer} 可以读取${construct}，但绘制有所不同（${drawn}）${next === undefined ? '' : `；从 ${next} 起生效`}。${behind(instead)}`,
  SAME,
)
