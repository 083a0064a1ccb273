/** What is said of carried data: how much of it came back, and what was left aside and why. */
import { type Message, message } from '../messages/message.js'
import type { Item, Key, LeafItem, Reason, Refusal } from './items.js'

/** So many of the things that are left aside are named. */
const MOST_NAMED = 3

/**
 * One message for what the texts carry and was taken; none where nothing was.
 * @param undone how many of these only take away what was added when the text was written
 */
export function restoredMessage(count: number, undone: number, title: string): Message[] {
  if (count === 0) return []
  const back = count - undone
  const parts: string[] = []
  if (back > 0) {
    const what = back === 1 ? 'One thing that' : `${back} things that`
    parts.push(`${what} ${title} has no place for came back from the data that the text carries`)
  }
  if (undone > 0) {
    const what = undone === 1 ? 'one thing that' : `${undone} things that`
    const were = undone === 1 ? 'was' : 'were'
    parts.push(`${what} ${were} only added for ${title} ${undone === 1 ? 'is' : 'are'} gone again`)
  }
  const text = `${parts.join('; ')}.`
  return [message('repair/restored', text[0]!.toUpperCase() + text.slice(1))]
}

/** One message for all that was left aside. @param damaged of how many diagrams the data could not be read at all */
export function refusedMessage(refused: readonly Refusal[], damaged: number, title: string): Message[] {
  const parts: string[] = []
  if (damaged > 0) parts.push('The text carries data that cannot be read, so they are ignored.')
  if (refused.length > 0) {
    const named = refused
      .slice(0, MOST_NAMED)
      .map(({ item, reason }) => `${nameOf(item)} (${why(reason, title)})`)
    const more = refused.length - named.length
    const list = [...named, ...(more > 0 ? [`${more} more`] : [])]
    const last = list.pop()
    const what = list.length > 0 ? `${list.join('; ')}; and ${last}` : last
    parts.push(
      `Some of the data that the text carries do not fit what it shows, so they are ignored: ${what}.`,
    )
  }
  return parts.length > 0 ? [message('repair/carried', parts.join(' '))] : []
}

/** What is said where carried data are not to be read. */
export function unreadMessage(): Message {
  const text =
    'The text carries data that its format has no words for. Carrying is switched off, so they are neither read nor written again.'
  return message('repair/carry-unread', text)
}

function why(reason: Reason, title: string): string {
  switch (reason) {
    case 'misfit':
      return 'it cannot have such a value'
    case 'script':
      return 'it would run a script'
    case 'loose':
      return 'what it belongs to is not there'
    case 'taken':
      return 'something else has that name'
    case 'shown':
      return `with it, ${title} would show something else`
  }
}

const kinds = { nodes: 'node', groups: 'group', edges: 'edge', loops: 'loop' } as const

function nameOf(item: Item): string {
  switch (item.what) {
    case 'leaf':
      return `${leafName(item)} of ${elementName(item)}`
    case 'order':
      return `the order of the ${item.of}`
    case 'lost':
      return `one more ${kinds[item.of]}`
    case 'added':
      return `taking away the ${kinds[item.of]} “${short(item.key)}”`
  }
}

function elementName({ of, key }: { readonly of: LeafItem['of']; readonly key?: Key }): string {
  if (of === 'graph' || key === undefined) return 'the diagram'
  return typeof key === 'number' ? `${kinds[of]} ${key + 1}` : `${kinds[of]} “${short(key)}”`
}

/** The words of a leaf's path; of what only one format says, that format and its word. */
function leafName({ leaf }: LeafItem): string {
  const [first = '', second = '', third] = leaf
  if (first === 'label') return second === 'rich' ? 'the formatting of the label' : 'the label'
  if (first === 'extras') return `“${short(third ?? '')}”, which only ${short(second)} says,`
  if (first === 'link' && second === 'url') return 'the link'
  return `the ${short(leaf.join(' '))}`
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
