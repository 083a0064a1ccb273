/**
 * Mistakes that people make, and what is said of each. A file in `mistakes/` holds cases: `=== FORMAT WHAT`, the text as its author
 * wrote it, `---`, and then every message with its place, the lines that its fix leaves, and the graph that is read in spite of it.
 * `UPDATE_MISTAKES=1 npx vitest run test/messages/mistakes` writes what stands below the dashes anew: read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/index.js'
import type { End, Graph, Text } from '../../src/ir/model.js'
import { hasErrors, type Message } from '../../src/messages/message.js'
import { lineTable, placeOf } from '../../src/messages/place.js'
import { readWith } from '../../src/read.js'

const folder = 'test/messages/mistakes'

interface Case {
  readonly format: string
  readonly name: string
  readonly text: string
  readonly expected: string
}

/** `<U+000A>` stands for a character that an editor would not keep. */
function casesIn(file: string): Case[] {
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head = '', ...rest] = part.split('\n')
      const dashes = rest.lastIndexOf('---')
      const end = dashes < 0 ? rest.length - 1 : dashes
      const [format = '', ...words] = head.split(' ')
      return {
        format,
        name: words.join(' '),
        text: `${rest.slice(0, end).join('\n')}\n`,
        expected:
          dashes < 0
            ? ''
            : `${rest
                .slice(end + 1)
                .join('\n')
                .trimEnd()}\n`,
      }
    })
}

function answerTo({ format: name, text: written }: Case): string {
  const text = written.replace(/<U\+([0-9A-F]{4,5})>/g, (_, code) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
  const format = formats.find(format => format.name === name)!
  const { graphs, messages } = readWith(format, text, {}, formats)
  const said = messages.flatMap(message => [sentence(message, text), ...fixed(message, text)])
  return `${[...said, ...graphs.flatMap(shown)].join('\n')}\n`
}

function sentence({ at, severity, code, text: words }: Message, text: string): string {
  const { line, column } = placeOf(lineTable(text), at?.[0] ?? 0)
  const marked = at && text.slice(...at).split('\n')[0]
  return `${at ? `${line}:${column} ` : ''}${severity} ${code}${marked ? ` at ${JSON.stringify(marked)}` : ''}\n  ${words}`
}

/** The lines that a fix changes, as it leaves them. */
function fixed({ fix }: Message, text: string): string[] {
  if (!fix) return []
  const before = text.split('\n')
  const after = withFix(text, fix.edits).split('\n')
  let top = 0
  while (top < after.length && top < before.length && before[top] === after[top]) top++
  let bottom = 0
  while (
    bottom < Math.min(after.length, before.length) - top &&
    before.at(-1 - bottom) === after.at(-1 - bottom)
  )
    bottom++
  const removed = before.length - after.length
  const lines = after.slice(top, after.length - bottom).map(line => `  | ${line}`.trimEnd())
  return [`  fix: ${fix.title}`, ...(lines.length > 0 ? lines : [`  | (${removed} lines less)`])]
}

function withFix(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let result = ''
  let copied = 0
  for (const { start, end, text: inserted } of edits) {
    result += text.slice(copied, start) + inserted
    copied = end
  }
  return result + text.slice(copied)
}

function shown({ directed, direction, title, nodes, groups, edges, loops }: Graph): string[] {
  const named = ({ text, rich }: Text, id = '') =>
    `${text === id && !rich ? '' : ` ${JSON.stringify(text)}`}${rich ? ` (${rich.syntax})` : ''}`
  const end = ({ kind, id, side, port }: End) =>
    `${kind === 'group' ? 'group ' : ''}${id}${port ? `:${port}` : ''}${side ? `.${side}` : ''}`
  const inside = (group: string | undefined) => (group === undefined ? '' : ` in ${group}`)
  return [
    `> ${directed ? 'directed' : 'undirected'}${direction ? ` ${direction}` : ''}${title === undefined ? '' : ` ${JSON.stringify(title)}`}`,
    ...[...groups.values()].map(
      ({ id, label, parent }) => `> group ${id}${named(label, id)}${inside(parent)}`,
    ),
    ...[...nodes.values()].map(
      ({ id, label, shape, group }) => `> ${shape} ${id}${named(label, id)}${inside(group)}`,
    ),
    ...edges.map(
      ({ from, to, label }) =>
        `> ${end(from)} ${from.arrow === 'none' ? '' : '<'}-${to.arrow === 'none' ? '' : '>'} ${end(to)}${named(label)}`,
    ),
    ...loops.map(({ condition, nodes: ids }) => `> loop ${JSON.stringify(condition)} ${ids.join(' ')}`),
  ]
}

describe.each(readdirSync(folder))('%s', file => {
  const cases = casesIn(file)
  if (process.env.UPDATE_MISTAKES) {
    const parts = cases.map(each => `=== ${each.format} ${each.name}\n${each.text}---\n${answerTo(each)}\n`)
    writeFileSync(`${folder}/${file}`, parts.join(''))
  }

  test.each(process.env.UPDATE_MISTAKES ? [] : cases)('$format: $name', each => {
    expect(answerTo(each)).toBe(each.expected)
  })

  test('every fix mends what its message says, and no fix leaves the text worse', () => {
    for (const { format: name, text } of cases) {
      const format = formats.find(each => each.name === name)!
      const { messages } = readWith(format, text, {}, formats)
      for (const { fix, text: words } of messages.filter(hasFix)) {
        const after = readWith(format, withFix(text, fix.edits), {}, formats).messages
        expect(errors(after), `${name}: ${words}\n${text}`).toBeLessThan(
          Math.max(errors(messages), 1) + (hasErrors(messages) ? 0 : 1),
        )
      }
    }
  })
})

const errors = (messages: readonly Message[]): number =>
  messages.filter(({ severity }) => severity === 'error').length

function hasFix(message: Message): message is Message & { fix: NonNullable<Message['fix']> } {
  return message.fix !== undefined
}
