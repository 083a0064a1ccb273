/** Groups: the kind the target has, flat where it cannot nest, and a lane for every node where it needs one. */

import { isBlank } from '../../ir/blank.js'
import { byId, makeGroup, plain } from '../../ir/build.js'
import type { Path } from '../../ir/change.js'
import { childrenOf } from '../../ir/group-tree.js'
import type { Group } from '../../ir/model.js'
import {
  change,
  directionInWords,
  type Editor,
  type Fate,
  groupsOf,
  nameOf,
  nodesOf,
  short,
} from '../editor.js'

export function lowerGroups(editor: Editor): void {
  if (!editor.target.capabilities.group.nested) flatten(editor)
  lowerKinds(editor)
  lowerGroupFlags(editor)
  if (editor.target.capabilities.group.required) addDefaultLane(editor)
}

function lowerKinds(editor: Editor): void {
  const { kinds, kindAt } = editor.target.capabilities.group
  for (const group of groupsOf(editor)) {
    const level = kindAt?.(group.parent === undefined ? 'top' : 'inner')
    const kind = level ?? (kinds.includes(group.kind) ? group.kind : kinds[0])
    const text = () => `The ${group.kind} “${short(group.id)}” is a ${kind} in ${editor.target.title}.`
    change(editor, { code: 'loss/group-kind', text, at: group.at }, [[['groups', group.id, 'kind'], kind]])
  }
}

function lowerGroupFlags(editor: Editor): void {
  const { direction, hidden } = editor.target.capabilities.group
  const { title } = editor.target
  for (const group of groupsOf(editor)) {
    const flows = direction === true ? group.direction : direction?.(group.direction)
    if (flows !== group.direction) {
      const text = (fate: Fate) =>
        flows
          ? `As this diagram is set, the ${nameOf('group', group)} flows from ${directionInWords(flows)} in ${title} where nothing else is said, and so that is said.`
          : `In ${title} a group flows as the whole diagram does: that ${nameOf('group', group)} flows from ${directionInWords(group.direction!)} is ${fate}.`
      change(editor, { code: 'loss/direction', text, at: group.at }, [
        [['groups', group.id, 'direction'], flows],
      ])
    }
    if (group.hidden && !hidden) {
      const text = () => `${title} cannot hide a group: ${nameOf('group', group)} is visible.`
      change(editor, { code: 'loss/hidden', text, at: group.at }, [
        [['groups', group.id, 'hidden'], undefined],
      ])
    }
  }
}

/**
 * Every node keeps its deepest group; a nested group stands beside its parent, labelled by its path. A group that holds
 * nothing but groups stays only in that path.
 */
function flatten(editor: Editor): void {
  const groups = groupsOf(editor)
  if (groups.every(({ parent }) => parent === undefined)) return
  const order = preorder(groups)
  const ids = order.map(({ group }) => group.id)
  if (ids.some((id, place) => id !== groups[place]?.id)) {
    const text = 'Groups that stood in others stand behind them.'
    change(editor, { code: 'loss/nesting', text }, [[['order', 'groups'], ids]])
  }
  const containers = containersIn(editor, groups)
  for (const { group, label } of toldApart(order, containers)) {
    if (group.parent === undefined) continue
    const text = () =>
      `${editor.target.title} has no groups in groups: ${nameOf('group', group)} is “${short(label)}” now.`
    const edits: [Path, unknown][] = [[['groups', group.id, 'parent'], undefined]]
    edits.push(
      [['groups', group.id, 'label', 'rich'], undefined],
      [['groups', group.id, 'label', 'text'], label],
    )
    change(editor, { code: 'loss/nesting', text, at: group.at }, edits)
  }
  dropContainers(editor, containers)
}

