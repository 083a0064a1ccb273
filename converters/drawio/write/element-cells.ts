/** The cell of each node and group, and of the pool. */
import type { Group, Node, Text } from '../../../src/ir/model.js'
import { plainFields } from '../../../src/ir/records.js'
import { cleanXml } from '../../../src/text/xml-characters.js'
import type { DrawnBox } from '../document/box.js'
import { type Cell, type GeometryXml, numberText } from '../document/cell.js'
import { decodeLabel, encodeLabel, htmlOfText } from '../document/html.js'
import { numberOf, parseStyle, type StyleMap } from '../document/style.js'
import { groupKind, isLane, nodeKind } from '../words/aspects.js'
import { fieldsFingerprint, formatCellData, textDatum } from '../words/cell-data.js'
import { displayedAttributes, isHtml, sameText, styleFor, visibility } from '../words/cell-parts.js'
import { asInFile } from '../words/exact.js'
import { drawnBox } from '../words/geometry.js'
import { inFile } from '../words/in-file.js'
import { decodeTaskLabel, encodeNodeLabel } from '../words/labels.js'
import { attributeName } from '../words/names.js'
import type { TitleCell } from '../words/opaque-cells.js'
import { nameWithoutText } from '../words/shape-names.js'
import { type Displayed, type SourceTexts, sourceTextsOf } from '../words/source-texts.js'
import { cellDataFor } from '../words/style-aspects.js'
import { inOrderOfFile } from '../words/style-order.js'
import { titleWithout } from '../words/title-strip.js'
import { groupValues, nodeValues, unseenData } from '../words/values.js'
import { isApart, originOf, type Page } from './page.js'
import { hasStrip } from './records/node-cells.js'

/** A box inside its parent, as `x`, `y`, `width`, `height`. */
export function boxGeometry(page: Pick<Page, 'boxes'>, box: DrawnBox, parent: string): GeometryXml {
  const origin = originOf(page, parent)
  const ours: GeometryXml = {
    attributes: [
      ['x', numberText(box.relative?.[0] ?? box.x - origin.x)],
      ['y', numberText(box.relative?.[1] ?? box.y - origin.y)],
      ['width', numberText(box.width)],
      ['height', numberText(box.height)],
      ...(box.relative ? [['relative', '1'] as const] : []),
    ],
    points: [],
    ...(box.more && { more: box.more }),
  }
  return asInFile(ours, box.source, 'box')
}

/**
 * What a node's label says, and whether it is said by its text alone.
 * @param strip whether a person drew the node with a place for a title above its fields
 */
function nodeShown(node: Node, html: boolean, strip: boolean): Displayed {
  const label = encodeNodeLabel(node, html, strip)
  const alone = label === encodeLabel(node.label, html) && sameText(decodeLabel(label, html), node.label)
  return { label, html, alone }
}

function textShown(text: Text, html: boolean): Displayed {
  const label = encodeLabel(text, html)
  return { label, html, alone: sameText(decodeLabel(label, html), text) }
}

/** What a group's own cell shows: nothing where another cell is its title. */
const groupShown = ({ label }: Group, titled: TitleCell | undefined, html: boolean): Displayed =>
  textShown(titled ? { text: '' } : label, html)

/** What a cell says besides what the model has words for, as attributes. */
function attributeParts({ cellAttributes, raw }: SourceTexts, style: StyleMap) {
  return {
    onCell: [...visibility(style), ...cellAttributes.cell, ['vertex', '1'] as const],
    ...(cellAttributes.wrapper !== undefined && { wrapper: cellAttributes.wrapper }),
    links: [...displayedAttributes(style, raw)],
  }
}

/** Lines at a hidden node are seen, as those at an invisible node of DOT are, but on a page where a person has them hidden with it. */
function hidingOf({ seenEnds }: Page, node: Node): true | 'lines' | undefined {
  if (!node.hidden) return undefined
  if (node.fields?.length) return true
  const asDrawn = inFile(node)?.get('unseen') === true
  return asDrawn || (!drawnBox(node) && seenEnds.has(node.id)) ? 'lines' : true
}

/** What stands in a hidden group is seen, as in an invisible cluster of DOT, but on a page where a person has it hidden with that. */
function hidingOfGroup({ seenGroups, seenEnds }: Page, group: Group): true | 'lines' | undefined {
  if (!group.hidden) return undefined
  const asDrawn = inFile(group)?.get('unseen') === true
  const isNeeded = seenGroups.has(group.id) || seenEnds.has(group.id)
  return asDrawn || (!drawnBox(group) && isNeeded) ? 'lines' : true
}

