/** What goes out of an object or a list of JSON text, and what comes in, with the commas between. */
import type { TextEdit } from '../../../src/messages/message.js'
import { type Container, indentOf, type JsonText } from './place.js'

/** What becomes of the parts of a container. */
export interface Splice {
  /** The places of the parts that go. */
  readonly gone: ReadonlySet<number>
  /** What is new, by the place of the part that it follows; -1 at the start. None follows a part that goes. */
  readonly fresh: ReadonlyMap<number, readonly string[]>
}

/** The edits of a splice. They touch the parts that go, with their commas, and nothing of those that stay. */
export function splice(json: JsonText, container: Container, { gone, fresh }: Splice): TextEdit[] {
  const { parts } = container
  const first = parts.findIndex((_, place) => !gone.has(place))
  if (first < 0) return refilled(json, container, fresh.get(-1) ?? [])
  const edits: TextEdit[] = []
  for (const place of gone) {
    const { start, end } = parts[place]!
    if (place < first) edits.push({ start, end: parts[place + 1]!.start, text: '' })
    else edits.push({ start: parts[place - 1]!.end, end, text: '' })
  }
  for (const [place, items] of fresh) {
    const between = separatorOf(json, container, place)
    const all = items.map(item => (place < 0 ? item + between : between + item)).join('')
    const at = place < 0 ? parts[first]!.start : parts[place]!.end
    edits.push({ start: at, end: at, text: all })
  }
  return edits
}

/** What stands between a part and a new one behind it: as between those that are there. @param place of the part */
function separatorOf(json: JsonText, { inside, parts }: Container, place = 0): string {
  const { text, gap } = json
  const second = parts[Math.max(place, 1)]
  const first = parts[Math.max(place, 1) - 1]
  if (first && second) return text.slice(first.end, second.start)
  const lead = text.slice(inside.start, first?.start ?? inside.start)
  return `,${/[\r\n]/.test(lead) ? lead : gap}`
}

/** What lines in a container begin with. */
export function innerIndent(json: JsonText, { inside, parts }: Container): string {
  const first = parts.find(({ start }, place) =>
    /[\r\n]/.test(json.text.slice(parts[place - 1]?.end ?? inside.start, start)),
  )
  if (first) return indentOf(json, first.start)
  return indentOf(json, inside.start) + (parts.length > 0 ? '' : json.step)
}

/** A container in which nothing stays. */
function refilled(json: JsonText, container: Container, items: readonly string[]): TextEdit[] {
  const { inside, parts } = container
  const [first, last] = [parts[0], parts.at(-1)]
  if (items.length === 0) return first ? [{ ...inside, text: '' }] : []
  if (first && last) {
    const text = items.join(separatorOf(json, container))
    return [{ start: first.start, end: last.end, text }]
  }
  const indent = indentOf(json, inside.start)
  const oneLine = !/[\r\n]/.test(json.text)
  const [start, between, end] = oneLine
    ? ['', `,${json.gap}`, '']
    : [json.newline + indent + json.step, `,${json.newline}${indent}${json.step}`, json.newline + indent]
  return [{ ...inside, text: start + items.join(between) + end }]
}
