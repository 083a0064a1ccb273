/** A plan says of a diagram that it stays where its document, with the new text in its place, would not be read as was meant. */
import { expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import type { Found } from '../../src/documents/block.js'
import { formats } from '../../src/index.js'
import { sha256 } from '../../src/migrate/sha256.js'
import { sourceIn, surveyOf } from '../../src/migrate/source.js'
import { finder } from '../documents/finding.js'

const fence = (label: string) => `\`\`\`dot\ndigraph { a [label="${label}"]; a -> b }\n\`\`\`\n\n`
const document = `# Flows\n\n${fence('one')}${fence('two')}`

/** What becomes of the diagrams of the document where its kind is read by `read`. */
async function survey(read: (find: (text: string) => Found, text: string) => Found) {
  const plain = await finder('a.md')
  const find = (text: string) => read(plain, text)
  const found = find(document)
  const units = found.blocks.map((block, index) => ({ format: dot, text: block.text, block, index }))
  const source = await sourceIn('a.md', document, { document, found, find, units, passedOver: [] }, formats)
  const settings = {
    to: 'mermaid',
    fences: 'inline',
    remove: false,
    playground: false,
    carry: false,
    options: {},
  } as const
  const converting = { to: mermaid, settings, others: async () => formats, digest: sha256 }
  const { diagrams } = await surveyOf('a.md', { ...source, digest: sha256(document) }, converting)
  return diagrams.map(({ stays, texts, tally }) => [stays?.why ?? 'goes', texts.length, tally !== undefined])
}

test('all go where the document is read as was meant', async () => {
  expect(await survey((find, text) => find(text))).toEqual([
    ['goes', 1, true],
    ['goes', 1, true],
  ])
})

test('one stays that is read as another text, and the other goes', async () => {
  // A kind of document to which a stadium with this text is the end of a diagram.
  const cut = (find: (text: string) => Found, text: string): Found =>
    find(text.replace('([two])', '([two])\n```\n'))
  expect(await survey(cut)).toEqual([
    ['goes', 1, true],
    ['place', 0, false],
  ])
})

test('all stay of which none is found again', async () => {
  const hidden = (find: (text: string) => Found, text: string): Found =>
    find(text.includes('```mermaid') ? text.slice(0, 9) : text)
  expect(await survey(hidden)).toEqual([
    ['place', 0, false],
    ['place', 0, false],
  ])
})
