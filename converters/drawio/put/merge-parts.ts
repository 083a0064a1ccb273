/** Texts, looks and links of a drawing and of its source, as one; and how what differs is said. */
import type { Link, Node, Style, Text } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { STYLE_KEYS } from '../words/values.js'
import { personsStyle, relabelled } from './messages.js'

export type Say = (said: Message) => void

const SHOWN = 60

/** How a message names a node or group. */
export function nameIn({ id, label }: Pick<Node, 'id' | 'label'>): string {
  const text = label.text.replace(/\s+/g, ' ')
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
  return shown === '' || shown === id ? `“${id}”` : `“${id}” (${shown})`
}

/** The source's text; with the formatting that the drawing has for the same words. */
export function mergeLabel(old: Text, label: Text, what: string, say: Say): Text {
  if (old.text === label.text) return label.rich ? label : old
  say(relabelled({ what, drawn: shorten(old.text), label: shorten(label.text) }))
  return label
}

export const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** What the drawing has, and what only the source says. */
export function mergeStyle(old: Style, style: Style, what: string, say: Say): Style {
  const merged: Record<string, unknown> = {}
  const kept: string[] = []
  for (const key of STYLE_KEYS) {
    const value = old[key] ?? style[key]
    if (value !== undefined) merged[key] = value
    if (old[key] !== undefined && style[key] !== undefined && old[key] !== style[key]) kept.push(key)
  }
  if (kept.length > 0) say(personsStyle({ what, properties: kept.join(', ') }))
  const other = new Map([...(style.other ?? []), ...(old.other ?? [])])
  if (other.size > 0) merged.other = other
  return merged as Style
}

export const mergeLink = (old: Link | undefined, link: Link | undefined): Link | undefined =>
  old || link ? { ...old, ...link } : undefined
