/** The Chinese sentences: one for each that a page can say, of the same arguments, under the same code, with the same place and edits. */
import { existsSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { chineseOf, inChinese } from '../../scripts/site/chinese.js'
import type { Word } from '../../src/language/index.js'
import { formats } from '../setup/formats.js'
import { sourceFiles } from '../setup/imports.js'
import { called, functionsOf, type Said, textsOf } from './made-up.js'

const chinese = sourceFiles.filter(file => file.endsWith('.zh.ts'))
const english = (file: string): string => file.replace(/\.zh\.ts$/, '.ts')
const pairs = chinese.filter(file => /(?:^|[/-])(?:messages|flaw|xml-faults)\.zh\.ts$/.test(file))

const HAN = /[\u4e00-\u9fff]/
/** What was made up, and numbers: what a sentence takes from its arguments. */
const takenIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/‹[^›]*›|\d+/g)].map(([taken]) => taken)),
]

/** What English says in a word and Chinese with a number, or the other way round; or by its letters. */
const counted = new Set([
  'broughtBack',
  'otherNumber',
  'restored',
  'attachedEdges',
  'pictureTooLarge',
  'readsOtherwise',
])
/** What says nothing but a clause of another function. */
const only = new Set(['badXml', 'xmlTooLarge', 'xmlTooDeep', 'unsound'])
/** What was said before, which is in Chinese, too. */
const BEFORE = 'It has a mistake.'

/** Everything of a finding but its words. */
const withoutWords = ({ text: _, fix, ...rest }: Said) => ({ ...rest, edits: fix?.edits })

