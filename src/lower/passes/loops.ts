/** Loops: left out where the target has none, in a lane where they must stand in one. */
import { change, type Editor, elementAt } from '../editor.js'
import { loopInLane, loopWithoutLane, noLoops } from './group-messages.js'

export function lowerLoops(editor: Editor): void {
  const { loop: rules } = editor.target.capabilities
  const { loops } = editor.draft
  for (let place = loops.length - 1; place >= 0; place--) {
    const loop = loops[place]
    if (!loop) continue
    const { at, condition } = loop
    const home =
      loop.group ?? loop.nodes.map(id => elementAt(editor, id)?.group).find(group => group !== undefined)
    if (!rules) {
      const { title } = editor.target
      change(editor, noLoops({ title, loop: condition }, at), [[['loops', place], undefined]])
    } else if (rules.groupRequired && home === undefined) {
      change(editor, loopWithoutLane({ loop: condition }, at), [[['loops', place], undefined]])
    } else if (rules.groupRequired) {
      change(editor, loopInLane({ loop: condition }, at), [[['loops', place, 'group'], home]])
    }
  }
}
