/** The plugin for remark, in remark. */
import { remark } from 'remark'
import { expect, test } from 'vitest'
import remarkDiaglot from '../../src/remark.js'

const DOCUMENT = `# Orders

- a list

  \`\`\`mermaid
  flowchart LR
    a[Pay (now)] --> b
  \`\`\`

> ~~~~dot
> digraph {
>   a -> b [colr=red]
> }
> ~~~~

\`\`\`mermaid
sequenceDiagram
  A->>B: not of ours
\`\`\`

\`\`\`js
flowchart LR
\`\`\`
`

const messagesOf = async (text: string, options?: Parameters<typeof remarkDiaglot>[0]) => {
  const processor = options ? remark().use(remarkDiaglot, options) : remark().use(remarkDiaglot)
  return (await processor.process(text)).messages
}

test('messages stand at their places in the document, under their codes', async () => {
  const messages = await messagesOf(DOCUMENT)
  expect(messages.map(({ source, ruleId, fatal }) => [source, ruleId, fatal])).toEqual([
    ['diaglot', 'syntax/unexpected', true],
    ['diaglot', 'lint/unknown-attribute', false],
  ])
  expect(messages.map(String)).toEqual([
    '7:7-7:16: A label with brackets, pipes or quotes in it must be quoted: ["…"].',
    '12:13-12:17: Graphviz knows no attribute “colr” and does nothing with it. Did you mean “color”?',
  ])
  for (const { place } of messages) {
    const { start, end } = place as { start: { offset: number }; end: { offset: number } }
    expect(['Pay (now)', '[Pay (now)]', 'colr']).toContain(DOCUMENT.slice(start.offset, end.offset).trim())
  }
})

test('severities are the user’s', async () => {
  expect(await messagesOf(DOCUMENT, { rules: { 'lint/unknown-attribute': 'off' } })).toHaveLength(1)
  const [, told] = await messagesOf(DOCUMENT, { rules: { 'lint/unknown-attribute': 'info' } })
  expect(told!.fatal).toBe(null)
})

test('the document stays as it is, and one without diagrams says nothing', async () => {
  const plain = await remark().process(DOCUMENT)
  expect(String(await remark().use(remarkDiaglot).process(DOCUMENT))).toBe(String(plain))
  expect(await messagesOf('# Nothing\n')).toEqual([])
})
