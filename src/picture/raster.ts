/** An SVG picture as a PNG file: how large it gets is asked before anything is drawn. */
import type { Surroundings } from '../format.js'
import type { Message } from '../messages/message.js'
import { pictureTooLarge } from './messages.js'

/** Four bytes each, twice: more than a few hundred megabytes is no picture that anyone looks at. */
const MOST_PIXELS = 100_000_000

/** Gives `limit/size` where the picture would have more than 100 million pixels. @param svg as it is written here */
export async function rasterized(
  svg: string,
  { rasterize, scale = 1 }: Surroundings,
): Promise<Uint8Array | Message> {
  const [width, height] = sizeOf(svg).map(length => Math.ceil(length * scale)) as [number, number]
  if (width * height <= MOST_PIXELS) return rasterize(svg, scale)
  return pictureTooLarge({ width, height })
}

function sizeOf(svg: string): [width: number, height: number] {
  const root = /<svg\b[^<>]*>/.exec(svg)?.[0] ?? ''
  const length = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(root)?.[1] ?? 0)
  return [length('width'), length('height')]
}