/** The groups that hold groups and nothing else, and that no edge ends at. */
function containersIn(editor: Editor, groups: readonly Group[]): ReadonlyMap<string, Group> {
  const parents = new Set(groups.map(({ parent }) => parent))
  const used = new Set(nodesOf(editor).map(({ group }) => group))
  for (const { from, to } of editor.draft.edges)
    for (const { kind, id } of [from, to]) if (kind === 'group') used.add(id)
  return new Map(groups.filter(({ id }) => parents.has(id) && !used.has(id)).map(group => [group.id, group]))
}

interface Labelled {
  readonly group: Group
  readonly label: string
}

/** Of groups without a name that would be called as another is, each is called by its id, where that has a letter. */
function toldApart(groups: readonly Labelled[], containers: ReadonlyMap<string, Group>): Labelled[] {
  const counts = new Map<string, number>()
  for (const { group, label } of groups)
    if (!containers.has(group.id)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return groups.map(({ group, label }) => {
    const alike = (counts.get(label) ?? 0) > 1 && isBlank(group.label.text) && !isBlank(label)
    return { group, label: alike && /\p{L}/u.test(group.id) ? `${label} / ${group.id}` : label }
  })
}

function dropContainers(editor: Editor, containers: ReadonlyMap<string, Group>): void {
  for (const [place, { group, at }] of editor.draft.loops.entries()) {
    if (group === undefined || !containers.has(group)) continue
    const text = `A loop stood in ${nameOf('group', { id: group })}, which holds nothing but groups.`
    change(editor, { code: 'loss/nesting', text, at }, [[['loops', place, 'group'], undefined]])
  }
  for (const group of containers.values()) {
    const text = () =>
      `The ${nameOf('group', group)} holds nothing but groups, so there is no lane for it; its name stands before theirs.`
    change(editor, { code: 'loss/nesting', text, at: group.at }, [[['groups', group.id], undefined]])
  }
}

/** Of a path only so much is told: hundreds of levels with long labels would be more than a machine holds. */
const LONGEST_PATH = 500

/** The groups with each parent before its children, and the labels on the way to each that show something, joined by ` / `. */
function preorder(groups: readonly Group[]): Labelled[] {
  const children = childrenOf(byId(groups))
  const found: Labelled[] = []
  const stack = (children.get(undefined) ?? []).map(group => ({ group, path: '' })).reverse()
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { group, path } = top
    const own = group.label.text
    const before = path.length > LONGEST_PATH ? `…${path.slice(-LONGEST_PATH)}` : path
    const label = [before, own].filter(name => !isBlank(name)).join(' / ')
    found.push({ group, label })
    for (const child of [...(children.get(group.id) ?? [])].reverse())
      stack.push({ group: child, path: label })
  }
  return found
}

/** Nodes of no lane go to a lane of their own, which stands where its first node stands. */
function addDefaultLane(editor: Editor): void {
  const nodes = nodesOf(editor)
  const homeless = nodes.filter(({ group }) => group === undefined)
  const [first] = homeless
  if (!first) return
  const groups = groupsOf(editor).map(({ id }) => id)
  let id = 'Main'
  for (let n = 2; groups.includes(id); n++) id = `Main_${n}`
  const behind = new Set(nodes.slice(nodes.indexOf(first)).flatMap(({ group }) => group ?? []))
  const before = new Set(nodes.slice(0, nodes.indexOf(first)).flatMap(({ group }) => group ?? []))
  const place = groups.findIndex(lane => behind.has(lane) && !before.has(lane))
  const order = [...groups]
  order.splice(place < 0 ? groups.length : place, 0, id)
  const lane = makeGroup({ id, kind: 'lane', label: plain('Main') })
  const edits: [Path, unknown][] = [[['groups', id], lane]]
  if (place >= 0) edits.push([['order', 'groups'], order])
  for (const node of homeless) edits.push([['nodes', node.id, 'group'], id])
  const what = homeless.length === 1 ? 'the node without one is' : `${homeless.length} nodes without one are`
  const text = () => `${editor.target.title} needs a lane for every node: ${what} in the new lane “${id}”.`
  change(editor, { code: 'loss/default-lane', repair: 'repair/node-place', text, at: first.at }, edits)
}
