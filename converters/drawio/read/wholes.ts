/**
 * What a person sees as one thing where its file has several: a box with a picture and a text is a node called by that text, and so is
 * an icon with a text under it or at its side; a picture or a rule that no line ends at is a part of what it stands in.
 */
import { addTo } from '../../../src/ir/lists.js'
import type { Message } from '../../../src/messages/message.js'
import { holdsBox } from '../document/box.js'
import type { RawCell } from '../document/raw.js'
import { isSwimlane } from '../words/aspects.js'
import { isRule } from './cell-kinds.js'
import { drawingOn } from './drawings.js'
import { isBox, nameOf } from './infer.js'
import { areaOf, framesBelow, membersOf } from './lying.js'
import { labelsRead, noGraph, picturesRead } from './messages.js'
import { namesOf } from './named.js'
import { endsOfLines, isBlank, isIcon, isPicture } from './pictures.js'
import type { Inside, Sorted } from './sort.js'
import { isText, shows } from './texts.js'

/** What a graph that was read of a page knows of its cells. */
export interface KnownWholes {
  readonly isNode: (cell: RawCell) => boolean
  /** Whether it is a node or group with a label. */
  readonly isTitled: (cell: RawCell) => boolean
}

/**
 * The cells with such texts and pictures taken from the nodes. Gives `repair/inferred-label`, `repair/inferred-picture` and, of a page
 * that shows no graph, `repair/no-graph`, one for each page.
 * @param known what a graph of the page knows; only that is found again
 */
export function inferWholes(sorted: Sorted, messages: Message[], known?: KnownWholes): Sorted {
  const drawing = drawingOn(sorted)
  if (!drawing && !sorted.nodes.some(cell => isIcon(cell) || isRule(cell) || isText(cell))) return sorted
  const fits = (frame: RawCell, { order }: RawCell): boolean =>
    frame.order < order || frame.style.get('fillColor') === 'none'
  const below = framesBelow(sorted, { isFrame: isBox, fits }) ?? new Map<RawCell, RawCell>()
  const page: PageOfWholes = {
    sorted,
    known,
    below,
    isTitled: known?.isTitled ?? (() => true),
    isEnd: endsOfLines(sorted),
    isName: cell => isText(cell) && shows(cell) && !sorted.parts.has(cell),
  }
  const wholes: Wholes = {
    titles: new Map(),
    turned: new Set(),
    parts: new Map(),
    drawnWith: new Map(),
    ends: new Map(),
  }
  takeGroups(page, wholes)
  takeBoxes(page, wholes)
  takeIcons(page, wholes)
  const drawn = drawing ? takeDrawing(page, wholes) : []
  if (drawing && drawn[0]) messages.push(noGraph({ drawing, count: drawn.length }, drawn[0].at))
  const pictures = takePictures(page, wholes)
  const names = [...wholes.titles.values()].sort((a, b) => a.order - b.order)
  if (names[0]) {
    const first = names.slice(0, 3).map(nameOf).join(', ')
    messages.push(labelsRead({ names: first, count: names.length }, names[0].at))
  }
  if (pictures[0]) messages.push(picturesRead({ count: pictures.length }, pictures[0].at))
  return wholes.parts.size === 0 ? sorted : withWholes(sorted, wholes)
}

interface PageOfWholes {
  readonly sorted: Sorted
  readonly known: KnownWholes | undefined
  /** By cell: the box that it lies on. */
  readonly below: ReadonlyMap<RawCell, RawCell>
  readonly isTitled: (cell: RawCell) => boolean
  /** Whether a line ends at a cell. */
  readonly isEnd: (cell: RawCell) => boolean
  /** Whether a cell is a text that may be the label of a shape. */
  readonly isName: (cell: RawCell) => boolean
}

interface Wholes {
  /** By node: the text that is its label. */
  readonly titles: Map<RawCell, RawCell>
  /** Groups that are nodes. */
  readonly turned: Set<RawCell>
  /** What is a part, and of which of those, if it stands in one. */
  readonly parts: Map<RawCell, RawCell | undefined>
  /** By node or group: the parts that lie on it or beside it. */
  readonly drawnWith: Map<RawCell, RawCell[]>
  /** By text that lies on a box, the box: what ends at the one ends at the other. */
  readonly ends: Map<RawCell, RawCell>
}

function takeLying({ parts, drawnWith }: Wholes, part: RawCell, whole: RawCell | undefined): void {
  parts.set(part, undefined)
  if (whole) addTo(drawnWith, whole, part)
}

