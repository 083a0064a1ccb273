/** What stands in a file: the text that a format writes, or the picture that it means. */
import type { Format, FormatOptions } from '../format.js'
import { CommandError, exitCodes } from './exit.js'
import type { Converting } from './files/settings.js'
import type { ConvertOptions } from './job.js'

/**
 * Stops with exit code 3 where the picture cannot be drawn.
 * @param warn is told where signs of the picture have no font
 */
export async function contentOf(
  target: Format,
  text: string,
  options: FormatOptions,
  { scale, fonts }: Pick<Converting, 'scale' | 'fonts'>,
  warn: (said: string) => void,
): Promise<string | Uint8Array> {
  if (!target.encode) return text
  const { rasterizer } = await import('./raster.js')
  const made = await target.encode(text, options, { rasterize: rasterizer({ fonts, warn }), scale })
  if (made === undefined) return text
  if (made instanceof Uint8Array) return made
  throw new CommandError(made.text.replace(/\.$/, ''), exitCodes.unreadable)
}

/** What is asked for pictures. Bad usage: where none is drawn, or what is no size. */
export function picturesOf(
  target: Format,
  { scale, font }: ConvertOptions,
): Pick<Converting, 'scale' | 'fonts'> {
  const asked = scale !== undefined ? '--scale' : font !== undefined ? '--font' : undefined
  if (asked && !target.encode)
    throw new CommandError(`${asked} is for pictures (PNG), and ${target.title} is none`)
  const isNumber = scale === undefined || /^\d{1,3}(?:\.\d+)?$|^\.\d+$/.test(scale)
  if (!isNumber || Number(scale ?? 1) < 0.01)
    throw new CommandError(`--scale takes a number such as 2 or 0.5, not “${scale}”`)
  return { scale: Number(scale ?? 1), fonts: font ?? [] }
}
