/**
 * Every sentence that is said: each room has its sentences in files of their own, a function for each finding. What they are given is made
 * up, so that what a sentence names is found in it.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formats } from '../setup/formats.js'
import { sourceFiles } from '../setup/imports.js'
import { called, functionsOf, samples, textsOf } from './made-up.js'

const isSaid = (file: string): boolean => /(?:^|[/-])messages\.ts$/.test(file)
/** Clauses, without a capital letter or a full stop: they stand in sentences of the files above. */
const clauses = ['src/ir/flaw.ts', 'converters/drawio/document/xml-faults.ts']
const files = sourceFiles.filter(isSaid)

/** What only decides which sentence it is, or is said in other words. */
const decides = new Set([
  'alone',
  'blank',
  'closed',
  'code',
  'direction',
  'isTask',
  'limit',
  'moves',
  'onlySides',
  'others',
  'port',
  'repair',
  'same',
  'through',
  'unfilled',
  'written',
])
/** What is told in other words, or not in each case. */
const reckoned = new Set([
  'attachedEdges.lines',
  'columnTitles.count',
  'directionAdded.nearest',
  'labelsRead.count',
  'lineLabelsRead.count',
  'notesRead.count',
  'noted.beside',
  'membersRead.count',
  'otherDirection.nearest',
  'refused.refusals',
  'refused.damaged',
  'refused.title',
  'restored.count',
])

const known = new Set<string>(
  (await import('../../src/core.js').then(({ codes }) => Object.keys(codes))).concat(
    formats.flatMap(({ codes = {} }) => Object.keys(codes)),
  ),
)
/** FlowZap's findings have a check, under which the linter and the reader say them. */
const { checks } = await import('../../converters/flowzap/codes.js')

function expectNamed(name: string, asked: ReadonlySet<string>, text: string): void {
  for (const key of asked) {
    if (decides.has(key) || reckoned.has(`${name}.${key}`)) continue
    const own = `${name}.${key}`
    const value = samples.has(own) ? samples.get(own) : samples.get(key)
    expect(text, `${name} names its ${key}`).toContain(value === undefined ? `‹${key}` : String(value))
  }
}

describe('every function for a finding', () => {
  test('is there', () => expect(files.length).toBeGreaterThan(20))

  test.each(files)('%s', async file => {
    const functions = await functionsOf(file)
    expect(functions.length).toBeGreaterThan(0)
    for (const [name, say] of functions) {
      const { said, asked } = called(name, say)
      for (const each of said) {
        const { code, fix, repair } = each
        const check = (each as { check?: keyof typeof checks }).check
        if (check === undefined) expect(known, name).toContain(code)
        else expect(known, name).toContain(checks[check].lint)
        if (repair !== undefined) expect(known, name).toContain(repair)
        for (const text of textsOf(each)) {
          expect(text, name).toMatch(/^(?:[A-Z“`‹]|\d|draw\.io)[\s\S]*[.?]$/)
          expect(text, name).not.toMatch(/undefined|NaN|\[object|\.\.$| {2}/)
        }
        if (fix) expect(fix.title, name).toMatch(/^[A-Z].*[^.]$/)
        if (fix) expect(fix.title, name).not.toMatch(/undefined|NaN|\[object/)
        expectNamed(name, asked, [...textsOf(each), fix?.title].join('\n'))
      }
    }
  })

  test.each(clauses)('%s, in clauses', async file => {
    for (const [name, say] of await functionsOf(file)) {
      const { said, asked } = called(name, say)
      for (const each of said) {
        const [text = ''] = textsOf(each)
        expect(text, name).toMatch(/^\S[\s\S]*[^.\s]$/)
        expect(text, name).not.toMatch(/undefined|NaN|\[object/)
        if (each.code) expect(known, name).toContain(each.code)
        expectNamed(name, asked, text)
      }
    }
  })
})

describe('no sentence is built elsewhere', () => {
  /** Lists of codes, and what makes a message of a finding that such a function gave. */
  const others = [
    ...clauses,
    'src/messages/abouts.ts',
    'src/messages/codes.ts',
    'src/messages/file-codes.ts',
    'src/messages/lints.ts',
    'src/messages/loss-abouts.ts',
    'src/messages/losses.ts',
    'src/messages/message.ts',
    // What makes a function for a finding of a sentence.
    'converters/mermaid/read/mends/said.ts',
    // The one place where what lowering found becomes a message: lost, or carried along.
    'src/lower/editor.ts',
  ]
  const elsewhere = sourceFiles.filter(
    file => !isSaid(file) && !others.includes(file) && !/^converters\/\w+\/(?:abouts|codes)\.ts$/.test(file),
  )
  const found = (pattern: RegExp): string[] =>
    elsewhere.flatMap(file =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => pattern.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
        .map(line => `${file}: ${line.trim()}`),
    )

  test('by a call', () => {
    expect(
      found(/(?<![.\w])(?:message|mistake|finding)\(/).filter(line => !line.includes('function ')),
    ).toEqual([])
  })

  test('under a code, other than to ask which it is, or to say how grave a format takes it', () => {
    const codes = found(/'(?:syntax|lint|repair|graph|loss|limit)\/[a-z-]+'/)
    expect(codes.filter(line => !/\bcode [!=]== '|: rules: \{ /.test(line))).toEqual([])
  })
})
