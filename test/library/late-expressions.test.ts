/** Expressions with classes of Unicode that the build has made when they are first used: the code does what it did. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withLateExpressions } from '../../scripts/late-expressions.js'
import { build } from '../cli/built.js'

const run = async (code: string): Promise<Record<string, (text: string) => unknown>> =>
  await import(`data:text/javascript,${encodeURIComponent(code)}`)

/** The same answers before and after, twice, since an expression may remember where it was. */
async function sameAnswers(code: string, texts: readonly string[]): Promise<string> {
  const late = withLateExpressions(code)
  const [before, after] = [await run(code), await run(late)]
  for (const name of Object.keys(before))
    for (const text of [...texts, ...texts])
      expect([name, text, after[name]!(text)]).toEqual([name, text, before[name]!(text)])
  return late
}

test('those in functions, which are asked for at each call', async () => {
  const late = await sameAnswers(
    String.raw`export const isWord = text => /^\p{L}+$/u.test(text)
export const letters = text => text.match(/\p{L}/gu)
export const signs = text => text.replace(/[^\p{L}\p{N}"\\]/gu, found => '<' + found + '>')
export function places(text) {
  const letter = /\p{L}/gu
  const found = []
  while (letter.exec(text)) { found.push(letter.lastIndex); if (found.length === 2) break }
  return found
}
export const first = text => { const word = /\p{L}+/uy; return word.exec(text)?.[0] }
export const plain = text => /[a-z]/.test(text)
`,
    ['Größe 12', 'a b c d', '…', '', 'x"\\'],
  )
  // A literal is made as it was where it has no such class.
  expect(late).toContain('/[a-z]/.test(text)')
  expect(late.split('\n').filter(line => /\\p\{/.test(line) && !line.includes('new RegExp('))).toEqual([])
  // One object serves all calls but where somebody sees its place.
  expect(late.match(/_made \?\?=/g)).toHaveLength(3)
})

test('those of a file, where no other variable of the name is meant, and nobody else has them', async () => {
  const late = await sameAnswers(
    String.raw`const WORD = /\p{L}+/gu
const SIGN = /\p{P}/u
const HANDED = /\p{N}/u
const plain = /x/
export const words = text => text.replace(WORD, 'w')
export const next = text => { WORD.lastIndex = 1; return [WORD.exec(text)?.[0], WORD.lastIndex] }
export const either = text => (text.length > 3 ? SIGN : plain).test(text)
export const hidden = SIGN => SIGN.length
export const inner = text => { { const SIGN = 'sign'; text += SIGN.length } return SIGN.test(text) }
export const field = text => ({ SIGN: text, of: { WORD: 1 }.WORD }).SIGN
export const number = text => HANDED.test(text)
const list = [HANDED]
export const listed = text => list.some(each => each.test(text))
`,
    ['Größe!', 'a', '1 2 3', 'ab, c'],
  )
  expect(late).toContain('const WORD = expression$')
  expect(late).toContain(String.raw`const HANDED = /\p{N}/u`)
  expect(late.split('\n').findIndex(line => line.includes('listed'))).toBe(12)
})

test('what is exported stays as it is', () => {
  const code = 'const HALF = /\\p{Surrogate}/u;\nexport { HALF as h };\n'
  expect(withLateExpressions(code)).toBe(code)
})

test('the files of the package that texts are converted by have none that is made when they are loaded', async () => {
  const chunks = join(await build(), 'dist/chunks')
  const files = readdirSync(chunks).filter(name =>
    /^(?:engine|ground|files|convert|(?:mermaid|dot|flowzap)(?:-reader)?|(?:dot|flowzap)-writer)-.{8}\.js$/.test(
      name,
    ),
  )
  expect(files.length).toBeGreaterThan(9)
  for (const name of files) {
    const code = readFileSync(join(chunks, name), 'utf8')
    const early = code.split('\n').filter(line => /\\p\{/.test(line) && !line.includes('new RegExp('))
    expect([name, early]).toEqual([name, []])
  }
})
