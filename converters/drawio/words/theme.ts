/**
 * The theme of a page: colours that its cells have where their elements have none of their own. They are put into the styles of cells last of
 * all and taken out first of all, so that nothing else knows of them. A page says its theme in the data of its first layer; a cell whose
 * element has a colour of its own that is also the theme's says which.
 */
import type { Graph, Group, Node } from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import {
  groupPaint,
  lanePaint,
  nodePaint,
  type Paint,
  type Palette,
  type Theme,
  textOn,
  themeNamed,
} from '../../../src/theme/theme.js'
import type { Cell } from '../document/cell.js'
import type { RawCell } from '../document/raw.js'
import type { StyleMap } from '../document/style.js'

/** The theme of a name; nothing for the plain one, which is what draw.io draws by itself. */
export function pageTheme(name: unknown): Theme | undefined {
  return name === 'plain' ? undefined : themeNamed(name)
}

/** Where a page says its theme, and a cell which of its colours are its own. */
const THEME = 'diaglot-theme'
const OWN = 'diaglot-own'

/** What the layer of a page with a theme says. */
export const themeAttribute = (theme: Theme | undefined): [string, string][] =>
  theme ? [[THEME, theme.name]] : []

/** The theme that the layer of a page says. */
export const themeOfLayer = (layer: Pick<RawCell, 'attributes'> | undefined): Theme | undefined =>
  layer?.attributes.get('diaglot-kind') === 'graph' ? pageTheme(layer.attributes.get(THEME)) : undefined

type Colours = ReadonlyMap<string, string>

const colours = ({ fill, stroke, text }: Paint, more: readonly (readonly [string, string])[] = []): Colours =>
  new Map([['fillColor', fill], ['strokeColor', stroke], ['fontColor', text], ...more])

/** draw.io fills the strip with a lane's title and the rest of it one by one. */
const lane = (palette: Palette, place: number): Colours => {
  const { fill, title, ...rest } = lanePaint(palette, place)
  return colours({ ...rest, fill: title }, [['swimlaneFillColor', fill]])
}

const edge = ({ edge: { stroke, text } }: Palette): Colours =>
  new Map([
    ['strokeColor', stroke],
    ['fontColor', text],
  ])

/** Where the groups of a graph stand: lanes among lanes, clusters in groups. */
export function placesOfGroups({ groups }: Graph): ReadonlyMap<string, number> {
  const depths = new Map<string | undefined, number>()
  for (const group of groups.values()) {
    const path: Group[] = []
    for (let up: Group | undefined = group; up && !depths.has(up.id); up = groups.get(up.parent ?? ''))
      path.push(up)
    for (const { id, parent } of path.reverse()) depths.set(id, (depths.get(parent) ?? -1) + 1)
  }
  let lanes = 0
  return new Map(
    [...groups.values()].map(({ id, kind }) => [id, kind === 'lane' ? lanes++ : depths.get(id)!]),
  )
}

/** The cell of an element in the colours of a theme. @param place of a group, as `placesOfGroups` has it */
export function painted(cell: Cell, element: Node | Group, { light }: Theme, place = 0): Cell {
  if ('shape' in element) {
    const given = nodePaint(light, element.shape)
    // A text without a box, as draw.io has it, gets none.
    const isBare = element.shape === 'text' || cell.style.has('text')
    return withColours(cell, isBare ? new Map([['fontColor', given.text]]) : colours(given), light)
  }
  if (element.kind === 'lane') return withColours(cell, lane(light, place), light)
  const isUnfilled = element.style.fill === undefined && cell.style.get('fillColor') === 'none'
  return withColours(cell, colours(groupPaint(light, place)), light, isUnfilled)
}

/**
 * The colour that a theme gives to the text of a field: that of its node, so that it can be read on the fill of the field or of the node.
 * Nothing where the node has a colour of its own.
 * @param node the style of the node's cell without the theme's colours
 */
export function fieldText(
  field: StyleMap,
  node: StyleMap,
  { light }: Theme,
  shape: Shape | undefined,
): string | undefined {
  if (node.has('fontColor')) return undefined
  const { text } = nodePaint(light, shape)
  const fill = [field.get('fillColor'), node.get('fillColor')].find(value => value && value !== 'none')
  return fill ? textOn(fill, text, light) : text
}

/** Whether a cell in a node with fields only holds others: it shows no text. */
const onlyHolds = (style: StyleMap): boolean => style.has('childLayout') || style.get('shape') === 'tableRow'

