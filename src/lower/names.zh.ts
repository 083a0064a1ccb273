/** How messages name what stands in a diagram, in Chinese. */
import { directions, kinds } from '../messages/chinese.js'
import * as own from './names.js'

export const { isMadeUp, short } = own
export type { Fate } from './names.js'

export const nameOf: typeof own.nameOf = (kind, { id, label }) =>
  `${kinds[kind]}“${short((isMadeUp(id) && label?.text.trim()) || id)}”`

export const directionInWords: typeof own.directionInWords = direction => directions[direction]
export const edgeName: typeof own.edgeName = ({ from, to }) => `边“${short(from.id)}” → “${short(to.id)}”`
export const loopName: typeof own.loopName = () => '一个循环'
export const endName: typeof own.endName = edge => `${edge}的一端`
export const graphName: typeof own.graphName = () => '整个图'
export const className: typeof own.className = id => `类“${short(id)}”`
export const everyName: typeof own.everyName = kind => `每个${kinds[kind]}`

export const withCarried: typeof own.withCarried = (sentence, loss) =>
  `${sentence}${loss === 'dropped' ? '它会随文本附带。' : '原内容会随文本附带。'}`
