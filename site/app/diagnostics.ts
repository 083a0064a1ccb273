/** What the library says of a text, as marks in its editor with fixes to click. */
import type { Action, Diagnostic } from '@codemirror/lint'
import type { Message } from '../../src/core.js'
import type { Say } from '../texts/texts.js'
import { h } from './dom.js'
import type { Editor } from './editor.js'

/** The page of the manual on a code. */
export const addressOfCode = (code: string): string => `docs/messages.html#${code.replace('/', '-')}`

/** More marks than this slow an editor down and help nobody. */
const MOST = 500

/** Makes the fix of a message, unless the text is another one by now. */
export async function applyFix(editor: Editor, text: string, { fix }: Message): Promise<void> {
  if (!fix || editor.text !== text) return
  const changes = fix.edits.map(({ start, end, text: insert }) => ({ from: start, to: end, insert }))
  await editor.change(changes, 'input.fix')
}

/** @param text the one that the places of the messages count in */
export function diagnosticsOf(
  editor: Editor,
  text: string,
  messages: readonly Message[],
  say: Say,
): Diagnostic[] {
  return messages.slice(0, MOST).map(message => {
    const [start, end] = message.at ?? [0, 0]
    const from = Math.min(start, text.length)
    return {
      from,
      to: Math.min(Math.max(end, from), text.length),
      severity: message.severity,
      source: message.code,
      message: message.text,
      renderMessage: () => rendered(message, say),
      actions: actionsOf(editor, text, message),
    }
  })
}

function actionsOf(editor: Editor, text: string, message: Message): readonly Action[] {
  const { fix } = message
  return fix ? [{ name: fix.title, apply: () => void applyFix(editor, text, message) }] : []
}

function rendered({ text, code }: Message, say: Say): Node {
  const link = h('a', {
    href: addressOfCode(code),
    target: '_blank',
    textContent: code,
    attrs: { 'aria-label': say('aboutCode', { code }) },
  })
  return h('span', {}, `${text} `, link)
}
