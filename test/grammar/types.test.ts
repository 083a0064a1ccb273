/** What the types of trees let nobody write: the TypeScript compiler runs over readers of a small grammar. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parserSource } from '../../scripts/grammar/compile.js'

const made = join(import.meta.dirname, '.made', 'types')
const root = join(import.meta.dirname, '..', '..')

const grammar = `G {
  Settings = Setting* stop
  Setting
    = Pair    --pair
    | word    --word
  Pair = word "=" (word | number) Note? Tag*
  Note = "#" ListOf<word, ",">
  Tag = "@" word
  word = letter+
  number = digit+
  stop = end
}`

/** Object is possibly undefined; one that has a name is. */
const mayMiss = [2532, 18048] as const
/** Argument of this type is not assignable; a value is not. */
const [noPart, noValue] = [2345, 2322]
/** This comparison appears to be unintentional. */
const neverSo = 2367

/** The lines of a reader, each with what the compiler says of it: the number of an error, or nothing. */
const lines: [line: string, error?: number][] = [
  [`const pair = {} as TreeOf<'Pair'>`],
  // What is always there needs no question.
  [`part(pair, 'word').text`],
  [`pair.first.text`],
  [`const value: 'word' | 'number' = pair.first.next.rule`],
  [`part(pair, 'number').text`, mayMiss[0]],
  [`part(pair, 'Note').text`, mayMiss[0]],
  [`part(pair, 'Note')?.text`],
  [`pair.first.next.next.text`, mayMiss[1]],
  // What comes next is known, also where parts repeat.
  [`const next: 'Note' | 'Tag' | undefined = pair.first.next.next?.rule`],
  [`const noOther: 'Note' | undefined = pair.first.next.next?.rule`, noValue],
  [`for (const tag of parts(pair, 'Tag')) part(tag, 'word').text`],
  // Other rules are no parts.
  [`part(pair, 'Pair')`, noPart],
  [`part(pair, 'wrod')`, noPart],
  [`parts(pair, 'stop')`, noPart],
  [`part(part(pair, 'word'), 'word')`, noPart],
  // A list may be empty; its items are parts of the rule around it.
  [`const note = {} as TreeOf<'Note'>`],
  [`part(note, 'word')?.text`],
  [`part(note, 'word').text`, mayMiss[0]],
  [`note.first?.next?.next?.text`],
  // Rules by their names, in questions and in choices.
  [`const setting = {} as TreeOf<'Setting'>`],
  [`if (setting.first.rule === 'Setting_pair') part(setting.first.first, 'word').text`],
  [`if (setting.first.rule === 'Setting_pears') part(pair, 'word').text`, neverSo],
  [`if (setting.first.rule === 'Setting_word') part(setting.first, 'Pair')`, noPart],
  // A part of one of two trees may be missing.
  [`const either = {} as TreeOf<'Pair' | 'Tag'>`],
  [`part(either, 'word').text`],
  [`part(either, 'Note').text`, mayMiss[0]],
  // Where a parse begins, and piece by piece.
  [`const whole = parser.parse('')`],
  [`if (whole.ok) part(whole.tree, 'stop').text`],
  [`const some = parser.parse('', { rule: 'Tag' })`],
  [`if (some.ok) part(some.tree, 'word').text`],
  [`if (some.ok) part(some.tree, 'stop')`, noPart],
  [`parser.parse('', { rule: 'Tga' })`, noValue],
  [`const pieces = parser.pieces('')`],
  [`const piece = pieces.next('Pair')`],
  [`if (piece) part(piece, 'word').text`],
  [`pieces.next('Piar')`, noPart],
]

const found = new Map<string, number[]>()

beforeAll(() => {
  const renamed = grammar.replaceAll(/\bword\b/g, 'term')
  for (const [name, source] of [
    ['same', grammar],
    ['renamed', renamed],
  ] as const) {
    mkdirSync(join(made, name), { recursive: true })
    const runtime = '../../../../../src/syntax'
    writeFileSync(join(made, name, 'grammar.gen.ts'), parserSource(source, 'small.ohm', runtime))
    const imports = [
      `import { part, parts } from '${runtime}/tree.js'; import { parser, type TreeOf } from './grammar.gen.js'`,
    ]
    writeFileSync(
      join(made, name, 'reader.gen.ts'),
      [...imports, ...lines.map(([line]) => line), 'export {}'].join('\n'),
    )
  }
  for (const [, name, line, code] of said().matchAll(
    /(\w+)[\\/]reader\.gen\.ts\((\d+),\d+\): error TS(\d+)/g,
  )) {
    const key = `${name} ${lines[Number(line) - 2]?.[0]}`
    found.set(key, [...(found.get(key) ?? []), Number(code)])
  }
})

/** What the compiler prints. */
function said(): string {
  const compiler = join(root, 'node_modules', 'typescript', 'lib', 'tsc.js')
  const files = ['same', 'renamed'].map(name => join(made, name, 'reader.gen.ts'))
  const options =
    '--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --module nodenext --lib es2023'
  const more = '--target es2022 --skipLibCheck --noEmit --ignoreConfig --pretty false'
  try {
    return execFileSync(process.execPath, [compiler, ...files, ...`${options} ${more}`.split(' ')], {
      encoding: 'utf8',
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

describe('the compiler', () => {
  test.each(lines)('of %s says %s', (line, error) => {
    expect(found.get(`same ${line}`)).toEqual(error === undefined ? undefined : [error])
  })

  test('finds every mention of a rule whose name was changed', () => {
    const mentions = lines.filter(([line]) => /'word'/.test(line)).map(([line]) => line)
    expect(mentions.length).toBeGreaterThan(10)
    for (const line of mentions) expect(found.get(`renamed ${line}`), line).not.toBeUndefined()
  })
})
