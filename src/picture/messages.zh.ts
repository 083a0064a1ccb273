/** What is said of pictures, in Chinese. */
import { reworded } from '../messages/chinese.js'
import * as own from './messages.js'

const grouped = (count: number): string => count.toLocaleString('en')

export const pictureTooLarge = reworded(
  own.pictureTooLarge,
  ({ width, height }) =>
    `图片将有 ${grouped(width)} × ${grouped(height)} 像素，而超过 1 亿像素的图片不会绘制。请缩小比例，或输出 SVG。`,
)
