/** Lanes that are written inside of other lanes. FlowZap Code has none, but a person may write them. */
import { statementsOf } from './statements.js'

/** The offsets of lanes that begin before another one and are closed behind it. */
export function outerLanes(text: string): Set<number> {
  const outer = new Set<number>()
  const open: { readonly at: number; around: boolean }[] = []
  for (const { kind, at, ...rest } of statementsOf(text)) {
    if (kind === 'lane') {
      const last = open.at(-1)
      if (last) last.around = true
      if (!('close' in rest)) open.push({ at: at[0], around: false })
    } else if (kind === 'close') {
      const last = open.pop()
      if (last?.around) outer.add(last.at)
    }
  }
  return outer
}
