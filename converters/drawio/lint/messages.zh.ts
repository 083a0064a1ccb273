/** What the linter says of a page of draw.io, in Chinese. */
import { reworded } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

export const stacked = reworded(
  own.stacked,
  ({ name }) => `“${name}”与另一个外观相同的形状完全重叠，因此其中一个被遮住。`,
)

export const outside = reworded(
  own.outside,
  ({ name, container }) => `“${name}”属于泳道“${container}”，却完全位于其外。`,
)

export const emptyPage = reworded(own.emptyPage, ({ page }) => `页面“${page}”上什么都没有。`)
