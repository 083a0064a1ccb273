/** What is said of clicks, styles and comments that Mermaid does not take, in Chinese. */
import { reworded } from '../../../../src/messages/chinese.js'
import * as own from './style-messages.js'

// Clicks.

export const callWithoutBrackets = reworded(
  own.callWithoutBrackets,
  () => '被调用的函数带括号：call show()。',
  '添加括号',
)

export const targetOfCall = reworded(
  own.targetOfCall,
  () => '“_blank”这样的目标属于链接：函数调用没有目标。',
  '删除目标',
)

export const unquotedAddress = reworded(own.unquotedAddress, () => '地址要加引号。', '给地址加引号')

// Styles and comments.

export const signsAroundStyle = reworded(
  own.signsAroundStyle,
  () => '样式外面没有花括号和引号：fill:#f9f,stroke:#333。',
  '删除这些符号',
)

export const noColon = reworded(own.noColon, () => '属性与其值之间有冒号，例如 fill:#f9f。', '改为 :')

export const colourWithBrackets = reworded(
  own.colourWithBrackets,
  () => '样式中不能写带括号的颜色；可以写成相同颜色的 #rrggbb。',
  '把颜色写成 #rrggbb',
)

export const foreignComment = reworded(own.foreignComment, () => '注释以“%%”开头。', '改为 %%')
export const commentBehind = reworded(own.commentBehind, () => '注释必须独占一行。', '把它放到单独一行')

export const foreignCommentBehind = reworded(
  own.foreignCommentBehind,
  () => '注释以“%%”开头，并且必须独占一行。',
  '把它放到单独一行',
)
