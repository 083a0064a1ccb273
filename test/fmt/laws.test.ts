/**
 * Law 2 for `fmt`: what it gives is a fixed point, the same graph, and the same words and comments in the same order. Words and comments are
 * looked for without the formatter.
 */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentsIn } from '../../converters/dot/words/comments.js'
import { edit } from '../../src/edit/edit.js'
import { fmtWith } from '../../src/fmt/fmt.js'
import type { Format } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import { hasErrors } from '../../src/messages/message.js'
import { putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import { diagrams } from '../generate/diagrams.js'
import { lowerFor, textOf } from '../laws/laws.js'
import { corpusFolder, formats, isToy } from '../setup/formats.js'
import { runs, sample } from '../setup/runs.js'
import { numbers, rumpled } from './rumple.js'
import { commentsOf, wordsOf } from './tokens.js'

const styled = formats.filter(({ fmt }) => fmt)

function textsOf(format: Format): { readonly file: string; readonly text: string }[] {
  return ['corpus', ...(isToy(format) ? [corpusFolder(format)!] : [])].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => format.extensions.some(extension => file.endsWith(extension)))
      .map(file => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') })),
  )
}

const read = (format: Format, text: string) => readWith(format, text, {}, [], { carry: false })

const comments = (name: string, text: string): readonly string[] =>
  name === 'dot' ? commentsIn(text).map(comment => comment.text) : commentsOf(name, text)

/** How a formatted text breaks the law; nothing where it keeps it. */
async function breach(format: Format, text: string): Promise<string | undefined> {
  const { text: formatted, messages } = await fmtWith(format, text)
  if (hasErrors(read(format, text).messages)) {
    if (formatted !== text) return 'a text with errors is another'
    return messages.at(-1)?.code === 'syntax/fmt' ? undefined : 'errors are not said'
  }
  if (messages.length > 0) return messages[0]!.text
  const again = await fmtWith(format, formatted)
  if (again.text !== formatted) return `formatted again it is another text: ${again.text}`
  const [before, after] = [read(format, text).graphs, read(format, formatted).graphs]
  for (const [place, graph] of before.entries()) {
    const difference = after[place] ? firstDifference(graph, after[place]) : 'a graph is gone'
    if (difference !== undefined) return difference
  }
  const words = (of: string) => (isInside(text) ? [] : wordsOf(format.name, of))
  const said = (of: string) => comments(format.name, of)
  return firstOther(words(text), words(formatted)) ?? firstOther(said(text), said(formatted))
}

function firstOther(before: readonly string[], after: readonly string[]): string | undefined {
  const place = before.findIndex((word, index) => word !== after[index])
  if (place < 0 && before.length === after.length) return undefined
  return `“${before[place]}” is “${after[place]}” (word ${place}, ${before.length} and ${after.length})`
}

/** Texts that read as they do only in these very lines: the proof refuses to format them, and says so. */
const REFUSED: readonly string[] = [
  // Indented, mermaid takes the line of this `end` for a direction.
  'mermaid/subgraph-end-direction.mmd',
  // What Graphviz ignores behind a graph ends with its line.
  'broken/dot/behind-the-last-graph.gv',
]

/** Pages inside of pictures and of other pages are only read. */
const isInside = (text: string): boolean => /^\s*(?:<\?xml[^>]*>\s*)?<(?:svg|!DOCTYPE|html)/i.test(text)

describe.each(styled.map(format => [format.name, format] as const))('fmt of %s', (name, format) => {
  const texts = textsOf(format)
  const sound = texts.filter(({ text }) => !hasErrors(read(format, text).messages))

  test('there are texts', () => expect(sound.length).toBeGreaterThan(isToy(format) ? 2 : 10))

  test('the corpus', async () => {
    const breaches: string[] = []
    for (const { file, text } of sample(texts, 3)) {
      if (REFUSED.includes(file)) {
        const { text: formatted, messages } = await fmtWith(format, text)
        expect([formatted, messages.map(({ code }) => code)]).toEqual([text, ['syntax/fmt']])
        continue
      }
      const found = await breach(format, text)
      if (found !== undefined) breaches.push(`${file}: ${found}`)
    }
    expect(breaches).toEqual([])
  })

  test('Windows line ends and a mark of the encoding stay', async () => {
    const one = sound.find(({ text }) => !text.includes('\r') && /\n.*\n/.test(text) && !isInside(text))!.text
    const plain = await fmtWith(format, one)
    const other = await fmtWith(format, `\ufeff${one.replace(/^\ufeff/, '').replaceAll('\n', '\r\n')}`)
    expect(other.messages).toEqual([])
    expect(other.text).toBe(`\ufeff${plain.text.replace(/^\ufeff/, '').replaceAll('\n', '\r\n')}`)
  })

  test('what the writer gives is in the style', async () => {
    for (const { file, text } of sample(sound, 6)) {
      const { text: canonical, messages } = await fmtWith(format, text, { canonical: true })
      expect(hasErrors(messages), file).toBe(false)
      expect((await fmtWith(format, canonical)).text, file).toBe(canonical)
      expect((await fmtWith(format, canonical, { canonical: true })).text, file).toBe(canonical)
    }
  })

  test('blanks that say nothing go', async () => {
    await fc.assert(
      fc.asyncProperty(diagrams, numbers, async (graph, chosen) => {
        const written = await textOf(format, lowerFor(format, graph).graph)
        // What a digest vouches for is left alone.
        const bare = (await fmtWith(format, written.replace(/ diaglot-digest="\w+"/, ''))).text
        const { text, messages } = await fmtWith(format, rumpled(format, bare, chosen))
        expect(messages).toEqual([])
        expect(text).toBe(bare)
      }),
      { numRuns: runs(format.layOut ? 100 : 400), seed: 2 },
    )
  })

  test('a text that a graph was put into', async () => {
    for (const { file, text } of sample(sound, 12)) {
      if (REFUSED.includes(file)) continue
      const [graph, ...others] = read(format, text).graphs
      const id = graph && [...graph.nodes.keys()][0]
      if (!graph || id === undefined || others.length > 0 || isInside(text)) continue
      const edited = lowerFor(
        format,
        edit(graph).relabel({ node: id }, 'Another  label').done(),
        {},
        true,
      ).graph
      const put = putWith(format, text, [edited])
      if (put.messages.length === 0) expect(await breach(format, put.text)).toBeUndefined()
    }
  })

  test(`a text with errors is left alone`, async () => {
    const broken = texts.find(({ text }) => hasErrors(read(format, text).messages))
    const text = broken?.text ?? 'neither this nor that {'
    const outcome = await fmtWith(format, text)
    expect(outcome.text).toBe(text)
    expect(outcome.format).toBe(name)
    expect(outcome.messages.at(-1)?.code).toBe('syntax/fmt')
  })
})
