/** Addresses that hold a diagram: made of a text, and read again, without a network. */
import type { Message } from '../messages/message.js'
import { type Editor, editors, endings } from './editors.js'
import * as say from './messages.js'

/** What Internet Explorer took, and what programs of Windows that open addresses still do. */
const LONGEST = 2083

export interface LinkOutcome {
  readonly address: string
  readonly messages: readonly Message[]
}

export interface OpenedAddress {
  /** The text that stands in the address; left out where there is none. */
  readonly text?: string
  /** The name of the format that it is in. */
  readonly format?: string
  /** The name of the editor. */
  readonly editor?: string
  /** What a file of it may be called, after the host and the format: `mermaid.live.mmd`. */
  readonly file: string
  readonly messages: readonly Message[]
}

/**
 * The editors that open a diagram from an address.
 * @returns each with its name, its title, and the names of the formats that it takes; no messages
 * @see docs/links.md for what stands in their addresses
 * @example
 * linkEditors().map(({ name }) => name) // ['flowzap', 'mermaid', 'drawio', 'graphviz', 'edotor', 'kroki']
 */
export function linkEditors(): readonly Pick<Editor, 'name' | 'title' | 'formats'>[] {
  return editors
}

/**
 * The address that opens a diagram in an editor. It is computed here; nothing is sent anywhere.
 * @param text a diagram in a format that the editor takes
 * @param settings the editor's name, and the format of the text; left out, the first that the editor takes
 * @returns the address; messages: `limit/address` for one that some programs would cut
 * @throws TypeError where there is no such editor, or it does not take the format
 * @see docs/links.md for what stands in it
 * @example
 * const { address } = linkOf('graph LR\n  a --> b\n', { editor: 'mermaid' })
 */
export function linkOf(
  text: string,
  settings: { readonly editor: string; readonly format?: string },
): LinkOutcome {
  const editor = editors.find(({ name }) => name === settings.editor)
  if (!editor) throw new TypeError(`there is no editor “${settings.editor}”`)
  const { format = editor.formats[0]! } = settings
  if (!editor.formats.includes(format))
    throw new TypeError(`${editor.title} does not take the format “${format}”`)
  const address = editor.addressOf(text, format)
  const { length } = address
  const messages = length > LONGEST ? [say.longAddress({ title: editor.title, length, most: LONGEST })] : []
  return { address, messages }
}

/** Whether a word is an address of the web. */
export const isAddress = (word: string): boolean => /^https?:\/\/\S/i.test(word)

/**
 * The diagram that stands in an address of an editor. Nothing is loaded.
 * @param address as it is copied from the browser
 * @returns the text and its format; without them, messages that say why: `syntax/address` for one that is damaged, or of no editor that is
 * known, `limit/size` for one that unpacks to more than anybody draws
 * @see docs/links.md for the addresses that are known
 * @example
 * const { text, format } = openedAddress('https://kroki.io/mermaid/svg/eNpLL0osyFDwUeDSUsjOz8nMS1fQtVNILErOSC1JBQCJoglE')
 */
export function openedAddress(address: string): OpenedAddress {
  const url = urlOf(address)
  for (const editor of url ? editors : []) {
    const found = editor.open(url!)
    if (!found) continue
    const { name, title } = editor
    const { hostname } = url!
    if (found.fault === undefined)
      return {
        ...found,
        editor: name,
        file: `${hostname || 'address'}${endings.get(found.format)}`,
        messages: [],
      }
    const faults = { damaged: say.damagedAddress, large: say.largeAddress, elsewhere: say.elsewhere }
    return { editor: name, file: hostname || 'address', messages: [faults[found.fault]({ title })] }
  }
  const titles = editors.map(({ title }) => title).join(', ')
  return { file: url?.hostname || 'address', messages: [say.unknownAddress({ titles })] }
}

function urlOf(address: string): URL | undefined {
  try {
    return new URL(address.trim())
  } catch {
    return undefined
  }
}
