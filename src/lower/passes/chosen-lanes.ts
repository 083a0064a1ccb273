/** Lanes as somebody asked for them, and not as groups stand: the outermost groups, the classes of nodes, or none. */
import { makeGroup, plain } from '../../ir/build.js'
import { change, type Editor, groupsOf, nodesOf } from '../editor.js'
import * as say from './group-messages.js'

/** Behind the ends of edges, so that no edge ends at a group any more that goes. What is of the target itself stays as it is. */
export function chooseLanes(editor: Editor): void {
  const { from } = editor.target.capabilities.group
  if (from === undefined || from === 'leaf' || editor.target.same) return
  if (from === 'top') keepOutermost(editor)
  else {
    const lanes = from === 'class' ? lanesOfClasses(editor) : undefined
    for (const node of nodesOf(editor)) {
      const [name] = editor.source.nodes.get(node.id)?.classes ?? []
      const lane = name === undefined ? undefined : lanes?.get(name)
      const { title } = editor.target
      change(editor, say.chosenLane({ title, node, lane }, node.at), [[['nodes', node.id, 'group'], lane]])
    }
    const kept = new Set(lanes?.values())
    dropGroups(editor, id => (kept.has(id) ? id : undefined))
  }
}

/** Every node goes to the outermost of the groups that it stands in. */
function keepOutermost(editor: Editor): void {
  const tops = new Map<string, string>()
  const groups = new Map(groupsOf(editor).map(group => [group.id, group]))
  for (const { id } of groups.values()) {
    const way: string[] = []
    let top = id
    while (!tops.has(top)) {
      way.push(top)
      const parent = groups.get(top)?.parent
      if (parent === undefined) break
      top = parent
    }
    for (const step of way) tops.set(step, tops.get(top) ?? top)
  }
  const { title } = editor.target
  for (const node of nodesOf(editor)) {
    const lane = node.group === undefined ? undefined : tops.get(node.group)
    change(editor, say.chosenLane({ title, node, lane }, node.at), [[['nodes', node.id, 'group'], lane]])
  }
  dropGroups(editor, id => tops.get(id))
}

/** A lane for each class that is the first of some node, in the order of those nodes; under the name of the class. */
function lanesOfClasses(editor: Editor): ReadonlyMap<string, string> {
  const taken = new Set(groupsOf(editor).map(({ id }) => id))
  const lanes = new Map<string, string>()
  for (const { id } of nodesOf(editor)) {
    const [name] = editor.source.nodes.get(id)?.classes ?? []
    if (name === undefined || lanes.has(name)) continue
    let lane = name
    for (let count = 2; taken.has(lane); count++) lane = `${name}_${count}`
    taken.add(lane)
    lanes.set(name, lane)
    const group = makeGroup({ id: lane, kind: 'lane', label: plain(name) })
    change(editor, say.laneOfClass({ title: editor.target.title, name }), [[['groups', lane], group]])
  }
  return lanes
}

/** @param laneOf the lane that stands for a group: itself where it stays, nothing where none does */
function dropGroups(editor: Editor, laneOf: (id: string) => string | undefined): void {
  const { title } = editor.target
  for (const [place, { group, at }] of editor.draft.loops.entries()) {
    if (group === undefined) continue
    change(editor, say.loopInContainer({ group }, at), [[['loops', place, 'group'], laneOf(group)]])
  }
  for (const group of groupsOf(editor).reverse())
    if (laneOf(group.id) !== group.id)
      change(editor, say.noLane({ title, group }, group.at), [[['groups', group.id], undefined]])
}
