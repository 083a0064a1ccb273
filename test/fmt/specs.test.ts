/**
 * What the style of each format is, as pairs of texts that a person can read: `specs/*.md`. Written is the first of each pair;
 * `UPDATE_FMT=1 npx vitest run test/fmt/specs.test.ts` writes the second. Read the difference before you commit it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formats } from '../../converters/all.js'
import { fmtWith } from '../../src/fmt/fmt.js'
import type { Format } from '../../src/format.js'

interface Pair {
  readonly name: string
  readonly given: string
  readonly wanted: string | undefined
  /** The lines of the section behind its first text. */
  readonly behind: number
}

const FENCE = /^~~~/

/** The sections of a page: a heading, words, and one or two texts between fences. */
function pairsIn(page: string): Pair[] {
  const pairs: { name: string; texts: string[]; behind: number }[] = []
  let text: string[] | undefined
  for (const [number, line] of page.split('\n').entries()) {
    const pair = pairs.at(-1)
    if (text && FENCE.test(line)) {
      pair!.texts.push(text.map(each => `${each}\n`).join(''))
      if (pair!.texts.length === 1) pair!.behind = number + 1
      text = undefined
    } else if (text) text.push(line)
    else if (FENCE.test(line)) text = []
    else if (line.startsWith('## ')) pairs.push({ name: line.slice(3), texts: [], behind: 0 })
  }
  return pairs.map(({ name, texts, behind }) => ({ name, given: texts[0]!, wanted: texts[1], behind }))
}

/** The page with what each first text is formatted as. */
async function written(format: Format, page: string): Promise<string> {
  const lines = page.split('\n')
  for (const { given, wanted, behind } of pairsIn(page).reverse()) {
    const { text } = await fmtWith(format, given)
    const old = wanted === undefined ? 0 : wanted.split('\n').length + 2
    lines.splice(behind, old, '', `~~~${format.name}`, ...text.split('\n').slice(0, -1), '~~~')
  }
  return lines.join('\n')
}

const styled = formats.filter(({ fmt }) => fmt)

test('there are some for every format that has a style', () => expect(styled.length).toBe(5))

describe.each(styled.map(format => [format.name, format] as const))('%s', (name, format) => {
  const path = `test/fmt/specs/${name}.md`
  const page = readFileSync(path, 'utf8')

  test.runIf(process.env.UPDATE_FMT)('is written anew', async () =>
    writeFileSync(path, await written(format, page)),
  )

  test.each(pairsIn(page).map(pair => [pair.name, pair] as const))('%s', async (_, { given, wanted }) => {
    const outcome = await fmtWith(format, given)
    expect(outcome.messages).toEqual([])
    expect(outcome.text).toBe(wanted)
    expect((await fmtWith(format, outcome.text)).text).toBe(outcome.text)
  })
})
