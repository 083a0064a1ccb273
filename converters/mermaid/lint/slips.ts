/** Signs that mermaid takes for a part of something else. */
import type { Message } from '../../../src/messages/message.js'
import type { Sight } from '../read/seen.js'
import * as say from './messages.js'

/** `a --> b,` at the end of a line: mermaid takes commas in ids. */
export function commasInIds({ chains, text }: Sight): Message[] {
  return chains.flatMap(({ groups }): Message[] => {
    const last = groups.at(-1)?.at(-1)
    if (!last?.id.endsWith(',') || last.id.length < 2) return []
    const [start, end] = last.idAt
    if (!/^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 200))) return []
    return [say.commaInId({ id: last.id }, [start, end], [{ start: end - 1, end, text: '' }])]
  })
}

/** What stands behind two dashes on their line, where it looks like a node and not like a label. */
const NODE = /^--[^\S\n]+[\p{L}\p{N}_]+(?:[[({][^\n]*|[^\S\n]*)\n/u

/** `a -- b` and more lines up to one with an arrow: all of that is the label of one edge. */
export function labelsOverLines({ chains, text }: Sight): Message[] {
  return chains.flatMap(({ hops }) =>
    hops.flatMap(({ at, labelAt, pipeAt }): Message[] => {
      if (!labelAt || pipeAt || text[labelAt[0]] === '"') return []
      const start = at[0] + text.slice(at[0], labelAt[0]).search(/\S/)
      const written = text.slice(start, labelAt[1])
      if (!NODE.test(written) || !/[-=.~]|&/.test(written.slice(2))) return []
      const meant = `-${written.replace(/(?<=\s)->(?=\s)/g, '-->')}`
      const label = text
        .slice(...labelAt)
        .replace(/\s+/g, ' ')
        .slice(0, 40)
      const edits = [{ start, end: labelAt[1], text: meant }]
      return [say.labelOverLines({ label }, [start, start + 2], edits)]
    }),
  )
}
