/** What is said of groups and loops that a target holds otherwise. */
import type { Direction, Edge, Group, Range } from '../../ir/model.js'
import type { Finding } from '../editor.js'
import { directionInWords, edgeName, nameOf, short } from '../names.js'

type At = Range | undefined
type Named = Pick<Group, 'id' | 'label'>

/** The title of the target. */
interface Target {
  readonly title: string
}

interface OneGroup extends Target {
  readonly group: Named
}

export const otherKind = (
  { title, group, kind }: Target & { readonly group: Named & Pick<Group, 'kind'>; readonly kind: string },
  at: At,
): Finding => ({
  code: 'loss/group-kind',
  text: () => `The ${group.kind} “${short(group.id)}” is a ${kind} in ${title}.`,
  at,
})

export const directionOfDiagram = (
  { title, group, direction }: OneGroup & { readonly direction: Direction },
  at: At,
): Finding => ({
  code: 'loss/direction',
  text: () =>
    `As this diagram is set, the ${nameOf('group', group)} flows from ${directionInWords(direction)} in ${title} where nothing else is said, and so that is said.`,
  at,
})

export const noDirectionOfItsOwn = (
  { title, group, direction }: OneGroup & { readonly direction: Direction },
  at: At,
): Finding => ({
  code: 'loss/direction',
  text: fate =>
    `In ${title} a group flows as the whole diagram does: that ${nameOf('group', group)} flows from ${directionInWords(direction)} is ${fate}.`,
  at,
})

export const groupShown = ({ title, group }: OneGroup, at: At): Finding => ({
  code: 'loss/hidden',
  text: () => `${title} cannot hide a group: ${nameOf('group', group)} is visible.`,
  at,
})

// Groups in groups.

export const behindOthers = (): Finding => ({
  code: 'loss/nesting',
  text: 'Groups that stood in others stand behind them.',
})

export const notNested = (
  { title, group, label }: OneGroup & { readonly label: string },
  at: At,
): Finding => ({
  code: 'loss/nesting',
  text: () => `${title} has no groups in groups: ${nameOf('group', group)} is “${short(label)}” now.`,
  at,
})

export const loopInContainer = ({ group }: { readonly group: string }, at: At): Finding => ({
  code: 'loss/nesting',
  text: () => `A loop stood in ${nameOf('group', { id: group })}, which holds nothing but groups.`,
  at,
})

export const container = ({ group }: { readonly group: Named }, at: At): Finding => ({
  code: 'loss/nesting',
  text: () =>
    `The ${nameOf('group', group)} holds nothing but groups, so there is no lane for it; its name stands before theirs.`,
  at,
})

export const defaultLane = (
  { title, count, lane }: Target & { readonly count: number; readonly lane: string },
  at: At,
): Finding => ({
  code: 'loss/default-lane',
  repair: 'repair/node-place',
  text: () =>
    `${title} needs a lane for every node: ${count === 1 ? 'the node without one is' : `${count} nodes without one are`} in the new lane “${lane}”.`,
  at,
})

// Lanes that were asked for.

export const chosenLane = (
  { title, node, lane }: Target & { readonly node: Named; readonly lane: string | undefined },
  at: At,
): Finding => ({
  code: 'loss/lanes',
  severity: 'info',
  text: () =>
    `The ${nameOf('node', node)} is in ${lane === undefined ? 'no lane of its own' : `the lane “${short(lane)}”`} in ${title}, as lanes were asked for.`,
  at,
})

export const laneOfClass = ({ title, name }: Target & { readonly name: string }): Finding => ({
  code: 'loss/lanes',
  text: `The nodes of the class “${short(name)}” have a lane of their own in ${title}, as lanes were asked for.`,
})

export const noLane = ({ title, group }: OneGroup, at: At): Finding => ({
  code: 'loss/lanes',
  text: () => `The ${nameOf('group', group)} is no lane in ${title}, as lanes were asked for.`,
  at,
})

// Edges that end at groups.

export const noGroupEnds = (
  {
    title,
    edge,
    node,
    group,
  }: Target & { readonly edge: Edge; readonly node: string; readonly group: string },
  at: At,
): Finding => {
  // The edge is another one when it is said.
  const name = edgeName(edge)
  return {
    code: 'loss/group-end',
    text: `${title} has no edges to a group: the ${name} ends at node “${short(node)}” of “${short(group)}”.`,
    at,
  }
}

/** @param others whether other nodes stand in it */
export const nodeForGroup = (
  { group, others }: { readonly group: string; readonly others: boolean },
  at: At,
): Finding => ({
  code: 'loss/group-end',
  text: () =>
    `An edge ends at the group “${short(group)}”, which has no ${others ? 'other ' : ''}node: a node with its name stands in it now.`,
  at,
})

// Loops, by their conditions.

interface Loop {
  readonly loop: string
}

export const noLoops = ({ title, loop }: Target & Loop, at: At): Finding => ({
  code: 'loss/loop',
  text: fate => `${title} has no loops: the loop “${short(loop)}” is ${fate}.`,
  at,
})

export const loopWithoutLane = ({ loop }: Loop, at: At): Finding => ({
  code: 'loss/loop',
  text: () => `The loop “${short(loop)}” names no node, so there is no lane for it.`,
  at,
})

export const loopInLane = ({ loop }: Loop, at: At): Finding => ({
  code: 'loss/loop-lane',
  repair: 'repair/loop-lane',
  text: () => `The loop “${short(loop)}” stands in the lane of its first node.`,
  at,
})

export const conditionWritten = (
  { loop, nearest }: Loop & { readonly nearest: string },
  at: At,
): Finding => ({
  code: 'loss/label',
  repair: 'repair/character',
  text: () => `The condition “${short(loop)}” of a loop is written as “${short(nearest)}”.`,
  at,
})