export function nodeCell(page: Page, node: Node): Cell {
  const id = page.nodeIds.get(node.id)!
  const childLayout = page.childLayouts.childLayoutOfNode(node)
  const values = nodeValues(node, childLayout, hidingOf(page, node))
  const style = styleFor(nodeKind, node, values)
  const html = isHtml(style)
  const parent = page.parents.get(id)!
  const titled = page.titles.get(node)
  const icon = nameWithoutText(style)
  const isIcon = inFile(node)?.get('icon') === true && sameText(node.label, { text: icon ?? '' })
  const shown =
    titled || isIcon
      ? textShown({ text: '' }, html)
      : nodeShown(node, html, hasStrip(page.childLayouts, node))
  const { label } = shown
  const sourceTexts = sourceTextsOf(node, 'node', shown, name => page.lookup(id, parent)(name))
  const cellData = new Map<string, unknown>([...cellDataFor(nodeKind, style, values), ...unseenData(node)])
  cellData.delete('shape')
  if (titled) cellData.set('titleCell', titled.id)
  const read = titled ? decodeLabel(titled.label, titled.html) : readLabel(node, label, html, icon)
  if (!sameText(read, node.label)) {
    cellData.set('label', textDatum(node.label))
    if (node.fields?.length && label === '') cellData.set('labelOf', fieldsFingerprint(node.fields))
  }
  if (node.note) cellData.set('note', true)
  if (!page.drawn && drawnBox(node)) cellData.set('placed', true)
  if (node.group !== undefined && isApart(page, node, node.group))
    cellData.set('on', page.groupIds.get(node.group))
  const { attributes: cellAttributes } = sourceTexts.cellAttributes
  if (cellAttributes.has('mermaidId')) cellData.set('mermaid', true)
  const { onCell, wrapper, links } = attributeParts(sourceTexts, style)
  return {
    id,
    label: sourceTexts.raw.get('label') ?? label,
    style: inOrderOfFile(node, style),
    parent,
    ...(wrapper !== undefined && { wrapper }),
    attributes: [
      ...links,
      ...[...node.properties].map(([name, value]) => [attributeName(name), value] as const),
      ...cellAttributes,
      ['diaglot-kind', 'node'],
      ...(id === node.id ? [] : [['diaglot-id', node.id] as const]),
      ['diaglot-shape', node.shape],
      ...(page.mermaid && !cellAttributes.has('mermaidId')
        ? [['diaglot-mermaid', cleanXml(node.id)] as const]
        : []),
      ...(cellData.size > 0 ? [['diaglot', formatCellData(cellData)] as const] : []),
    ],
    cellAttributes: onCell,
    geometry: boxGeometry(page, page.boxes.get(id)!, parent),
  }
}

/** The label that a reader takes from a node's cell by itself. */
function readLabel({ fields }: Node, label: string, html: boolean, icon: string | undefined): Text {
  if (fields?.length) return label === '' ? { text: plainFields(fields) } : decodeLabel(label, html)
  const own = decodeTaskLabel(label)?.label ?? decodeLabel(label, html)
  return own.text === '' && icon !== undefined ? { text: icon } : own
}

export function groupCell(page: Page, group: Group): Cell {
  const id = page.groupIds.get(group.id)!
  const values = groupValues(group, page.rows === true && group.kind === 'lane', hidingOfGroup(page, group))
  const style = new Map(styleFor(groupKind, group, values))
  const box = page.boxes.get(id)!
  const cellData = new Map<string, unknown>([...cellDataFor(groupKind, style, values), ...unseenData(group)])
  const title = drawnBox(group)?.title
  const untold = box.untold && title === titleWithout(style)
  if (untold) style.delete('startSize')
  else if (group.kind === 'lane' && isLane(style)) style.set('startSize', numberText(box.title ?? 30))
  else if (title !== undefined) style.set('startSize', numberText(title))
  const indent = numberOf(style.get('spacingLeft'))
  if (box.titleAt && indent !== undefined && style.get('align') === 'left') {
    style.set('spacingLeft', numberText(indent + box.titleAt))
    cellData.set('titleAt', box.titleAt)
  }
  const html = isHtml(style)
  const parent = page.parents.get(id)!
  const titled = page.titles.get(group)
  const text = groupShown(group, titled, html)
  const sourceTexts = sourceTextsOf(group, 'group', text, name => page.lookup(id, parent)(name))
  const alone = titled ? sameText(decodeLabel(titled.label, titled.html), group.label) : text.alone
  if (!alone) cellData.set('label', textDatum(group.label))
  if (titled) cellData.set('titleCell', titled.id)
  if (group.direction) cellData.set('direction', group.direction)
  // Things may lie on a shape that draw.io is told to put nothing into.
  if (style.get('container') === '0') cellData.set('container', '0')
  if (!page.drawn && drawnBox(group)) cellData.set('placed', true)
  if (group.parent !== undefined && isApart(page, group, group.parent))
    cellData.set('on', page.groupIds.get(group.parent))
  const { onCell, wrapper, links } = attributeParts(sourceTexts, style)
  return {
    id,
    label: sourceTexts.raw.get('label') ?? text.label,
    style: inOrderOfFile(group, style),
    parent,
    ...(wrapper !== undefined && { wrapper }),
    attributes: [
      ...links,
      ...sourceTexts.cellAttributes.attributes,
      ['diaglot-kind', group.kind],
      ...(id === group.id ? [] : [['diaglot-id', group.id] as const]),
      ...(cellData.size > 0 ? [['diaglot', formatCellData(cellData)] as const] : []),
    ],
    cellAttributes: onCell,
    geometry: boxGeometry(page, box, parent),
  }
}

const POOL_STYLE =
  'swimlane;childLayout=stackLayout;resizeParent=1;resizeParentMax=0;startSize=0;whiteSpace=wrap;html=1;collapsible=0;'

export function poolCell(page: Page, { id, box }: { id: string; box: DrawnBox }): Cell {
  const style = new Map(parseStyle(POOL_STYLE))
  if (page.rows) {
    style.set('horizontal', '0')
    style.set('horizontalStack', '0')
  }
  style.set('startSize', numberText(box.title ?? 0))
  return {
    id,
    label: htmlOfText(page.graph.title ?? ''),
    style,
    parent: page.layer,
    attributes: [['diaglot-kind', 'pool']],
    cellAttributes: [['vertex', '1']],
    geometry: boxGeometry(page, box, page.layer),
  }
}
