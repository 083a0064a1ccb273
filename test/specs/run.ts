/**
 * Runs the fences of a case, one after the other. What a fence does is said by its first words:
 *
 * | words | what the fence is |
 * |---|---|
 * | `FORMAT` (or `yaml`: the JSON form) | the diagram that the case starts with |
 * | `yaml read` | expected: the graph that was read |
 * | `yaml lowered FORMAT` | expected: the graph lowered for a format |
 * | `FORMAT written [carry] [unseen]` | expected: the text in that format, with what it carries; `unseen`: no need to show it |
 * | `diff edited` | what a person does to that text: each `-` line, once, becomes the `+` lines below it |
 * | `yaml back` | expected: the graph that is read from that text then |
 * | `FORMAT source` | another state of the source, for the next step |
 * | `diff updated` | expected: what an update with that source changes in the text |
 * | `text messages` | expected: what the step before it said |
 */

import { writeWith } from '../../src/convert.js'
import type { Format } from '../../src/format.js'
import type { Graph } from '../../src/ir/model.js'
import { lower } from '../../src/lower/lower.js'
import type { Message } from '../../src/messages/message.js'
import { readWith } from '../../src/read.js'
import { formats as list } from '../setup/formats.js'
import type { Case, Fence } from './parse.js'
import { graphOfText, graphText, messagesText } from './show.js'

const formats: ReadonlyMap<string, Format> = new Map(list.map(format => [format.name, format]))

interface State {
  from?: Format
  source?: string
  graph?: Graph
  /** The text that was written, and what a person made of it. */
  text?: string
  to?: Format
  messages: readonly Message[]
  /** What the places of the messages count in. */
  placed?: string | undefined
}

/** What should stand in the fences of a case that hold expected values. */
export async function run({ fences }: Case): Promise<Map<Fence, string>> {
  const state: State = { messages: [] }
  const found = new Map<Fence, string>()
  for (const fence of fences) {
    const expected = await step(state, fence)
    if (expected !== undefined) found.set(fence, expected)
  }
  return found
}

function formatOf(name: string | undefined): Format {
  const format = formats.get(name ?? '')
  if (!format) throw new Error(`no format is called ${name}`)
  return format
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what} yet`)
  return value
}

async function step(state: State, { words, body }: Fence): Promise<string | undefined> {
  const [language = '', verb, ...more] = words
  switch (verb) {
    case undefined:
    case 'source':
      return start(state, language, body)
    case 'read':
      return graphText(present(state.graph, 'graph'))
    case 'lowered':
      return lowered(state, formatOf(more[0]))
    case 'written':
      return written(state, formatOf(language), more)
    case 'edited':
      state.text = edited(present(state.text, 'text'), body)
      return undefined
    case 'back':
      return back(state)
    case 'updated':
      return updated(state)
    case 'messages':
      return messagesText(state.messages, state.placed)
    default:
      throw new Error(`no step is called ${verb}`)
  }
}

function start(state: State, language: string, body: string): undefined {
  if (language === 'yaml') {
    Object.assign(state, {
      graph: graphOfText(body),
      from: formatOf('json'),
      source: body,
      messages: [],
      placed: undefined,
    })
    return
  }
  const format = formatOf(language)
  const { graphs, messages, source } = readWith(format, body)
  Object.assign(state, { graph: graphs[0], from: format, source, messages, placed: source })
}

/** Messages of lowering have their places in the source. */
function sourceOfPlaces({ from, source }: State): string | undefined {
  return from?.name === 'json' ? undefined : source
}

function lowered(state: State, format: Format): string {
  const graph = present(state.graph, 'graph')
  const capabilities = present(format.capabilities, 'way to write it')(graph, {})
  const same = state.from === format
  const result = lower(graph, { name: format.name, title: format.title, capabilities, same })
  state.messages = result.messages
  state.placed = sourceOfPlaces(state)
  return graphText(result.graph)
}

async function written(state: State, to: Format, words: readonly string[]): Promise<string | undefined> {
  const { text, messages } = await writeWith(to, [present(state.graph, 'graph')], {
    from: present(state.from, 'source').name,
    carry: words.includes('carry'),
  })
  Object.assign(state, { to, text, messages, placed: sourceOfPlaces(state) })
  return words.includes('unseen') ? undefined : text
}

/** The text with each `-` line, which has to be there just once or to follow the one before it, replaced by the `+` lines that follow it. */
function edited(text: string, edits: string): string {
  const lines = text.split('\n')
  let at = -1
  for (const edit of edits.split('\n').filter(line => line !== '')) {
    const [sign, line] = [edit[0], edit.slice(1)]
    if (sign === '-') {
      // A line right behind the one before it may stand elsewhere, too.
      const isNext = lines[at] === line
      if (!isNext) at = lines.indexOf(line)
      if (at < 0 || (!isNext && lines.indexOf(line, at + 1) >= 0))
        throw new Error(`not just once in the text: ${line}\n${text}`)
      lines.splice(at, 1)
    } else if (sign === '+') lines.splice(at++, 0, line)
    else throw new Error(`neither - nor +: ${edit}`)
  }
  return lines.join('\n')
}

function back(state: State): string {
  const { graphs, messages, source } = readWith(present(state.to, 'text'), present(state.text, 'text'))
  state.messages = messages
  state.placed = source
  return graphText(present(graphs[0], 'graph'))
}

async function updated(state: State): Promise<string> {
  const existing = present(state.text, 'text')
  const { text, messages } = await writeWith(present(state.to, 'text'), [present(state.graph, 'graph')], {
    from: present(state.from, 'source').name,
    existing,
  })
  Object.assign(state, { text, messages, placed: sourceOfPlaces(state) })
  return difference(shortened(existing), shortened(text))
}

/** The lines of a text. Of a packed base a reader of the page sees only whether it is another one. */
function shortened(text: string): string[] {
  return text.replace(/( base="[^"]{6})[^"]*"/g, '$1…"').split('\n')
}

/** The lines that go and come, by a longest common subsequence. */
function difference(before: readonly string[], after: readonly string[]): string {
  const common = before.map(() => new Array<number>(after.length + 1).fill(0))
  common.push(new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i]![j] =
        before[i] === after[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const said: string[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++
      j++
    } else if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      said.push(`-${before[i++]}`)
    else said.push(`+${after[j++]}`)
  }
  return said.map(line => `${line}\n`).join('')
}
