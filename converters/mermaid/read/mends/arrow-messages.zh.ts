/** What is said of arrows that are written as none of Mermaid’s is, in Chinese. */
import { reworded } from '../../../../src/messages/chinese.js'
import * as own from './arrow-messages.js'
import { shown } from './said.js'

export const backArrow = reworded(
  own.backArrow,
  ({ written }) => `Mermaid 没有反向的箭头：应写作 ${shown(written)}。`,
  '反转箭头',
)

export const oneDash = reworded(own.oneDash, () => 'Mermaid 的箭头是“-->”，至少有两个短横。', '改为 -->')
export const otherArrow = reworded(own.otherArrow, () => 'Mermaid 的箭头是“-->”。', '改为 -->')

export const twoHeads = reworded(own.twoHeads, () => '箭头末端只有一个符号：“>”、“x”或“o”。', '删除 >')

export const dottedArrow = reworded(own.dottedArrow, () => '虚线箭头是“-.->”。', '改为 -.->')

export const unquotedArrowLabel = reworded(
  own.unquotedArrowLabel,
  () => '箭头的标签含引号时，或虚线上的标签含点时，必须加引号：-. "…" .->。',
  '给标签加引号',
)

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
