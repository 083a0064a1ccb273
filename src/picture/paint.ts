/**
 * Colours of a picture. Every colour of the theme stands in attributes of groups, as it is in the light; what is drawn in a group
 * takes it from there, and what the diagram says itself stands nearer to it and wins. The dark ones stand in a style sheet that
 * speaks of these groups by their classes: where a page refuses it, the picture is the light one.
 */
import type { Mark } from '../diff/mark.js'
import { colorOf, contrast } from '../theme/colors.js'
import {
  groupPaint,
  type LanePaint,
  lanePaint,
  type Paint,
  type Palette,
  READABLE,
  type Theme,
} from '../theme/theme.js'
import type { Attributes } from './element.js'

/** What a part of a picture is, for the theme. */
export type Role =
  | 'page'
  | 'title'
  | 'node'
  | 'note'
  | 'open'
  | 'ink'
  | 'edge'
  | 'paper'
  | 'label'
  | 'loop'
  | 'link'
  | `mark-${Mark}`
  | 'mark-sign'
  | `lane${number}`
  | `lane${number}-title`
  | `group${number}`

/** What a role colours; `color` is that of texts. */
export interface Colours {
  readonly fill?: string
  readonly stroke?: string
  readonly color?: string
}

const painted = ({ fill, stroke, text }: Paint): Colours => ({ fill, stroke, color: text })

/** Whether the text of nodes can be read beside what they fill, too. */
export function isReadableOnPage({ node, page }: Palette): boolean {
  const [text, ground] = [colorOf(node.text), colorOf(page)]
  return !text || !ground || contrast(text, ground) >= READABLE
}

const FIXED: ReadonlyMap<string, (palette: Palette) => Colours> = new Map<
  string,
  (palette: Palette) => Colours
>([
  ['page', ({ page, text }: Palette) => ({ fill: page, color: text })],
  ['title', ({ text }: Palette) => ({ color: text })],
  ['node', ({ node }: Palette) => painted(node)],
  ['note', ({ note }: Palette) => painted(note)],
  [
    'open',
    (palette: Palette) => ({
      ...painted(palette.node),
      color: isReadableOnPage(palette) ? palette.node.text : palette.text,
    }),
  ],
  ['ink', ({ edge, text }: Palette) => ({ fill: edge.stroke, stroke: edge.stroke, color: text })],
  ['edge', ({ edge }: Palette) => ({ fill: edge.stroke, stroke: edge.stroke, color: edge.text })],
  ['paper', ({ edge }: Palette) => ({ fill: edge.ground })],
  ['label', ({ edge }: Palette) => ({ fill: edge.ground, color: edge.text })],
  ['loop', ({ loop }: Palette) => painted(loop)],
  ['link', ({ link }: Palette) => ({ fill: link })],
])

/** What marks are drawn in on a light page and on a dark one, and the signs in them: each is 4.5 to 1 against the other, and against the page. */
const MARKS: Readonly<Record<'light' | 'dark', Readonly<Record<Mark | 'sign', string>>>> = {
  light: { added: '#116329', removed: '#b3261e', changed: '#8a4b00', sign: '#ffffff' },
  dark: { added: '#6fdd8b', removed: '#ff9d94', changed: '#f5c451', sign: '#10141a' },
}
const WHITE = { red: 255, green: 255, blue: 255, alpha: 1 }
const BLACK = { red: 0, green: 0, blue: 0, alpha: 1 }

function markColours(name: Mark | 'sign', { page }: Palette): Colours {
  const ground = colorOf(page) ?? WHITE
  const colour = MARKS[contrast(BLACK, ground) >= contrast(WHITE, ground) ? 'light' : 'dark'][name]
  return { fill: colour, stroke: colour, color: colour }
}

/** The colours of a role in a palette. */
export function coloursOf(role: Role, palette: Palette): Colours {
  const fixed = FIXED.get(role)
  if (fixed) return fixed(palette)
  if (role.startsWith('mark-')) return markColours(role.slice('mark-'.length) as Mark | 'sign', palette)
  const [, kind, number, title] = /^(lane|group)(\d+)(-title)?$/.exec(role)!
  if (kind === 'group') return painted(groupPaint(palette, Number(number)))
  const lane: LanePaint = lanePaint(palette, Number(number))
  return title ? { fill: lane.title, stroke: lane.stroke, color: lane.text } : painted(lane)
}

export type Scheme = 'auto' | 'light' | 'dark'

export interface Painter {
  readonly theme: Theme
  readonly scheme: Scheme
  /** The palette that stands in attributes. */
  readonly palette: Palette
  /** The roles that were asked for. */
  readonly used: Set<Role>
}

export const painter = (theme: Theme, scheme: Scheme): Painter => ({
  theme,
  scheme,
  palette: scheme === 'dark' ? theme.dark : theme.light,
  used: new Set(),
})

const PREFIX = 'dg-'

/** The class and the colours of a role, for a group or something that is drawn. */
export function roleAttributes({ palette, used }: Painter, role: Role): Attributes {
  used.add(role)
  const { fill, stroke, color } = coloursOf(role, palette)
  return [
    ['class', PREFIX + role],
    ['fill', fill],
    ['stroke', stroke],
    ['color', color],
  ]
}

/**
 * The rules that turn a picture dark: where a reader prefers dark, and where `data-theme="dark"` stands on the picture or around it;
 * `data-theme="light"` keeps it light. Nothing where both palettes give the same.
 */
export function darkRules({ theme, used }: Painter, id: string): string {
  const rules = [...used].map(role => {
    const [light, dark] = [coloursOf(role, theme.light), coloursOf(role, theme.dark)]
    const parts = (['fill', 'stroke', 'color'] as const).filter(name => light[name] !== dark[name])
    return parts.length === 0
      ? ''
      : ` .${PREFIX}${role}{${parts.map(name => `${name}:${dark[name]}`).join(';')}}`
  })
  const all = rules.filter(rule => rule !== '')
  if (all.length === 0) return ''
  const under = (root: string): string => all.map(rule => root + rule).join('')
  const light = `#${id}:not([data-theme=light],[data-theme=light] *)`
  const dark = `#${id}:is([data-theme=dark],[data-theme=dark] *)`
  return `@media (prefers-color-scheme:dark){${under(light)}}${under(dark)}`
}
