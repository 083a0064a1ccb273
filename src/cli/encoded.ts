/** What stands in a file: the text that a format writes, or the picture that it means. */
import type { Format } from '../format.js'
import { CommandError, exitCodes } from './exit.js'
import type { ConvertOptions, Job } from './job.js'
import { say } from './terminal.js'

/** Stops with exit code 3 where the picture cannot be drawn. */
export async function contentOf(
  { target, formatOptions, options }: Job,
  text: string,
): Promise<string | Uint8Array> {
  if (!target.encode) return text
  const { rasterizer } = await import('./raster.js')
  const rasterize = rasterizer({ fonts: options.font ?? [], warn: said => say(said, options) })
  const made = await target.encode(text, formatOptions, { rasterize, scale: scaleOf(options) })
  if (made === undefined) return text
  if (made instanceof Uint8Array) return made
  throw new CommandError(made.text.replace(/\.$/, ''), exitCodes.unreadable)
}

const scaleOf = ({ scale }: ConvertOptions): number => (scale === undefined ? 1 : Number(scale))

/** Bad usage: what is asked for pictures where none is drawn, or is no size. */
export function checkPictures(target: Format, { scale, font }: ConvertOptions): void {
  const asked = scale !== undefined ? '--scale' : font !== undefined ? '--font' : undefined
  if (asked && !target.encode)
    throw new CommandError(`${asked} is for pictures (PNG), and ${target.title} is none`)
  const isNumber = scale === undefined || /^\d{1,3}(?:\.\d+)?$|^\.\d+$/.test(scale)
  if (!isNumber || Number(scale ?? 1) < 0.01)
    throw new CommandError(`--scale takes a number such as 2 or 0.5, not “${scale}”`)
}
