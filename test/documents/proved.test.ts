/** Several texts put into a document at once: what it does not hold is refused, and all else is there. */
import { expect, test } from 'vitest'
import { provedEdits } from '../../src/documents/proved.js'
import { withEdits } from '../../src/messages/edits.js'
import { finder } from './finding.js'

const put = async (name: string, document: string, texts: readonly string[]) => {
  const find = await finder(name)
  const found = find(document)
  const wanted = found.blocks.map((block, index) => ({
    index,
    text: texts[index]!,
    edited: block.exchanged(texts[index]!),
  }))
  const { edits, refused } = provedEdits(document, find, found, wanted)
  return { now: withEdits(document, edits), refused: refused.map(({ code, at }) => [code, at]) }
}

test('all that holds is put there', async () => {
  const document = '```mermaid\na\n```\n\n- ```mermaid\n  b\n  ```\n'
  const now = '```mermaid\nc\nd\n```\n\n- ```mermaid\n  e\n  ```\n'
  expect(await put('a.md', document, ['c\nd\n', 'e\n'])).toEqual({ now, refused: [] })
})

test('a text whose line would begin a fence stays out of a paragraph, and the other one is exchanged', async () => {
  const document = 'x <pre class="mermaid">\n  a\n</pre>\n\n```mermaid\nb\n```\n'
  const { now, refused } = await put('a.md', document, ['c\n~~~~\nd\n', 'e\n'])
  expect(now).toBe('x <pre class="mermaid">\n  a\n</pre>\n\n```mermaid\ne\n```\n')
  expect(refused).toEqual([['document/refused', [2, 34]]])
})

test('in a quote, each line of an element gets the signs of the quote', async () => {
  const document = '> <pre class="mermaid">\n>   a\n> </pre>\n'
  const { now, refused } = await put('a.md', document, ['b\n\n  c\n'])
  expect([now, refused]).toEqual(['> <pre class="mermaid">\n>   b\n>\n>     c\n> </pre>\n', []])
})

test('nothing new is no edit', async () => {
  const document = '```mermaid\na\n```\n'
  expect(await put('a.md', document, ['a\n'])).toEqual({ now: document, refused: [] })
})
