/**
 * Themes: the colours that a diagram has where nobody gave it others. One table for everything that draws: pictures take the light and
 * the dark palette of a theme, a file format that has one page the light one. A colour that an element has itself always wins.
 */
import type { Shape } from '../ir/shapes.js'
import { type Color, colorOf, contrast, over } from './colors.js'
import type { LanePaint, Paint, Palette } from './palette.js'
import { type NamedTheme, THEMES, type ThemeName } from './table.js'

export type { EdgePaint, LanePaint, Paint, Palette, Theme } from './palette.js'
export type { ThemeName } from './table.js'

/** The names that `-O theme=NAME` takes. */
export const themeNames: readonly ThemeName[] = THEMES.map(({ name }) => name)

const byName: ReadonlyMap<string, NamedTheme> = new Map(THEMES.map(theme => [theme.name, theme]))

/** A theme by its name; nothing where there is none of that name. */
export function themeNamed(name: ThemeName): NamedTheme
export function themeNamed(name: unknown): NamedTheme | undefined
export function themeNamed(name: unknown): NamedTheme | undefined {
  return typeof name === 'string' ? byName.get(name) : undefined
}

export const nodePaint = ({ node, note }: Palette, shape: Shape | undefined): Paint =>
  shape === 'note' ? note : node

/** @param place of the lane among all lanes, from 0 */
export const lanePaint = ({ lanes }: Palette, place: number): LanePaint => lanes[place % lanes.length]!

/** @param depth how many groups the group stands in */
export const groupPaint = ({ groups }: Palette, depth: number): Paint =>
  groups[Math.min(depth, groups.length - 1)]!

/** What text needs to be read (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export const READABLE = 4.5

const BLACK: Color = { red: 0, green: 0, blue: 0, alpha: 1 }
const WHITE: Color = { red: 255, green: 255, blue: 255, alpha: 1 }

/**
 * The colour of text on a fill that its author chose: that of the theme where it can be read there, else black or white. Where
 * the fill is a colour that only a browser knows, it is that of the theme.
 */
export function textOn(fill: string, text: string, { page }: Pick<Palette, 'page'>): string {
  const ground = over(colorOf(fill) ?? BLACK, colorOf(page) ?? WHITE)
  const own = colorOf(text)
  if (colorOf(fill) === undefined || own === undefined || contrast(own, ground) >= READABLE) return text
  return contrast(BLACK, ground) >= contrast(WHITE, ground) ? '#000000' : '#ffffff'
}