/** Groups of nothing but pictures, what is drawn behind them, and the text that names them: nodes. */
function takeGroups(
  { sorted, known, isName, isTitled }: PageOfWholes,
  { titles, turned, parts }: Wholes,
): void {
  const members = new Map<RawCell, RawCell[]>()
  for (const cell of [...sorted.nodes, ...sorted.groups]) {
    const group = sorted.inside.get(cell.id)?.group
    if (group) addTo(members, group, cell)
  }
  const groups = new Set(sorted.groups)
  for (const [group, list] of members) {
    const isBusy = list.some(cell => groups.has(cell) || cell.children.length > 0)
    const hasLines = group.children.some(({ kind }) => kind === 'edge')
    if (isSwimlane(group.style) || isBusy || hasLines || (known && !known.isNode(group))) continue
    const names = list.filter(isName)
    if (names.length !== (shows(group) ? 0 : 1)) continue
    if (!list.every(cell => isName(cell) || isPicture(cell) || isBackground(cell, group))) continue
    if (names[0] && isTitled(group)) titles.set(group, names[0])
    turned.add(group)
    for (const cell of list) parts.set(cell, group)
  }
}

/** Of this share of a group, at least, is what is drawn behind everything in it. */
const BACKGROUND = 0.8

/** Whether a shape that says nothing is what a group looks like. */
const isBackground = (cell: RawCell, group: RawCell): boolean =>
  isBlank(cell) && holdsBox(group.box, cell.box) && areaOf(cell.box) >= areaOf(group.box) * BACKGROUND

/** Boxes without a label on which one text lies, and nothing else but pictures. */
function takeBoxes({ sorted, below, isName, isTitled, isEnd }: PageOfWholes, wholes: Wholes): void {
  const nodes = new Set(sorted.nodes)
  for (const [box, list] of membersOf(below)) {
    if (!nodes.has(box) || box.children.length > 0 || shows(box) || !isTitled(box)) continue
    const [name, ...more] = list.filter(isName)
    const others = list.filter(cell => !isName(cell))
    if (!name || more.length > 0 || !others.every(isPicture) || others.some(isEnd)) continue
    wholes.titles.set(box, name)
    for (const cell of list) takeLying(wholes, cell, box)
    // A line that ends at the text ends at the box.
    wholes.ends.set(name, box)
  }
}

/** What a cell stands in or lies on. */
const around = ({ sorted, below }: PageOfWholes, cell: RawCell): RawCell | undefined =>
  sorted.inside.get(cell.id)?.group ?? below.get(cell)

/** Icons with the texts under them or at their sides. */
function takeIcons(page: PageOfWholes, wholes: Wholes): void {
  const { sorted, isName, isTitled, isEnd } = page
  const free = sorted.nodes.filter(cell => !wholes.parts.has(cell))
  const icons = free.filter(cell => isIcon(cell) && isTitled(cell))
  const texts = free.filter(cell => isName(cell) && !isEnd(cell))
  for (const [icon, text] of namesOf(icons, texts, cell => around(page, cell))) {
    wholes.titles.set(icon, text)
    takeLying(wholes, text, icon)
  }
}

/** On a page that is no graph, what says nothing, and nothing lies on. */
function takeDrawing({ sorted, known, below, isEnd }: PageOfWholes, wholes: Wholes): RawCell[] {
  const { titles, parts } = wholes
  const frames = new Set(below.values())
  const found = sorted.nodes.filter(
    cell =>
      isBlank(cell) &&
      !parts.has(cell) &&
      !titles.has(cell) &&
      !frames.has(cell) &&
      !isEnd(cell) &&
      !known?.isNode(cell),
  )
  for (const cell of found) takeLying(wholes, cell, undefined)
  return found
}

/** Pictures that stand in something, and rules anywhere. */
function takePictures(page: PageOfWholes, wholes: Wholes): RawCell[] {
  const { sorted, known, isEnd } = page
  const { titles, parts } = wholes
  const found = sorted.nodes.filter(cell => {
    if (parts.has(cell) || titles.has(cell) || !isPicture(cell) || isEnd(cell)) return false
    return (isRule(cell) || around(page, cell) !== undefined) && !known?.isNode(cell)
  })
  for (const cell of found) takeLying(wholes, cell, around(page, cell))
  return found
}

function withWholes(sorted: Sorted, { titles, turned, parts, drawnWith, ends }: Wholes): Sorted {
  const owner = new Map(sorted.owner)
  const inside = new Map<string, Inside>(sorted.inside)
  for (const [cell, whole] of parts) {
    owner.delete(cell.id)
    if (!whole) continue
    owner.set(cell.id, whole)
    inside.set(cell.id, {})
  }
  for (const [text, box] of ends) owner.set(text.id, box)
  const nodes = [...sorted.nodes.filter(cell => !parts.has(cell)), ...turned]
  return {
    ...sorted,
    nodes: nodes.sort((a, b) => a.order - b.order),
    groups: sorted.groups.filter(cell => !turned.has(cell)),
    opaque: [...sorted.opaque, ...parts.keys()],
    owner,
    inside,
    titles: new Map([...(sorted.titles ?? []), ...titles]),
    drawnWith,
  }
}
