/** Classes that are given and never defined. */
import type { Range } from '../../../src/ir/model.js'
import type { Message, TextEdit } from '../../../src/messages/message.js'
import { isMisspelt, nearestWord } from '../../../src/text/similar.js'
import type { Sight } from '../read/seen.js'
import * as say from './messages.js'

/**
 * A diagram that defines no class may have all of its classes from the page around it, and so may one with styles of its own
 * (`themeCSS`): nothing is said there.
 */
export function undefinedClasses({ mentions, classed, flow, text }: Sight): Message[] {
  if (flow.classDefs.size === 0 || text.includes('themeCSS')) return []
  const found: Message[] = []
  // Each is said once, and mended wherever it stands.
  const mends = new Map<string, { readonly meant: string | undefined; readonly edits: TextEdit[] }>()
  const use = (name: string, at: Range) => {
    if (flow.classDefs.has(name) || PAGES.has(name)) return
    const before = mends.get(name)
    const { meant, edits } = before ?? { meant: nearestWord(name, flow.classDefs.keys()), edits: [] }
    const isSure = isMisspelt(name, meant)
    if (isSure) edits.push({ start: at[0], end: at[1], text: meant })
    if (before) return
    mends.set(name, { meant, edits })
    found.push(say.undefinedClass({ name, meant }, at, isSure ? edits : undefined))
  }
  for (const { name, at } of classed) use(name.trim(), at)
  for (const { className, classAt } of mentions) {
    // Behind the three colons.
    if (className !== undefined && classAt) use(className, [classAt[1] - className.length, classAt[1]])
  }
  return found
}

/** What mermaid itself has. */
const PAGES: ReadonlySet<string> = new Set(['default', 'clickable'])
