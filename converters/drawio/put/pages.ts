/** The pages of a file that is to be brought up to date, with the places of their texts. */

import type { Message } from '../../../src/messages/message.js'
import { newBudget } from '../../../src/text/inflate.js'
import type { PageSource } from '../document/envelope.js'
import { unpackPage } from '../document/envelope.js'
import { parseXml, type XmlElement } from '../document/xml.js'
import { badXml, otherXml } from './messages.js'

export interface ExistingPage {
  readonly source: PageSource
  /** Its number among the pages of the file. */
  readonly place: number
  /** The text that the places of its elements count in: the file's, or what was packed. */
  readonly text: string
  readonly packed: boolean
  /** Left out where the file is a lone `mxGraphModel`. */
  readonly diagram?: XmlElement
}

export interface ExistingFile {
  readonly root: XmlElement
  readonly pages: readonly ExistingPage[]
}

/** The pages that can be read; others stay as they are. Gives `syntax/update` where the file is none of draw.io's. */
export function existingPages(text: string): ExistingFile | Message {
  const parsed = parseXml(text)
  if (!parsed.ok) return badXml({ fault: parsed.mistake.text })
  const { root } = parsed
  if (root.name === 'mxGraphModel') {
    return { root, pages: [{ source: { model: root, placed: true }, place: 1, text, packed: false }] }
  }
  if (root.name !== 'mxfile') return otherXml(root)
  const budget = newBudget()
  const pages: ExistingPage[] = []
  root.children
    .filter(({ name }) => name === 'diagram')
    .forEach((diagram, i) => {
      const plain = diagram.children.find(({ name }) => name === 'mxGraphModel')
      const inner = plain ? undefined : unpackPage(diagram.text.trim(), budget)
      if (!plain && (inner === undefined || inner === 'large')) return
      const unpacked = inner === undefined ? undefined : parseXml(inner)
      const model =
        plain ?? (unpacked?.ok && unpacked.root.name === 'mxGraphModel' ? unpacked.root : undefined)
      if (!model) return
      const [id, name] = [diagram.attributes.get('id'), diagram.attributes.get('name')]
      const vars = root.attributes.get('vars')
      const named = {
        ...(id !== undefined && { id }),
        ...(name !== undefined && { name }),
        ...(vars !== undefined && { vars }),
      }
      pages.push({
        source: { model, placed: plain !== undefined, ...named },
        place: i + 1,
        text: inner ?? text,
        packed: !plain,
        diagram,
      })
    })
  return { root, pages }
}
