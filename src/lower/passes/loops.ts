/** Loops: left out where the target has none, in a lane where they must stand in one. */
import { change, type Editor, elementAt, short } from '../editor.js'

export function lowerLoops(editor: Editor): void {
  const { loop: rules } = editor.target.capabilities
  const { loops } = editor.draft
  for (let place = loops.length - 1; place >= 0; place--) {
    const loop = loops[place]
    if (!loop) continue
    const words = `loop “${short(loop.condition)}”`
    const home =
      loop.group ?? loop.nodes.map(id => elementAt(editor, id)?.group).find(group => group !== undefined)
    if (!rules) {
      const text = () => `${editor.target.title} has no loops: the ${words} is left out.`
      change(editor, { code: 'loss/loop', text, at: loop.at }, [[['loops', place], undefined]])
    } else if (rules.groupRequired && home === undefined) {
      const text = () => `The ${words} names no node, so there is no lane for it.`
      change(editor, { code: 'loss/loop', text, at: loop.at }, [[['loops', place], undefined]])
    } else if (rules.groupRequired) {
      const codes = { code: 'loss/loop-lane', repair: 'repair/loop-lane' } as const
      const text = () => `The ${words} stands in the lane of its first node.`
      change(editor, { ...codes, text, at: loop.at }, [[['loops', place, 'group'], home]])
    }
  }
}
