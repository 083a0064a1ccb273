/** What FlowZap Code can hold. The rules are those of FlowZap's public syntax guide. */
import type { Capabilities, NoteRules, TextRules } from '../../src/capabilities.js'
import type { FormatOptions } from '../../src/format.js'
import { COMMENTS_AFTER } from '../../src/ir/comments.js'
import type { Side } from '../../src/ir/model.js'
import { nearestShape } from './shapes.js'
import { noteLine } from './words/comments.js'
import { flowzapCustoms } from './words/customs.js'
import { handlesFor } from './words/handles.js'
import { laneOrder } from './words/lanes.js'
import { PROPERTIES } from './words/properties.js'
import { cleanCondition, cleanLaneId, cleanLaneLabel, cleanQuoted } from './words/text.js'

const quoted: TextRules = { lines: false, rich: [], clean: cleanQuoted, trims: true }

/** Handles are on the four sides only; a corner goes to the side that stands in its name. */
function nearestSide(side: Side): Side {
  if (side === 'top-left' || side === 'bottom-left') return 'left'
  if (side === 'top-right' || side === 'bottom-right') return 'right'
  return side
}

export const flowzapCapabilities: Capabilities = {
  graph: {
    direction: () => 'LR',
  },
  node: {
    text: { ...quoted, lostReadsAsId: true },
    shape: nearestShape,
    properties: PROPERTIES,
    propertyText: quoted,
    order: laneOrder,
  },
  group: {
    text: { lines: false, rich: [], clean: cleanLaneLabel, emptyReadsAsId: true },
    kinds: ['lane'],
    nested: false,
    required: true,
  },
  edge: {
    text: quoted,
    line: line => (line === 'invisible' ? undefined : 'solid'),
    arrows: () => ['none', 'normal'],
    side: nearestSide,
    sidesFor: handlesFor,
    order: 'by-source-lane',
  },
  loop: {
    text: { lines: false, rich: [], clean: cleanCondition },
    groupRequired: true,
  },
  ids: { node: { numbered: 'n' }, group: cleanLaneId, shared: false },
  customs: flowzapCustoms,
}

type LanesFrom = NonNullable<Capabilities['group']['from']>

/** What lanes are made of, in the words of the option: the outermost groups, the innermost, the classes of nodes, or nothing. */
export const lanesFrom: readonly LanesFrom[] = ['top', 'leaf', 'class', 'none']

/** With lanes and notes as they are asked for. */
export function flowzapCapabilitiesFor({ 'lanes-from': asked, notes }: FormatOptions): Capabilities {
  const from = lanesFrom.find(word => word === asked)
  const { group, node } = flowzapCapabilities
  return {
    ...flowzapCapabilities,
    ...(from !== undefined && { group: { ...group, from } }),
    ...(notes !== 'node' && { node: { ...node, notes: notesAsComments } }),
  }
}

const notesAsComments: NoteRules = { key: COMMENTS_AFTER, line: noteLine }
