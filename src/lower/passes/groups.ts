/** Groups: the kind the target has, flat where it cannot nest, and a lane for every node where it needs one. */

import { isBlank } from '../../ir/blank.js'
import { byId, makeGroup, plain } from '../../ir/build.js'
import type { Path } from '../../ir/change.js'
import { childrenOf } from '../../ir/group-tree.js'
import type { Group } from '../../ir/model.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import * as say from './group-messages.js'

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
    const said = say.otherKind({ title: editor.target.title, group, kind: kind ?? '' }, group.at)
    change(editor, said, [[['groups', group.id, 'kind'], kind]])
  }
}

function lowerGroupFlags(editor: Editor): void {
  const { direction, hidden } = editor.target.capabilities.group
  const { title } = editor.target
  for (const group of groupsOf(editor)) {
    const flows = direction === true ? group.direction : direction?.(group.direction)
    if (flows !== group.direction) {
      const said = flows
        ? say.directionOfDiagram({ title, group, direction: flows }, group.at)
        : say.noDirectionOfItsOwn({ title, group, direction: group.direction! }, group.at)
      change(editor, said, [[['groups', group.id, 'direction'], flows]])
    }
    if (group.hidden && !hidden)
      change(editor, say.groupShown({ title, group }, group.at), [
        [['groups', group.id, 'hidden'], undefined],
      ])
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
    change(editor, say.behindOthers(), [[['order', 'groups'], ids]])
  }
  const containers = containersIn(editor, groups)
  for (const { group, label } of toldApart(order, containers)) {
    if (group.parent === undefined) continue
    const edits: [Path, unknown][] = [[['groups', group.id, 'parent'], undefined]]
    edits.push(
      [['groups', group.id, 'label', 'rich'], undefined],
      [['groups', group.id, 'label', 'text'], label],
    )
    change(editor, say.notNested({ title: editor.target.title, group, label }, group.at), edits)
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
    change(editor, say.loopInContainer({ group }, at), [[['loops', place, 'group'], undefined]])
  }
  for (const group of containers.values()) {
    change(editor, say.container({ group }, group.at), [[['groups', group.id], undefined]])
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
  const { title } = editor.target
  change(editor, say.defaultLane({ title, count: homeless.length, lane: id }, first.at), edits)
}
