/** What is said of a graph that no format can hold, in Chinese. */
import { reworded } from '../messages/chinese.js'
import * as own from './messages.js'

export const nestedTooDeep = reworded(
  own.nestedTooDeep,
  ({ levels }) => `分组的嵌套超过 ${levels} 层，因此没有写出图表。`,
)

export const tooLarge = reworded(
  own.tooLarge,
  () => '写出后，该图表的文本会超过 5000 万个字符，因此没有写出。',
)

export const unsound = reworded(
  own.unsound,
  ({ text, more }) => `${text}${more > 0 ? `（另有 ${more} 处同类错误）` : ''}。`,
)

export const noComments = reworded(
  own.noComments,
  ({ where }) => `${placeOf(where)}的注释已略去：注释属于它们所在的文本。`,
)

/** Where comments stand: `around the diagram`, `at node “a”`, with the name of the element in Chinese. */
const placeOf = (where: string): string =>
  where === 'around the diagram' ? '图表前后' : where.replace(/^at /, '')
