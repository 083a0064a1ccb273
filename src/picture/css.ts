/** Which of the values that diagrams say may stand in a picture: nothing in it may load or run something, or mean something else elsewhere. */
import { runsScript } from '../text/script-urls.js'
import { colorOf } from '../theme/colors.js'

/** A colour that every renderer knows. */
export const isColor = (value: string): boolean => colorOf(value) !== undefined

export const safeColor = (value: string | undefined): string | undefined =>
  value !== undefined && isColor(value) ? value : undefined

/** The families of a font, without anything that is no name. */
export function safeFont(value: string): string | undefined {
  const names = value
    .split(',')
    .map(name => name.replace(/["']/g, '').trim())
    .filter(name => /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name))
  return names.length === 0
    ? undefined
    : names.map(name => (/^[a-z-]+$/i.test(name) ? name : `'${name}'`)).join(', ')
}

/** Lengths of dashes: a row of numbers. */
export function safeDash(value: string): string | undefined {
  const lengths = value
    .trim()
    .split(/[\s,]+/)
    .map(length => /^(\d+(?:\.\d+)?|\.\d+)(?:px)?$/.exec(length)?.[1])
  return lengths.length <= 20 &&
    lengths.every(length => length !== undefined) &&
    lengths.some(length => Number(length) > 0)
    ? lengths.join(' ')
    : undefined
}

export const isBold = (weight: string): boolean => /^bold(er)?$/i.test(weight) || Number(weight) >= 600

export function safeWeight(value: string): string | undefined {
  const word = value.trim().toLowerCase()
  if (/^(normal|bold|bolder|lighter)$/.test(word)) return word
  const number = Number(word)
  return number >= 1 && number <= 1000 ? String(number) : undefined
}

export function safeSlant(value: string): string | undefined {
  const word = /^(normal|italic|oblique)\b/i.exec(value.trim())?.[1]
  return word?.toLowerCase()
}

/** An address that a picture may lead to: of the web, of a mailbox, or relative to where the picture stands. */
export function safeUrl(url: string): string | undefined {
  if (runsScript(url) || /[\p{Cc}\p{Surrogate}]/u.test(url)) return undefined
  const scheme = /^([^/?#:]*):/.exec(url)?.[1]?.trimStart()
  return url.trim() !== '' && (scheme === undefined || /^(https?|mailto)$/i.test(scheme)) ? url : undefined
}

const PICTURE = /^data:image\/(png|jpeg|jpg|gif|webp|avif|bmp|svg\+xml)[;,]/i

/** An address that is the picture itself, so that nothing has to be loaded. */
export function safePicture(url: string): string | undefined {
  return PICTURE.test(url) && !runsScript(url) && !/[\p{Cc}\p{Surrogate}\s<>"]/u.test(url) ? url : undefined
}
