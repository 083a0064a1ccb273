/** What ELK is given for a node: its size, and the ports of its lines. */
import type { ElkNode, ElkPort } from 'elkjs/lib/elk-api.js'
import type { Node } from '../../ir/model.js'
import { labelAbove } from '../measure/icons.js'
import { outlineOf } from '../measure/outlines.js'
import type { Size } from '../measure/size.js'
import { isLabelOutside, outsideLabel, sizeOf } from '../measure/sizes.js'
import { GAP_BELOW } from './outside-labels.js'
import { LINE_STEP } from './side-rooms.js'

/** A side is long enough for its lines, where its shape allows any length. */
function grown({ width, height }: Size, node: Node, room: number, across: boolean): Size {
  if (outlineOf(node.shape) !== 'box' || node.fields?.length || isLabelOutside(node)) return { width, height }
  const least = room + LINE_STEP
  return across ? { width, height: Math.max(height, least) } : { width: Math.max(width, least), height }
}

interface NodeLines {
  readonly own: readonly ElkPort[] | undefined
  /** Whether its ports have places. */
  readonly fixed: boolean
  /** What the lines at the fuller of its sides along the flow need of it, in pixels. */
  readonly room: number
}

export function elkNode(node: Node, id: string, across: boolean, { own, fixed, room }: NodeLines): ElkNode {
  const { width, height } = fixed ? sizeOf(node, across) : grown(sizeOf(node, across), node, room, across)
  const below = outsideLabel(node)
  return {
    id,
    width,
    height,
    ...(own && { ports: [...own] }),
    layoutOptions: {
      ...(own && { 'elk.portConstraints': fixed ? 'FIXED_POS' : 'FIXED_SIDE' }),
    },
    // ELK reckons margins itself, from what it knows to stand there.
    ...(below.height > 0 && {
      labels: [
        {
          text: 'label',
          width: Math.ceil(below.width),
          height: Math.ceil(below.height) + GAP_BELOW,
          layoutOptions: {
            'elk.nodeLabels.placement': `[OUTSIDE, ${labelAbove(node) ? 'V_TOP' : 'V_BOTTOM'}, H_CENTER]`,
          },
        },
      ],
    }),
  }
}
