/** Which text names which picture: the one under it or at its side, where neither has another one as near. */
import type { DrawnBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'

/** A fixed count: on pages with more pictures and texts than this makes pairs, none names another. */
const MOST_COMPARED = 20_000_000

/** How far from its picture a text may stand, and how far into it, in pixels. */
const GAP = { apart: 15, over: 8 } as const
/** How many times as wide as its picture a text may be that stands under it, unless it is not wide at all. */
const WIDEST = { times: 4, pixels: 200 } as const
/** What stands at a side counts as farther away: most names stand under their picture. */
const AT_SIDE = 6

/** The middle of a text under an outline that is no picture is as near as this to its middle: else it rather explains a line from it. */
const CENTRED = 1 / 4

/**
 * @param around what each cell stands in; a text only names what stands in the same
 * @param isOutline what is no picture, and only called by what stands right under it
 * @returns by picture, its text
 */
export function namesOf(
  pictures: readonly RawCell[],
  texts: readonly RawCell[],
  around: (cell: RawCell) => RawCell | undefined,
  isOutline: (picture: RawCell) => boolean = () => false,
): Map<RawCell, RawCell> {
  const found = new Map<RawCell, RawCell>()
  if (pictures.length * texts.length > MOST_COMPARED) return found
  const byText = new Map<RawCell, { readonly picture: RawCell; readonly distance: number }>()
  for (const text of texts) {
    let best: { picture: RawCell; distance: number } | undefined
    let isClear = true
    for (const picture of pictures) {
      if (around(picture) !== around(text)) continue
      const distance = distanceOf(picture.box, text.box, isOutline(picture))
      if (distance === undefined) continue
      if (best && distance === best.distance) isClear = false
      if (best && distance >= best.distance) continue
      best = { picture, distance }
      isClear = true
    }
    if (best && isClear) byText.set(text, best)
  }
  const nearest = new Map<RawCell, { readonly text: RawCell; readonly distance: number }>()
  const contested = new Set<RawCell>()
  for (const [text, { picture, distance }] of byText) {
    const other = nearest.get(picture)
    if (other && other.distance === distance) contested.add(picture)
    if (!other || distance < other.distance) {
      nearest.set(picture, { text, distance })
      if (other && other.distance !== distance) contested.delete(picture)
    }
  }
  for (const [picture, { text }] of nearest) if (!contested.has(picture)) found.set(picture, text)
  return found
}

/** How far a text is from where the name of a picture stands; nothing where it stands elsewhere. */
function distanceOf(picture: DrawnBox, text: DrawnBox, isOutline: boolean): number | undefined {
  if (text.width <= 0 || text.height <= 0) return undefined
  const middle = { x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 }
  const own = { x: text.x + text.width / 2, y: text.y + text.height / 2 }
  const fits = (gap: number): boolean => gap <= GAP.apart && gap >= -GAP.over
  const below = text.y - picture.y - picture.height
  const isNarrow = text.width <= Math.max(picture.width * WIDEST.times, WIDEST.pixels)
  const reach = picture.width * (isOutline ? CENTRED : 1 / 2)
  if (fits(below) && isNarrow && Math.abs(own.x - middle.x) <= reach)
    return Math.abs(below) + Math.abs(own.x - middle.x) / 4
  if (isOutline) return undefined
  const aside = [text.x - picture.x - picture.width, picture.x - text.x - text.width].filter(fits)
  if (
    aside.length > 0 &&
    Math.abs(own.y - middle.y) <= picture.height / 2 &&
    text.height <= picture.height * 2
  )
    return AT_SIDE + Math.abs(aside[0]!) + Math.abs(own.y - middle.y) / 4
  return undefined
}