/** The cell of a field in the colours of a theme. @param node the cell that it stands in, without these */
export function paintedField(cell: Cell, node: Cell, theme: Theme, shape: Shape): Cell {
  const text = fieldText(cell.style, node.style, theme, shape)
  if (text === undefined || cell.style.has('fontColor') || onlyHolds(cell.style)) return cell
  return { ...cell, style: new Map(cell.style).set('fontColor', text) }
}

export const paintedEdge = (cell: Cell, { light }: Theme): Cell => withColours(cell, edge(light), light)

/** Frames of loops and the pool are nobody's but ours. */
export function paintedFrame(cell: Cell, { light }: Theme, kind: 'pool' | 'loop'): Cell {
  const style = new Map(cell.style)
  for (const [key, value] of kind === 'loop' ? colours(light.loop) : lane(light, 0)) style.set(key, value)
  return { ...cell, style }
}

/** The cell of the graph's title. */
export const paintedTitle = (cell: Cell, { light }: Theme): Cell =>
  withColours(cell, titleColours(light), light)

const titleColours = ({ text }: Palette): Colours => new Map([['fontColor', text]])

/** @param unfilled whether the fill `none` is only what such a cell has without a colour */
function withColours(cell: Cell, given: Colours, palette: Palette, unfilled = false): Cell {
  const style = new Map(cell.style)
  const own: string[] = []
  const fill = style.get('fillColor')
  const hasFill = fill !== undefined && !unfilled
  for (const [key, value] of given) {
    if (style.has(key) && !(unfilled && key === 'fillColor')) {
      if (isOne(style.get(key), value)) own.push(key)
    } else if (key !== 'swimlaneFillColor' || !hasFill) {
      style.set(key, key === 'fontColor' && hasFill && fill ? textOn(fill, value, palette) : value)
    }
  }
  const attributes = own.length > 0 ? [...cell.attributes, [OWN, own.join(' ')] as const] : cell.attributes
  return { ...cell, style, attributes }
}

const isOne = (value: string | null | undefined, ...colours: readonly string[]): boolean =>
  typeof value === 'string' && colours.includes(value.toLowerCase())

/** The style of a cell without what its page's theme gives it. */
export function unpainted(
  { attributes, style, kind }: RawCell,
  { light }: Theme,
  shape: Shape | undefined,
): StyleMap {
  const of = attributes.get('diaglot-kind')
  if (of === 'pool' || of === 'loop' || kind === 'other') return style
  if (kind === 'edge') return without(style, attributes, [edge(light)], light)
  if (of === 'title') return without(style, attributes, [titleColours(light)], light)
  if (of === 'lane')
    return without(
      style,
      attributes,
      light.lanes.map((_, place) => lane(light, place)),
      light,
    )
  if (of === 'node') return without(style, attributes, [colours(nodePaint(light, shape))], light)
  // What a person drew has no colours but its own.
  if (of !== 'cluster') return style
  const all = light.groups.map((_, depth) => colours(groupPaint(light, depth)))
  const bare = new Map(without(style, attributes, all, light))
  // A cluster is not filled.
  if (style.has('fillColor') && !bare.has('fillColor'))
    return new Map(
      [...style].flatMap(([key, value]) =>
        key === 'fillColor' ? [[key, 'none'] as const] : bare.has(key) ? [[key, value] as const] : [],
      ),
    )
  return bare
}

/** The style of a cell in a node with fields without what its page's theme gives it. @param node that of the node, without it too */
export function unpaintedField(
  { style }: RawCell,
  node: StyleMap,
  theme: Theme,
  shape: Shape | undefined,
): StyleMap {
  const text = fieldText(style, node, theme, shape)
  if (text === undefined || !isOne(style.get('fontColor'), text)) return style
  return new Map([...style].filter(([key]) => key !== 'fontColor'))
}

/** @param given what the theme gives to any cell of the kind: who moves a group to another depth does not paint it */
function without(
  style: StyleMap,
  attributes: ReadonlyMap<string, string>,
  given: readonly Colours[],
  palette: Palette,
): StyleMap {
  const own = new Set(attributes.get(OWN)?.split(' '))
  const fill = style.get('fillColor')
  const isTheirs = (key: string, value: string | null): boolean => {
    if (own.has(key)) return false
    const values = given.flatMap(each => each.get(key) ?? [])
    const onFill = key === 'fontColor' && fill ? values.map(text => textOn(fill, text, palette)) : []
    return isOne(value, ...values, ...onFill)
  }
  return new Map([...style].filter(([key, value]) => !isTheirs(key, value)))
}
