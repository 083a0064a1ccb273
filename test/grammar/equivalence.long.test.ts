/** The compiled parsers against ohm-js: the same tree, or a failure at the same place in the same words. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractExamples } from 'ohm-js/extras'
import { describe, expect, test } from 'vitest'
import { parserSource } from '../../scripts/grammar/compile.js'
import { ohmParser } from '../../scripts/grammar/ohm.js'
import type { CompiledParser, ParseOptions, Parser } from '../../src/syntax/tree.js'
import { runs, sample } from '../setup/runs.js'
import { type Construct, constructs } from './constructs.js'
import { mutated, randomText, seeded } from './random.js'
import { lines, outline, words } from './same.js'

const root = join(import.meta.dirname, '../..')
const made = join(import.meta.dirname, '.made')

interface Pair {
  readonly reference: Parser
  readonly compiled: CompiledParser
}

function expectSame({ reference, compiled }: Pair, text: string, options: ParseOptions = {}): void {
  const outlined = outline(reference, text, options)
  if (outlined === 'nested too deep') return
  const shown = `${JSON.stringify(text)} ${JSON.stringify(options)}`
  expect(outline(compiled, text, options), shown).toBe(outlined)
  expect(words(compiled, text, options), shown).toEqual(words(reference, text, options))
}

async function compile({ name, grammar }: Construct): Promise<Pair> {
  mkdirSync(made, { recursive: true })
  const path = join(made, `${name}.gen.ts`)
  writeFileSync(path, parserSource(grammar, `${name}.ohm`, '../../../src/syntax'))
  const { parser } = (await import(path)) as { parser: CompiledParser }
  return { reference: ohmParser(grammar), compiled: parser }
}

describe('every construct means what it means to ohm-js', () => {
  test.each(constructs)('$name', async construct => {
    const pair = await compile(construct)
    const random = seeded(construct.name.length + 7)
    for (const text of construct.texts) {
      expectSame(pair, text)
      for (const end of sample([...Array(text.length).keys()], 8)) expectSame(pair, text, { start: 0, end })
    }
    for (let round = 0; round < runs(150); round++) {
      expectSame(pair, randomText(random, construct.pieces, 12))
      const text = construct.texts[random(construct.texts.length)]!
      expectSame(pair, mutated(random, text, construct.pieces))
    }
  })
})

const formats = readdirSync(join(root, 'converters')).filter(format =>
  existsSync(join(root, 'converters', format, 'grammar.ohm')),
)

const parsers = new Map<string, Promise<Pair & { source: string }>>()

function parsersOf(format: string): Promise<Pair & { source: string }> {
  const known = parsers.get(format) ?? compiledOf(format)
  parsers.set(format, known)
  return known
}

async function compiledOf(format: string): Promise<Pair & { source: string }> {
  const folder = join(root, 'converters', format)
  const source = readFileSync(join(folder, 'grammar.ohm'), 'utf8')
  const { parser } = (await import(join(folder, 'grammar.gen.ts'))) as { parser: CompiledParser }
  return { source, reference: ohmParser(source), compiled: parser }
}

describe.each(formats)('the grammar of %s', format => {
  test('does to its own examples what they say', async () => {
    const { source, compiled } = await parsersOf(format)
    const wrong = extractExamples(source).filter(
      ({ rule, example, shouldMatch }) => compiled.parse(example, { rule }).ok !== shouldMatch,
    )
    expect(wrong).toEqual([])
  })

  test('reads its examples as ohm-js does, whole, cut short and broken', async () => {
    const { source, ...pair } = await parsersOf(format)
    const random = seeded(5)
    const examples = extractExamples(source)
    const pieces = examples.flatMap(({ example }) => example.split(/\b/))
    for (const { rule, example } of sample(examples, 3)) {
      expectSame(pair, example, { rule })
      expectSame(pair, `  ${example}\n `, { rule, start: 1 })
      expectSame(pair, example.slice(0, random(example.length + 1)), { rule })
      expectSame(pair, mutated(random, example, pieces), { rule })
    }
    for (let round = 0; round < runs(600); round++) expectSame(pair, randomText(random, pieces, 20))
  })

  test('reads the corpus as ohm-js does', async () => {
    const pair = await parsersOf(format)
    const random = seeded(11)
    for (const text of corpusOf(format, runs(150_000))) {
      expectSame(pair, text)
      if (text.length < 2000)
        expectSame(pair, mutated(random, text, ['\n', ' ', '"', '{', '}', '[', '->', 'a', ';']))
    }
  })
})

/** How readers ask for the pieces of a text whose tree has these children. */
describe.each(['flowzap', 'mermaid'])('the pieces of %s', format => {
  test('are the children of the whole tree', async () => {
    const { compiled } = await parsersOf(format)
    let compared = 0
    for (const text of corpusOf(format, runs(1_600_000))) {
      const whole = compiled.parse(text)
      if (!whole.ok) continue
      const pieces = compiled.pieces(text)
      for (let child = whole.tree.first; child; child = child.next) {
        const piece = pieces.next(child.rule)!
        expect(lines(piece)).toEqual(lines(child))
        compared++
      }
      expect(pieces.atEnd).toBe(true)
    }
    expect(compared).toBeGreaterThan(500)
  })
})

const extensions: Readonly<Record<string, RegExp>> = {
  flowzap: /\.(fz|flowzap)$/,
  mermaid: /\.(mmd|mermaid)$/,
  dot: /\.(dot|gv)$/,
}

/** Texts of a format, no more than `most` characters in all: ohm-js is slow. */
function corpusOf(format: string, most: number): string[] {
  const files = [join(root, 'corpus'), join(root, '../shared/corpus')]
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    )
    .filter(name => extensions[format]?.test(name))
    .sort()
  const texts = [...files.map(name => readFileSync(name, 'utf8')), ...conformanceOf(format)]
  const small = texts.filter(text => text.length < 4000)
  const random = seeded(3)
  const chosen: string[] = []
  for (let size = 0; small.length > 0 && size < most; ) {
    const [text] = small.splice(random(small.length), 1)
    chosen.push(text!)
    size += text!.length
  }
  return chosen
}

/** The texts of the official parsers' tests, where they lie beside the repository. */
function conformanceOf(format: string): string[] {
  const folder = join(root, '../shared/conformance', format)
  if (!existsSync(folder)) return []
  const lines = readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n'))
  return lines
    .filter(line => line.length > 0 && line.length < 20_000)
    .flatMap(line => {
      const { text } = JSON.parse(line) as { text?: unknown }
      return typeof text === 'string' ? [text] : []
    })
}
