/** Blocks between colons: Azure DevOps' `::: mermaid`, colon fences of MyST (`:::{mermaid}`), and divs of Pandoc with such a class. */
import type { Message } from '../../messages/message.js'
import type { Range } from '../block.js'
import type { Languages } from '../languages.js'
import { behindPrefix, lineStop } from '../lines.js'
import * as say from '../messages.js'
import { type Fence, wordOf } from './fence.js'

const OPENING = /^((?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*)(:{3,})[ \t]*(?=[^\s:])/

/** What a line of a fence of the other kinds begins with. */
const OTHER = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})/

/** Whether there can be such a block at all. */
export const hasColons = (text: string): boolean => text.includes(':::')

/**
 * The blocks between colons that name a language of diagrams, outside of fences of the other kinds.
 * @see https://learn.microsoft.com/azure/devops/project/wiki/markdown-guidance#add-mermaid-diagrams-to-a-wiki-page
 * @see https://myst-parser.readthedocs.io/en/latest/syntax/optional.html#code-fences-using-colons
 */
export function colonFences(text: string, languages: Languages): { fences: Fence[]; messages: Message[] } {
  const fences: Fence[] = []
  const messages: Message[] = []
  let outer = ''
  let open: { fence: Fence; prefix: string; lines: Range[] } | undefined
  for (let start = 0; start < text.length; ) {
    const stop = lineStop(text, start)
    const line = text.slice(start, stop)
    if (open) {
      const [from] = behindPrefix(text, start, stop, open.prefix)
      const [, colons] = /^ {0,3}(:{3,})[ \t]*$/.exec(text.slice(from, stop)) ?? []
      const { sign, at } = open.fence
      if (colons !== undefined && colons.length >= sign[1] - sign[0]) {
        const begin = text.indexOf(':', from)
        const closing: Range = [begin, begin + colons.length]
        const { lines } = open.fence
        fences.push({
          ...open.fence,
          at: [at[0], closing[1]],
          closing,
          lines: { ...lines, lines: open.lines },
        })
        open = undefined
      } else open.lines.push([from, stop])
    } else if (outer !== '') {
      const [all = '', signs = ''] = OTHER.exec(line) ?? []
      if (signs.startsWith(outer) && line.slice(all.length).trim() === '') outer = ''
    } else {
      const [, signs = ''] = OTHER.exec(line) ?? []
      outer = signs
      open = signs === '' ? opened(text, start, stop, languages) : undefined
    }
    start = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
  if (open) {
    const { at, info } = open.fence
    const word = text.slice(...wordOf(text, info, languages)!.at)
    messages.push(say.neverClosed({ what: ':::', word }, at))
  }
  return { fences, messages }
}

function opened(text: string, start: number, stop: number, languages: Languages) {
  const [all, before, colons] = OPENING.exec(text.slice(start, stop)) ?? []
  if (all === undefined || before === undefined || colons === undefined) return undefined
  const sign: Range = [start + before.length, start + before.length + colons.length]
  const info: Range = [start + all.length, start + text.slice(start, stop).trimEnd().length]
  if (!wordOf(text, info, languages)) return undefined
  const prefix = before.replace(/[^>\s]/g, ' ')
  const fence: Fence = { at: [sign[0], stop], sign, info, lines: { lines: [], prefix, open: stop } }
  return { fence, prefix, lines: [] as Range[] }
}
