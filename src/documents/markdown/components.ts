/** Components of MDX whose name is that of a language: <Mermaid chart={`…`} />, <Mermaid chart="…" />. */
import type { Message } from '../../messages/message.js'
import type { Block, Found, Range } from '../block.js'
import type { Languages } from '../languages.js'
import { passageContent } from '../line-block.js'
import * as say from '../messages.js'
import { behindBlanks, passageOf, type Text, valueAt } from './jsx.js'
import { markdownMarkup } from './links.js'

/** What components call the text of a diagram. */
const ATTRIBUTES = new Set([
  'chart',
  'value',
  'code',
  'definition',
  'diagram',
  'source',
  'content',
  'children',
  'graph',
])

/** What they call the sentence below it. */
const TITLES = new Set(['caption', 'title', 'alt'])

/** Whether there can be such a component at all. */
export const mayHoldComponents = (text: string): boolean => /<[A-Z]/.test(text)

/**
 * The components in the text that draw a diagram.
 * @param text with every block blank that is code
 * @param spans code in lines, in the order of places: a tag in it is none, though the template of a component looks like one
 * @see https://mdxjs.com/docs/what-is-mdx/#jsx
 */
export function componentBlocks(text: string, spans: readonly Range[], languages: Languages): Found {
  const blocks: Block[] = []
  const messages: Message[] = []
  const closed = new Map<string, number>()
  let from = 0
  let span = 0
  for (const { 0: tag, 1: name = '', index } of text.matchAll(/<([A-Z]\w*)(?=[\s/>{])/g)) {
    const word = name.toLowerCase()
    while (spans[span] && spans[span]![1] <= index) span++
    if ((spans[span]?.[0] ?? text.length) < index) continue
    if (index < from || (languages.get(word) ?? []).length === 0) continue
    const component = componentAt(text, index + tag.length, start => closingTag(text, name, start, closed))
    // Nothing is looked at twice, so what is never closed costs no more than its length.
    if (!component) {
      messages.push(say.neverClosed({ what: `<${name}>`, word }, [index, index + tag.length]))
      break
    }
    const { end, value } = component
    from = end
    if (component.isWrong) continue
    if (value) blocks.push(componentBlock(text, [index, end], name, component))
    else if (!component.holdsOthers) messages.push(say.computed({ word }, [index, end]))
  }
  return { blocks, files: [], messages }
}

interface Component {
  readonly end: number
  /** The text of the diagram. */
  readonly value?: Text | undefined
  /** What a string of it calls it. */
  readonly title?: string | undefined
  /** Whether its children are Markdown. */
  readonly holdsOthers?: boolean
  /** Whether it is no component at all. */
  readonly isWrong?: true
}

/** The end of the closing tag behind a place; nothing where there is none in the rest of the text. */
function closingTag(
  text: string,
  name: string,
  start: number,
  known: Map<string, number>,
): number | undefined {
  const before = known.get(name) ?? -1
  if (before !== Number.POSITIVE_INFINITY && before < start) {
    const found = text.indexOf(`</${name}>`, start)
    known.set(name, found < 0 ? Number.POSITIVE_INFINITY : found)
  }
  const place = known.get(name)!
  return place === Number.POSITIVE_INFINITY ? undefined : place + name.length + 3
}

/** Nothing where the text ends first. */
function componentAt(
  text: string,
  start: number,
  closing: (start: number) => number | undefined,
): Component | undefined {
  let value: Text | undefined
  let title: string | undefined
  let at = start
  for (;;) {
    at = behindBlanks(text, at)
    if (text.startsWith('/>', at)) return { end: at + 2, value, title }
    if (text[at] === '>') break
    const attribute = /[\w:-]+/y
    attribute.lastIndex = at
    const [word] = attribute.exec(text) ?? []
    if (word === undefined) return at < text.length ? { end: at, isWrong: true } : undefined
    at = behindBlanks(text, at + word.length)
    if (text[at] !== '=') continue
    const found = valueAt(text, behindBlanks(text, at + 1))
    if (!found) return undefined
    if (ATTRIBUTES.has(word)) value ??= found.value
    else if (TITLES.has(word) && found.value) title ??= passageOf(text, found.value).text.trim()
    at = found.end
  }
  const end = closing(at)
  if (end === undefined) return undefined
  const child = behindBlanks(text, at + 1)
  if (value || text[child] !== '{') return { end: value ? end : at + 1, value, title, holdsOthers: true }
  return { end, value: valueAt(text, child)?.value, title }
}

function componentBlock(text: string, at: Range, name: string, { value, title }: Component): Block {
  const content = passageContent(passageOf(text, value!))
  const language = name.toLowerCase()
  return {
    language,
    ...(title !== undefined && title !== '' && { title }),
    text: content.text,
    offsetOf: content.offsetOf,
    at,
    exchanged: (now, format) =>
      format && format.name !== language && !format.fences?.includes(language)
        ? { refused: say.onlyItsOwn({ name }, at) }
        : content.exchanged(now),
    replaced: markup => markdownMarkup(text, at, '', markup),
  }
}
