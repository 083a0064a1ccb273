/**
 * What a person sees as one thing where its file has several: a box with a picture and a text is a node called by that text, and so is
 * an icon with a text under it or at its side; a picture or a rule that no line ends at is a part of what it stands in.
 */
import { addTo } from '../../../src/ir/lists.js'
import type { Message } from '../../../src/messages/message.js'
import type { RawCell } from '../document/raw.js'
import { isSwimlane } from '../words/aspects.js'
import { isRule, isStatedGroup, isStatedNode } from './cell-kinds.js'
import { drawingOn } from './drawings.js'
import { cornerIcons, isBackground, takeBackgrounds } from './frame-looks.js'
import { isBox, nameOf } from './infer.js'
import { framesBelow, membersOf } from './lying.js'
import { labelsRead, noGraph, picturesRead } from './messages.js'
import { namesOf } from './named.js'
import { overlapped } from './overlapped.js'
import { endsOfLines, isBlank, isIcon, isOutline, isPicture } from './pictures.js'
import type { Inside, Sorted } from './sort.js'
import { isText, shows } from './texts.js'
import { around, type KnownWholes, type PageOfWholes, takeLying, type Wholes } from './whole-parts.js'

/**
 * The cells with such texts and pictures taken from the nodes. Gives `repair/inferred-label`, `repair/inferred-picture` and, of a page
 * that shows no graph, `repair/no-graph`, one for each page.
 * @param known what a graph of the page knows; only that is found again
 */
export function inferWholes(sorted: Sorted, messages: Message[], known?: KnownWholes): Sorted {
  const drawing = drawingOn(sorted)
  const isOf = (cell: RawCell): boolean => isPicture(cell) || isIcon(cell) || isText(cell)
  const unseen = sorted.groups.some(({ style }) => style.has('group'))
  if (!drawing && !unseen && !sorted.nodes.some(isOf)) return sorted
  const fits = (frame: RawCell, { order }: RawCell): boolean =>
    frame.order < order || frame.style.get('fillColor') === 'none'
  const below =
    framesBelow(sorted, { isFrame: cell => isBox(cell) || isOutline(cell), fits }) ??
    new Map<RawCell, RawCell>()
  const page: PageOfWholes = {
    sorted,
    known,
    below,
    isTitled: known?.isTitled ?? (() => true),
    isEnd: endsOfLines(sorted),
    isName: cell => isText(cell) && shows(cell) && !sorted.parts.has(cell) && !isStatedNode(cell),
  }
  const wholes: Wholes = {
    titles: new Map(),
    turned: new Set(),
    parts: new Map(),
    drawnWith: new Map(),
    ends: new Map(),
  }
  takeGroups(page, wholes)
  takeBackgrounds(page, wholes)
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
    if (
      isStatedGroup(group) ||
      isSwimlane(group.style) ||
      isBusy ||
      hasLines ||
      (known && !known.isNode(group))
    )
      continue
    const names = list.filter(isName)
    if (names.length !== (shows(group) ? 0 : 1)) continue
    if (!list.every(cell => isName(cell) || isPicture(cell) || isBackground(cell, group))) continue
    if (names[0] && isTitled(group)) titles.set(group, names[0])
    turned.add(group)
    for (const cell of list) parts.set(cell, group)
  }
}

/** Boxes without a label on which one text lies, and nothing else but pictures. */
function takeBoxes({ sorted, below, isName, isTitled, isEnd }: PageOfWholes, wholes: Wholes): void {
  const nodes = new Set(sorted.nodes)
  for (const [box, list] of membersOf(below)) {
    if (!nodes.has(box) || wholes.parts.has(box) || box.children.length > 0) continue
    // Empty paragraphs are a label that the file keeps.
    if (box.label !== '' || !isTitled(box)) continue
    const [name, ...more] = list.filter(isName)
    const others = list.filter(cell => !isName(cell))
    if (!name || more.length > 0 || !others.every(isPicture) || others.some(isEnd)) continue
    wholes.titles.set(box, name)
    for (const cell of list) takeLying(wholes, cell, box)
    // A line that ends at the text ends at the box.
    wholes.ends.set(name, box)
  }
}

/** Up to this size an outline may be called by the text under it, as a picture is, in pixels. */
const LARGEST_OUTLINE = 120

/** Icons with the texts under them or at their sides, and small outlines with texts under them. */
function takeIcons(page: PageOfWholes, wholes: Wholes): void {
  const { sorted, isName, isTitled, isEnd } = page
  const free = sorted.nodes.filter(cell => !wholes.parts.has(cell))
  const holders = new Set(page.below.values())
  const isSmall = (cell: RawCell): boolean =>
    !holders.has(cell) &&
    !wholes.titles.has(cell) &&
    Math.max(cell.box.width, cell.box.height) <= LARGEST_OUTLINE &&
    isOutline(cell)
  const icons = free.filter(cell => (isIcon(cell) || isSmall(cell)) && isTitled(cell))
  const texts = free.filter(cell => isName(cell) && !isEnd(cell))
  const names = namesOf(
    icons,
    texts,
    cell => around(page, cell),
    cell => !isIcon(cell),
  )
  const inCorners = cornerIcons(page, names)
  for (const [icon, text] of names) {
    const frame = inCorners.get(icon)
    if (frame) {
      takeLying(wholes, icon, frame)
      continue
    }
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

/** Pictures that stand in something or lie over a node's edge, and rules anywhere. */
function takePictures(page: PageOfWholes, wholes: Wholes): RawCell[] {
  const { sorted, known, isEnd } = page
  const { titles, parts } = wholes
  const pictures = sorted.nodes.filter(
    cell => !parts.has(cell) && !titles.has(cell) && isPicture(cell) && !isEnd(cell) && !known?.isNode(cell),
  )
  const named = sorted.nodes.filter(
    cell => !parts.has(cell) && (shows(cell) || titles.has(cell)) && !isText(cell),
  )
  const over = overlapped(pictures, named)
  const found = pictures.filter(cell => isRule(cell) || around(page, cell) !== undefined || over.has(cell))
  for (const cell of found) takeLying(wholes, cell, over.get(cell) ?? around(page, cell))
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
