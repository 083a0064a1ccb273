/**
 * The theme that a diagram asks for itself, as far as pictures have the colours: the five of Mermaid that people choose from, with the
 * variables that its flowcharts heed (https://mermaid.js.org/config/theming.html). A test holds it against Mermaid's own.
 */
import type { OwnTheme } from '../ir/model.js'
import { type Color, colorOf, hexOf, hslOf, over } from '../theme/colors.js'
import type { Palette, Theme } from '../theme/palette.js'
import { textOn } from '../theme/theme.js'

/** What a flowchart is drawn with. */
interface Colours {
  readonly background: string
  readonly mainBkg: string
  readonly nodeBorder: string
  readonly nodeTextColor: string
  readonly textColor: string
  readonly lineColor: string
  readonly clusterBkg: string
  readonly clusterBorder: string
  readonly titleColor: string
  readonly edgeLabelBackground: string
  readonly noteBkgColor: string
  readonly noteBorderColor: string
  readonly noteTextColor: string
}

type Variables = ReadonlyMap<string, string>

const usual: Colours = {
  background: 'white',
  mainBkg: '#ececff',
  nodeBorder: '#9370db',
  nodeTextColor: '#333333',
  textColor: '#333333',
  lineColor: '#333333',
  clusterBkg: '#ffffde',
  clusterBorder: '#aaaa33',
  titleColor: '#333333',
  edgeLabelBackground: 'rgba(232,232,232,0.8)',
  noteBkgColor: '#fff5ad',
  noteBorderColor: '#aaaa33',
  noteTextColor: 'black',
}

const neutral: Colours = {
  background: 'white',
  mainBkg: '#eeeeee',
  nodeBorder: '#999999',
  nodeTextColor: '#000000',
  textColor: '#000000',
  lineColor: '#666666',
  clusterBkg: '#fcfcfc',
  clusterBorder: '#707070',
  titleColor: '#333333',
  edgeLabelBackground: 'white',
  noteBkgColor: '#666666',
  noteBorderColor: '#999999',
  noteTextColor: 'white',
}

const dark: Colours = {
  background: '#333333',
  mainBkg: '#1f2020',
  nodeBorder: '#cccccc',
  nodeTextColor: '#cccccc',
  textColor: '#cccccc',
  lineColor: 'lightgrey',
  clusterBkg: '#474949',
  clusterBorder: 'rgba(255,255,255,0.25)',
  titleColor: '#f9fffe',
  edgeLabelBackground: '#585858',
  noteBkgColor: '#474949',
  noteBorderColor: '#2f2f2f',
  noteTextColor: '#b8b6b6',
}

const forest: Colours = {
  background: 'white',
  mainBkg: '#cde498',
  nodeBorder: '#13540c',
  nodeTextColor: '#000000',
  textColor: '#000000',
  lineColor: '#000000',
  clusterBkg: '#cdffb2',
  clusterBorder: '#6eaa49',
  titleColor: '#333333',
  edgeLabelBackground: '#e8e8e8',
  noteBkgColor: '#fff5ad',
  noteBorderColor: '#6eaa49',
  noteTextColor: 'black',
}

/** Hue, saturation and lightness, also of white and black where they are said in these. */
function hueOf(css: string): readonly [number, number, number] {
  const [, ...said] = /^hsl\(([^,]+), ([^%]+)%, ([^%]+)%\)$/.exec(css) ?? []
  if (said.length === 3) return [Number(said[0]), Number(said[1]), Number(said[2])]
  return hslOf(colorOf(css)!)
}

/** A colour that stands elsewhere on the wheel. */
function turned(css: string, { hue = 0, saturation = 0, lightness = 0 }): string {
  const [h, s, l] = hueOf(css)
  const within = (part: number) => Math.min(100, Math.max(0, part))
  return `hsl(${h + hue}, ${within(s + saturation)}%, ${within(l + lightness)}%)`
}

function inverted(css: string): string {
  const color = colorOf(css)
  if (!color) return css
  return hexOf({ red: 255 - color.red, green: 255 - color.green, blue: 255 - color.blue, alpha: 1 })
}

const bordering = (css: string): string => turned(css, { saturation: -40, lightness: -10 })

