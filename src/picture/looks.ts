/** What an element of a diagram says of its own look, as attributes of the group that it is drawn in. */
import type { Graph, Link, Style } from '../ir/model.js'
import { labelBeside } from '../layout/measure/sizes.js'
import { colorOf, contrast } from '../theme/colors.js'
import type { Palette, Theme } from '../theme/palette.js'
import { textOn } from '../theme/theme.js'
import { safeColor, safeDash, safeFont, safeSlant, safeUrl, safeWeight } from './css.js'
import { type Attributes, element, textElement } from './element.js'
import { type Colours, coloursOf, type Painter, type Role, type Scheme } from './paint.js'

/** The smallest and the largest font that is drawn. */
export const fontSizeOf = ({ fontSize }: Style, usual: number): number =>
  fontSize === undefined || Number.isNaN(fontSize) ? usual : Math.min(Math.max(fontSize, 1), 1000)

/**
 * What a style says of colours, and what follows from that for what it leaves to the theme.
 * @param behind what the text stands on, if not on the fill of the style, where the diagram says a colour for that
 * @param aside whether the text stands beside what is filled
 */
export function ownColours(
  style: Style,
  role: Role,
  painter: Painter,
  behind?: string,
  aside = false,
): Colours {
  const [fill, stroke, text] = [style.fill, style.stroke, style.color].map(safeColor)
  const own = { ...(fill && { fill }), ...(stroke && { stroke }) }
  if (text) {
    const ground = fill || aside ? undefined : groundOf(text, role, painter, behind)
    return { ...own, ...(ground && { fill: ground }), color: text }
  }
  const ground = fill && fill !== 'none' && !aside ? fill : behind
  const readable = ground && textColourOn(ground, role, painter)
  return readable ? { ...own, color: readable } : own
}

/** A colour that was chosen for a light ground, or for a dark one, brings that along where the theme has another. */
function groundOf(text: string, role: Role, { theme, scheme }: Painter, behind?: string): string | undefined {
  const [light, dark] = [theme.light, theme.dark].map(palette => coloursOf(role, palette).fill)
  const shown = scheme === 'auto' ? [light, dark] : scheme === 'dark' ? [dark] : [light]
  if (shown.every(ground => isReadable(text, ground))) return undefined
  if (behind && isReadable(text, behind)) return 'none'
  return isReadable(text, light) ? light : isReadable(text, dark) ? dark : undefined
}

/** The colour of text on a fill that the diagram says; nothing where it is each mode's own. */
export function textColourOn(fill: string, role: Role, { theme, palette }: Painter): string | undefined {
  const [light, dark] = [theme.light, theme.dark].map(each =>
    textOn(fill, coloursOf(role, each).color ?? each.text, each),
  )
  return light === dark || isOpaque(fill) ? (palette === theme.dark ? dark : light) : undefined
}

const isOpaque = (fill: string): boolean => (colorOf(fill)?.alpha ?? 0) > 0.5

/** The contrast below which nobody reads a text. */
const UNREADABLE = 2.5

function isReadable(text: string, ground: string | undefined): boolean {
  const [a, b] = [colorOf(text), colorOf(ground ?? 'none')]
  return !a || !b || b.alpha === 0 || contrast(a, b) >= UNREADABLE
}

/** How well lines have to be seen on what they run over. */
const VISIBLE = 2.2

/**
 * The scheme for a graph that colours its page: that in which what the theme draws is seen on it; the scheme that is asked for where it has no
 * such colour.
 */
export function schemeOn({ style: { fill } }: Graph, { light, dark }: Theme, scheme: Scheme): Scheme {
  const page = colorOf(fill ?? 'none')
  if (!page || page.alpha < 0.5) return scheme
  const seen = ({ text }: Palette): number => contrast(colorOf(text) ?? page, page)
  if (seen(dark) > seen(light)) return 'dark'
  return scheme === 'dark' ? 'light' : scheme
}

/**
 * Whether a graph can be shown on a dark page: its own colours always win, so that one with dark lines, with dark labels beside
 * their shapes, or with light groups that lines of the theme run over, stays as it is in the light.
 */
export function hasDark({ edges, groups, nodes, style }: Graph, { edge, page }: Palette): boolean {
  const isSeen = (line: string | undefined, ground: string | undefined): boolean => {
    const [a, b] = [colorOf(line ?? 'none'), colorOf(ground ?? 'none')]
    return !a || !b || a.alpha < 0.5 || b.alpha < 0.5 || contrast(a, b) >= VISIBLE
  }
  const grounds = [style.fill, ...[...groups.values()].map(group => group.style.fill)]
  return (
    edges.every(({ style: { stroke } }) => isSeen(stroke, page)) &&
    [...nodes.values()].every(node => isSeen(node.style.color, page) || !labelBeside(node)) &&
    grounds.every(fill => isSeen(edge.stroke, fill))
  )
}

export function colourAttributes({ fill, stroke, color }: Colours): Attributes {
  return [
    ['fill', fill],
    ['stroke', stroke],
    ['color', color],
  ]
}

/** A shape or a line as opaque as its style says. Texts on it stay as they are, as in Mermaid and draw.io. */
export const faded = ({ opacity }: Style, drawn: string): string =>
  opacity === undefined || drawn === '' ? drawn : element('g', [['opacity', opacity]], drawn)

/** The lines and the fonts of a style. */
export function styleAttributes(style: Style): Attributes {
  const { strokeWidth, dash, fontFamily, fontSize, fontWeight, fontStyle, rounded } = style
  return [
    ['stroke-width', strokeWidth],
    ['stroke-dasharray', dash === undefined ? undefined : safeDash(dash)],
    ['stroke-linejoin', rounded ? 'round' : undefined],
    ['font-family', fontFamily === undefined ? undefined : safeFont(fontFamily)],
    ['font-size', fontSize === undefined ? undefined : fontSizeOf(style, 0)],
    ['font-weight', fontWeight === undefined ? undefined : safeWeight(fontWeight)],
    ['font-style', fontStyle === undefined ? undefined : safeSlant(fontStyle)],
  ]
}

/** What is drawn, as a link where it leads somewhere, with what is said when a pointer rests on it. */
export function linked(link: Link | undefined, notes: readonly string[], drawn: string): string {
  const said = [...(link?.tooltip ? [link.tooltip] : []), ...notes].join('\n')
  const content = (said === '' ? '' : textElement('title', [], said)) + drawn
  const url = link?.url === undefined ? undefined : safeUrl(link.url)
  if (url === undefined) return content
  return element(
    'a',
    [
      ['href', url],
      ['target', link?.target],
      ['rel', link?.target ? 'noopener' : undefined],
    ],
    content,
  )
}
