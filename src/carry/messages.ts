/** What is said of carried data: how much of it came back, and what was left aside and why. */
import { type Message, message } from '../messages/message.js'
import type { Item, Key, LeafItem, Reason, Refusal } from './items.js'

/** So many of the things that are left aside are named. */
const MOST_NAMED = 3

/**
 * What the texts carry and was taken.
 * @param count how many things
 * @param undone how many of these only take away what was added when the text was written
 */
export function restored({
  count,
  undone,
  title,
}: {
  readonly count: number
  readonly undone: number
  readonly title: string
}): Message {
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
  return message('repair/restored', text[0]!.toUpperCase() + text.slice(1))
}

/**
 * All that was left aside.
 * @param damaged of how many diagrams the data could not be read at all
 */
export function refused({
  refusals,
  damaged,
  title,
}: {
  readonly refusals: readonly Refusal[]
  readonly damaged: number
  readonly title: string
}): Message {
  const parts: string[] = []
  if (damaged > 0) parts.push('The text carries data that cannot be read, so they are ignored.')
  if (refusals.length > 0) {
    const named = refusals
      .slice(0, MOST_NAMED)
      .map(({ item, reason }) => `${nameOf(item)} (${why(reason, title)})`)
    const more = refusals.length - named.length
    const list = [...named, ...(more > 0 ? [`${more} more`] : [])]
    const last = list.pop()
    const what = list.length > 0 ? `${list.join('; ')}; and ${last}` : last
    parts.push(
      `Some of the data that the text carries do not fit what it shows, so they are ignored: ${what}.`,
    )
  }
  return message('repair/carried', parts.join(' '))
}

/** Of carried data that are not to be read. */
export const unread = (): Message =>
  message(
    'repair/carry-unread',
    'The text carries data that its format has no words for. Carrying is switched off, so they are neither read nor written again.',
  )

export const notCarried = ({ title }: { readonly title: string }): Message =>
  message(
    'loss/carry',
    `If what ${title} cannot hold were carried along, the text would be longer than ${title} takes; so it is not carried.`,
  )

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
