/** What is said of nodes that a target holds otherwise, and of ids. */
import type { Capabilities } from '../../capabilities.js'
import type { Edge, Node, Range } from '../../ir/model.js'
import type { CoreCode } from '../../messages/codes.js'
import { whole } from '../../text/whole.js'
import type { Finding } from '../editor.js'
import { edgeName, nameOf, short } from '../names.js'

type At = Range | undefined
type Named = Pick<Node, 'id' | 'label'>

/** The title of the target. */
interface Target {
  readonly title: string
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a')

// Shapes and what nodes show.

export const noShape = (
  { title, node, shape }: Target & { readonly node: Named & Pick<Node, 'shape'>; readonly shape: string },
  at: At,
): Finding => ({
  code: 'loss/shape',
  text: () =>
    whole`${title} has no shape “${node.shape}”: ${nameOf('node', node)} is ${article(shape)} ${shape}.`,
  at,
})

/** @param nearest the shape that is the nearest, and does not stand there */
export const shapeOfItsPart = (
  {
    title,
    node,
    shape,
    nearest,
  }: Target & {
    readonly node: Named & Pick<Node, 'shape'>
    readonly shape: string
    readonly nearest: string
  },
  at: At,
): Finding => ({
  code: 'loss/shape',
  text: () =>
    `In ${title} ${article(nearest)} ${nearest} does not stand in the middle of a flow: ${nameOf('node', node)}, a “${node.shape}” before, is ${article(shape)} ${shape}.`,
  at,
})

/** @param size how many signs its address has */
export const largePicture = (
  { title, node, size }: { readonly title: string; readonly node: Named; readonly size: number },
  at: At,
): Finding => ({
  code: 'loss/image',
  text: fate =>
    `The picture of ${nameOf('node', node)} is a text of ${size} characters, too long for ${title}: it is ${fate}.`,
  at,
})

export const noPictures = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/image',
  text: fate => `${title} has no pictures in nodes: the one of ${nameOf('node', node)} is ${fate}.`,
  at,
})

/** Of a target that loads nothing. */
export const pictureElsewhere = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/image',
  text: fate =>
    `${title} shows only pictures whose data stand in the diagram: the one of ${nameOf('node', node)} is ${fate}.`,
  at,
})

/** Of a target that fills such a node with its fields. */
export const pictureBesideFields = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/image',
  text: fate =>
    `${title} shows no picture in a node with fields: the one of ${nameOf('node', node)} is ${fate}.`,
  at,
})

export const nodeShown = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/hidden',
  text: () => `${title} cannot hide a node: ${nameOf('node', node)} is visible.`,
  at,
})

export const unfilled = ({ title }: Target): Finding => ({
  code: 'loss/style',
  text: () =>
    `${title} fills only the nodes that have a fill of their own: the others show the colour behind them.`,
})

export const onPaper = ({ title }: Target): Finding => ({
  code: 'loss/style',
  severity: 'info',
  text: () =>
    `${title} has no colour of the page for nodes without a fill to show: they are drawn as others are.`,
})

// Fields.

export const fieldsOfLabel = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/fields',
  text: () =>
    `${title} shows the table in the label of ${nameOf('node', node)}, and its cells are fields there.`,
  at,
})

export const titleAsField = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/fields',
  text: () =>
    `${title} has no titles above fields: the title of ${nameOf('node', node)} is its first field now.`,
  at,
})

export const nearestFields = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/fields',
  text: () =>
    `${title} cannot hold all fields of ${nameOf('node', node)} as they are; the nearest are written.`,
  at,
})

export const noFields = ({ title, node }: Target & { readonly node: Named }, at: At): Finding => ({
  code: 'loss/fields',
  text: () => `${title} has no records: the fields of ${nameOf('node', node)} are only its text now.`,
  at,
})

// Properties.

interface Property {
  readonly property: string
  readonly node: string
}

export const noProperty = (
  { title, property, value, node }: Target & Property & { readonly value: string },
  at: At,
): Finding => ({
  code: 'loss/property',
  text: () => `${title} has no place for “${short(property)}: ${short(value)}” of node “${short(node)}”.`,
  at,
})

export const propertyWritten = (
  { property, node, nearest }: Property & { readonly nearest: string },
  at: At,
): Finding => ({
  code: 'loss/property',
  repair: 'repair/character',
  text: () => `“${short(property)}” of node “${short(node)}” is written as “${short(nearest)}”.`,
  at,
})

// Nodes that show nothing.

export const edgeOfSpacer = ({ edge }: { readonly edge: Edge }, at: At): Finding => ({
  code: 'loss/spacer',
  text: () => `The ${edgeName(edge)} goes with a node that shows nothing.`,
  at,
})

export const loopOfSpacer = (at: At): Finding => ({
  code: 'loss/spacer',
  text: () => 'A loop no longer names nodes that show nothing.',
  at,
})

/** @param through whether edges led on through it */
export const spacer = (
  { node, through }: { readonly node: Named; readonly through: boolean },
  at: At,
): Finding => ({
  code: 'loss/spacer',
  text: fate =>
    `The ${nameOf('node', node)} shows nothing and leads nowhere${through ? ' but on' : ''}, so it is ${fate}.`,
  at,
})

export const ledPast = ({ edge, node }: { readonly edge: Edge; readonly node: Named }, at: At): Finding => ({
  code: 'loss/spacer',
  text: () => `The ${edgeName(edge)} leads on past “${node.id}”, which shows nothing.`,
  at,
})

/** @param beside whether it is a comment */
export const noted = (
  { title, node, beside }: { readonly title: string; readonly node: Named; readonly beside: boolean },
  at: At,
): Finding => ({
  code: 'loss/note',
  text: () =>
    `The text of ${nameOf('node', node)} belongs to nothing. In ${title} it is ${beside ? 'a comment, and with `-O notes=node` a node' : 'a node like others'}.`,
  at,
})

// Ids.

/** @param repair what it is where the graph is of the target's own format @param what a node or a group */
export const renamed = (
  {
    title,
    what,
    id,
    name,
    repair,
  }: Target & {
    readonly what: string
    readonly id: string
    readonly name: string
    readonly repair: CoreCode
  },
  at: At,
): Finding => ({
  code: 'loss/id',
  repair,
  text: () => whole`The ${what} “${short(id)}” is “${short(name)}” in ${title}.`,
  at,
})

/** In its own format, an id that can be read and not written is put right. */
export function repairOf(
  { ids, group }: Pick<Capabilities, 'ids' | 'group'>,
  of: 'nodes' | 'groups',
): CoreCode {
  if (of === 'nodes') return typeof ids.node === 'object' ? 'repair/numbering' : 'repair/id'
  return group.kinds.every(kind => kind === 'lane') ? 'repair/lane-id' : 'repair/id'
}