/** The theme that is made to be changed: everything follows from a few colours, where it is not said itself. */
function base(given: Variables): Colours {
  const said = (name: string, otherwise: string): string => given.get(name) ?? otherwise
  const background = said('background', '#f4f4f4')
  const primary = said('primaryColor', '#fff4dd')
  const text = said('primaryTextColor', '#333333')
  const tertiary = said('tertiaryColor', turned(primary, { hue: 180, lightness: 5 }))
  const note = said('noteBkgColor', '#fff5ad')
  return {
    background,
    mainBkg: primary,
    nodeBorder: said('primaryBorderColor', bordering(primary)),
    nodeTextColor: text,
    textColor: text,
    lineColor: inverted(background),
    clusterBkg: tertiary,
    clusterBorder: said('tertiaryBorderColor', bordering(tertiary)),
    titleColor: said('tertiaryTextColor', inverted(tertiary)),
    edgeLabelBackground: said('secondaryColor', turned(primary, { hue: -120 })),
    noteBkgColor: note,
    noteBorderColor: bordering(note),
    noteTextColor: '#333333',
  }
}

/** Of a diagram that only names variables, or a theme that there is none of, the usual theme is changed. */
function coloursOf({ name, variables }: OwnTheme): Colours {
  const given: Variables = new Map([...variables].filter(([, value]) => colorOf(value)))
  const found =
    name === 'base'
      ? base(given)
      : new Map([
          ['dark', dark],
          ['forest', forest],
          ['neutral', neutral],
        ]).get(name ?? '')
  const colours = found ?? usual
  const titled =
    found || given.has('titleColor') ? {} : { titleColor: given.get('textColor') ?? colours.titleColor }
  const said = Object.keys(colours).flatMap(key => {
    const value = given.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  const node = given.get('nodeTextColor') ?? (name === 'base' ? undefined : given.get('textColor'))
  return {
    ...colours,
    ...titled,
    ...Object.fromEntries(said),
    ...(node !== undefined && { nodeTextColor: node }),
  }
}

function paletteOf(colours: Colours, given: Variables): Palette {
  const ground = (css: string, below: Color): Color => over(colorOf(css) ?? below, below)
  const white: Color = { red: 255, green: 255, blue: 255, alpha: 1 }
  const pageColor = ground(colours.background, white)
  const opaque = (css: string): string => hexOf(ground(css, pageColor))
  const page = hexOf(pageColor)
  // Who chose a colour for texts has it; one that only follows from others can be read.
  const text = (name: keyof Colours, fill: string): string => {
    const own = opaque(colours[name])
    return given.has(name) ? own : textOn(fill, own, { page })
  }
  const paint = (fill: string, stroke: string, color: keyof Colours) => ({
    fill: opaque(fill),
    stroke: opaque(stroke),
    text: text(color, opaque(fill)),
  })
  const group = paint(colours.clusterBkg, colours.clusterBorder, 'titleColor')
  const label = opaque(colours.edgeLabelBackground)
  const line = opaque(colours.lineColor)
  return {
    page,
    text: text('textColor', page),
    node: paint(colours.mainBkg, colours.nodeBorder, 'nodeTextColor'),
    note: paint(colours.noteBkgColor, colours.noteBorderColor, 'noteTextColor'),
    lanes: [{ ...group, title: group.fill }],
    groups: [group],
    edge: { stroke: line, text: text('textColor', label), ground: label },
    loop: { fill: 'none', stroke: line, text: text('textColor', page) },
    link: textOn(page, '#0a58a8', { page }),
  }
}

/**
 * The palettes of a diagram's own theme. It looks the same in the light and in the dark, as its author chose it, but for the usual one,
 * which has a counterpart.
 */
export function themeOfDiagram(own: OwnTheme): Theme {
  const palette = paletteOf(coloursOf(own), own.variables)
  const isUsual = own.name === 'default' && own.variables.size === 0
  return { name: own.name ?? 'own', light: palette, dark: isUsual ? paletteOf(dark, new Map()) : palette }
}

/** Variables that one of the themes heeds. */
const HEEDED: ReadonlySet<string> = new Set([
  ...Object.keys(usual),
  'primaryColor',
  'primaryTextColor',
  'primaryBorderColor',
  'secondaryColor',
  'tertiaryColor',
  'tertiaryTextColor',
  'tertiaryBorderColor',
])

const palettes = (own: OwnTheme): string => {
  const { light, dark } = themeOfDiagram(own)
  return JSON.stringify([light, dark])
}

/** What of a diagram's own theme is to be seen in a picture; nothing where it is drawn as one without a theme. */
export function seenTheme({ name, variables }: OwnTheme): OwnTheme | undefined {
  const seen = new Map([...variables].filter(([key]) => HEEDED.has(key)))
  const whole: OwnTheme = { ...(name !== undefined && { name }), variables: seen }
  const wanted = palettes(whole)
  for (const [key, value] of [...seen]) {
    seen.delete(key)
    if (palettes(whole) !== wanted) seen.set(key, value)
  }
  if (name !== undefined && palettes({ variables: seen }) !== wanted) return whole
  return seen.size > 0 ? { variables: seen } : undefined
}
