/**
 * Icons that nodes show in place of a box, as the source of a graph says them: Mermaid's `icon`, `form`, `pos`, `w` and `h`
 * (https://mermaid.js.org/syntax/flowchart.html#icon-shape).
 */
import type { Graph, Node, Value } from '../../ir/model.js'
import { signNamed } from '../../text/rich/icon-signs.js'

const FORMS = ['square', 'circle', 'rounded'] as const
export type IconForm = (typeof FORMS)[number]

export interface Icon {
  /** As the source calls it: `fa:user`, `aws:lambda`. */
  readonly name: string
  /** The box around it; nothing where it stands alone. */
  readonly form: IconForm | undefined
  /** How large it is, in pixels, without its form. */
  readonly size: number
}

/** The format whose extras say it, and a node's under that name. */
export const ICONS_OF = 'mermaid'
export const iconSaid = ({ extras }: Node): ReadonlyMap<string, Value> | undefined => extras.get(ICONS_OF)

/** As large as an icon is where its source gives no size, and what its form adds. */
const USUAL = 48
const PADDING = 16
/** What no page has room for, or no one could see, is no size. */
const [LEAST, MOST] = [8, 4000]

/** Names of libraries of icons are of ASCII; what is none of these names nothing. */
const NAME = /^[ -~]{1,100}$/

const sizeSaid = (value: Value | undefined): number => {
  const pixels = Math.round(Number(value ?? 0))
  return pixels >= LEAST && pixels <= MOST ? pixels : 0
}

/** The icon that a node shows; nothing where it shows a picture, fields or its shape. */
export function iconOf(node: Node): Icon | undefined {
  const own = iconSaid(node)
  const name = own?.get('icon')
  if (typeof name !== 'string' || !NAME.test(name) || node.image !== undefined || node.fields?.length)
    return undefined
  const form = FORMS.find(form => form === own?.get('form'))
  return { name, form, size: Math.max(sizeSaid(own?.get('w')), sizeSaid(own?.get('h'))) || USUAL }
}

/** How wide and how high the node of an icon is. */
export const sideOfIcon = ({ form, size }: Icon): number => (form === undefined ? size : size + PADDING)

/** Whether the label of a picture or an icon stands above it; else it stands below. */
export const labelAbove = (node: Node): boolean => iconSaid(node)?.get('pos') === 't' && showsPicture(node)

/** A picture that its target cannot show is still a node with a label outside. */
const showsPicture = (node: Node): boolean =>
  node.image !== undefined || node.shape === 'image' || iconOf(node) !== undefined

/** What a picture of an icon shows: a sign of Unicode that pictures the same, else the words of its name. */
export interface IconSign {
  readonly sign?: string
  readonly words: string
}

/** A name without the library before it, which is what people call the icon. */
export function signOfIcon({ name }: Icon): IconSign {
  const own = name.slice(name.lastIndexOf(':') + 1).replace(/^fa-/, '')
  const sign = name.includes(':') ? signNamed(own) : undefined
  return { words: own.replace(/[-_\s]+/g, ' ').trim(), ...(sign !== undefined && { sign }) }
}

/** What drawings show, and so keep, of a node with an icon, and of where the label of one with a picture stands. */
export function iconExtras(
  node: Node,
  format: string,
  own: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const kept = new Map<string, Value>()
  if (format !== ICONS_OF) return kept
  const icon = iconOf(node)
  for (const [key, value] of own) {
    if (key === 'pos') {
      if (value === 't' && showsPicture(node)) kept.set(key, value)
    } else if (icon && isShown(key, value)) kept.set(key, value)
  }
  return kept
}

function isShown(key: string, value: Value): boolean {
  if (key === 'icon') return true
  if (key === 'form') return FORMS.some(form => form === value)
  return (key === 'w' || key === 'h') && typeof value === 'number' && sizeSaid(value) > 0
}

/** The graph with the names of icons in the place of signs, for what draws with fonts that have none. */
export function withIconNames(graph: Graph): Graph {
  const nodes = new Map(graph.nodes)
  for (const [id, node] of nodes) {
    const icon = iconOf(node)
    if (!icon || signOfIcon(icon).sign === undefined) continue
    const own = new Map([...iconSaid(node)!, ['icon', signOfIcon(icon).words]])
    nodes.set(id, { ...node, extras: new Map([...node.extras, [ICONS_OF, own]]) })
  }
  return { ...graph, nodes }
}