describe('every function for a finding', () => {
  test('is there', () => expect(pairs.length).toBeGreaterThan(25))

  test.each(pairs)('%s', async file => {
    const own = await functionsOf(english(file))
    const theirs = new Map(await functionsOf(file))
    expect([...theirs.keys()].sort()).toEqual(own.map(([name]) => name).sort())
    for (const [name, say] of own) {
      const [{ said }, inOther] = [called(name, say), called(name, theirs.get(name)!, say)]
      expect(inOther.said.map(withoutWords), name).toEqual(said.map(withoutWords))
      for (const [place, each] of said.entries()) {
        const other = inOther.said[place]!
        for (const [number, text] of textsOf(each).entries()) {
          const [words, wanted] = [textsOf(other)[number]!, takenIn(text)]
          if (!only.has(name)) expect(words, name).toMatch(HAN)
          expect(words, name).toMatch(file.endsWith('messages.zh.ts') ? /[。？]$|‹[^›]*›$|\.$/ : /[^。.]$/)
          expect(words.replace(BEFORE, ''), name).not.toMatch(
            /undefined|NaN|\[object| {2}|[a-z]+ [a-z]+ [a-z]+/,
          )
          expect(counted.has(name) ? [] : wanted.filter(taken => !words.includes(taken)), name).toEqual([])
        }
        if (!each.fix) continue
        const { title } = other.fix!
        expect(title, name).toMatch(HAN)
        expect(title, name).not.toMatch(/[。.]$|undefined|NaN|\[object/)
        expect(
          takenIn(each.fix.title).filter(taken => !title.includes(taken)),
          name,
        ).toEqual([])
      }
    }
  })
})

describe('the code of the page in Chinese', () => {
  let inputs: string[]
  beforeAll(async () => {
    const { metafile } = await build({
      entryPoints: ['site/work/worker.ts'],
      bundle: true,
      format: 'esm',
      splitting: true,
      outdir: 'out',
      write: false,
      metafile: true,
      logLevel: 'error',
      plugins: [inChinese],
    })
    inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  })

  test('has a Chinese sentence for each that it can say', () => {
    const said = inputs.filter(file => /(?:^|[/-])messages\.ts$/.test(file))
    expect(said.length).toBeGreaterThan(20)
    expect(said.filter(file => !inputs.includes(chineseOf(file) ?? ''))).toEqual([])
  })

  test('has every module that there is in Chinese', () =>
    expect(chinese.filter(file => !inputs.includes(file))).toEqual([]))
})

test('every word of a language is explained in Chinese, and so is every shape', async () => {
  const { aboutWord, wordsLoaded } = await import('../../site/work/about.zh.js')
  await wordsLoaded()
  const { shapes: ours } = await import('../../src/ir/shapes.js')
  const { shapes } = await import('../../src/ir/shapes.zh.js')
  const sentences = new Set<string>(Object.values(ours))
  const words = formats.flatMap(({ language }) => language?.words() ?? [])
  // Some are only offered, where they may stand.
  const written = sourceFiles
    .filter(file => /^converters\/\w+\/language\//.test(file))
    .flatMap(file => [...readFileSync(file, 'utf8').matchAll(/'([A-Z][^'\n]*\.)'/g)])
    .map(([, about]): Word => ({ word: '', kind: 'keyword', about: about! }))
  expect([words.length, written.length].map(count => count > 100)).toEqual([true, true])
  const plain = [...words, ...written].filter(({ about }) => !sentences.has(about))
  expect(plain.map(aboutWord).filter(about => !HAN.test(about))).toEqual([])
  for (const about of Object.values(shapes)) expect(about).toMatch(/[\u4e00-\u9fff].*。$/)
})

test('clauses of HTML that Graphviz refuses are in Chinese', async () => {
  const { faultOfHtml } = await import('../../converters/dot/read/mends/html-faults.js')
  const { badHtml } = await import('../../converters/dot/read/mends/lint-messages.zh.js')
  const broken = [
    'a < b',
    '<br>',
    'a & b',
    '<b>x',
    '&nothing;',
    '<div>x</div>',
    'x</b>',
    '<b><i>x</b></i>',
    '',
    '<b></b>',
    '<table></table>',
    '<hr/>',
    '<sub><table><tr><td>x</td></tr></table></sub>',
    '<table><hr/></table>',
    '<table><tr><td>x<img/></td></tr></table>',
    'x<table><tr><td>x</td></tr></table>',
    '<table><tr><td>x</td></tr></table><table><tr><td>x</td></tr></table>',
    '<b><i><table><tr><td>x</td></tr></table></i></b>',
    '<br>x</br>',
  ]
  const faults = broken.map(faultOfHtml)
  expect(faults.filter(fault => fault === undefined)).toEqual([])
  for (const fault of faults) {
    const { text } = badHtml({ fault: fault! }, [0, 1])
    expect(text.replace(/`[^`]*`/g, ''), fault).not.toMatch(/[a-z]+ [a-z]+/)
  }
})

test('what the grammars call their parts is in Chinese', async () => {
  const { parts: flowzap } = await import('../../converters/flowzap/lint/messages.zh.js')
  const { parts: mermaid } = await import('../../converters/mermaid/read/messages.zh.js')
  const { parts: dot } = await import('../../converters/dot/read/mends/messages.zh.js')
  for (const [name, parts] of Object.entries({ flowzap, mermaid, dot })) {
    const grammar = readFileSync(`converters/${name}/grammar.ohm`, 'utf8')
    const called = [...grammar.matchAll(/^ {2}\w+ \(([^()\n]*[a-z] [^()\n]*)\)/gm)].map(([, part]) => part!)
    expect(called.length).toBeGreaterThan(4)
    expect([
      name,
      called.filter(part => !(part in parts) && part !== 'a comment' && !part.startsWith('"')),
    ]).toEqual([name, []])
  }
})

test('a module in Chinese stands beside the one that it is taken for, and nothing but another such module imports it', async () => {
  expect(chinese.filter(file => !existsSync(english(file)))).toEqual([])
  expect(chineseOf('src/put/messages.ts')).toMatch(/src\/put\/messages\.zh\.ts$/)
  expect(chineseOf('src/put/messages.zh.ts')).toBe(undefined)
  const { imports } = await import('../setup/imports.js')
  const taken = imports.filter(
    ({ target }) => target.endsWith('.zh.ts') || /messages\/chinese\.ts$/.test(target),
  )
  expect(taken.filter(({ file }) => !file.endsWith('.zh.ts'))).toEqual([])
})
