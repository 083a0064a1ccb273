/** What is said of pictures. */
import { type Message, message } from '../messages/message.js'

/** @param width in pixels, as `height` */
export const pictureTooLarge = ({
  width,
  height,
}: {
  readonly width: number
  readonly height: number
}): Message =>
  message(
    'limit/size',
    `The picture would have ${grouped(width)} × ${grouped(height)} pixels, and none of more than 100 million is drawn. Take a smaller scale, or write SVG.`,
  )

const grouped = (count: number): string => count.toLocaleString('en')
