/** What workers answer, without a browser. */
import { expect, test } from 'vitest'
import { few } from '../../site/work/few.js'
import { jobs } from '../../site/work/jobs.js'
import type { Message } from '../../src/core.js'

const mermaid = 'flowchart LR\n  %% why\n  a[One] --> b{{Two}}\n'
const source = { text: mermaid, format: 'auto' } as const

test('a text is looked at: its format, what is wrong, what it shows', async () => {
  const looked = await jobs.look(source)
  expect([looked.format, looked.count, looked.size, looked.total]).toEqual(['mermaid', 1, 3, 0])
  expect(looked.reading?.starts).toEqual(['One'])
  expect(await jobs.look({ text: ' \n', format: 'auto' })).toEqual({
    messages: [],
    total: 0,
    count: 0,
    size: 0,
  })
  expect((await jobs.look({ text: 'once upon a time', format: 'auto' })).format).toBe(undefined)
  const fenced = await jobs.look({
    text: 'Look:\n\n```mermaid\nflowchart LR\n  a --> b\n```\n',
    format: 'auto',
  })
  expect([fenced.format, fenced.count]).toEqual(['mermaid', 1])
})

test('a text in another format than was said is read as what it is', async () => {
  const looked = await jobs.look({ text: 'digraph { a -> b }', format: 'mermaid' })
  expect([looked.format, looked.messages[0]?.code]).toEqual(['dot', 'syntax/other-format'])
})

test('losses have the places that the picture marks, and counts', async () => {
  const { text, messages, tally, follows } = await jobs.convert({ source, to: 'flowzap', carry: false })
  expect([follows, text.includes('label:"Two"'), tally.dropped + tally.approximated > 0]).toEqual([
    true,
    true,
    true,
  ])
  expect(messages.find(({ code }) => code === 'loss/shape')?.changes?.[0]?.path).toEqual([
    'nodes',
    'b',
    'shape',
  ])
  const drawn = await jobs.draw({ source, scheme: 'light', place: 0 })
  expect(drawn.places).toContainEqual(['nodes b', mermaid.indexOf('b{{'), mermaid.indexOf('}}') + 2])
  expect([drawn.ends, /<style/.test(drawn.svg), drawn.svg.startsWith('<svg')]).toEqual([
    [['a', 'b']],
    false,
    true,
  ])
})

test('an edit that cannot be put leaves the text, and an empty side takes all', async () => {
  const edited = { text: 'Main { # Main\nn1: circle label:"Tea"\n}\n', format: 'flowzap' } as const
  const broken = { ...edited, text: 'Main { # Main\nn1: circle label:"Tea\n}\n' }
  const refused = await jobs.follow({ text: source, edited: broken })
  expect([refused.text, refused.follows, refused.ofEdited[0]?.severity]).toEqual([mermaid, false, 'error'])
  const read = { text: '{"nodes": [], "edges": [], "lanes": []}', format: 'flowzap-json' } as const
  expect(await jobs.follow({ text: read, edited })).toMatchObject({ text: read.text, follows: false })
  const first = await jobs.follow({ text: { text: '', format: 'auto' }, edited })
  expect([first.text, first.follows]).toEqual([edited.text, true])
})

test('a link is unpacked, and one that holds nothing has a sentence', async () => {
  const [first] = await jobs.links({ source })
  expect(first?.title).toBe('FlowZap')
  const opened = await jobs.unlink({ address: first!.address })
  expect([opened.format, opened.text?.includes('label:"One"')]).toEqual(['flowzap', true])
  const none = await jobs.unlink({ address: 'https://example.org/' })
  expect([none.text, none.messages.length]).toEqual([undefined, 1])
})

test('bytes of a file are a text, whatever their encoding is', async () => {
  const bytes = new Uint8Array(Buffer.from('\ufeffdigraph { é -> b }', 'utf16le'))
  const opened = await jobs.open({ bytes, file: 'x.gv' })
  expect([opened.format, opened.text]).toEqual(['dot', 'digraph { é -> b }'])
})

test('of thousands alike the first go to the page, and what is no news does not', () => {
  const messages = Array.from({ length: 5000 }, (_, place): Message => {
    const loss = place % 2 === 0 ? 'dropped' : 'spelling'
    const changes = Array.from({ length: 100 }, (_, node) => ({
      path: ['nodes', `n${node}`, 'shape'],
      before: 1,
      after: 2,
    }))
    return { code: 'loss/shape', severity: 'warning', text: `${place}`, loss, changes }
  })
  const { messages: kept, total } = few(messages)
  expect([kept.length, total, kept[1]?.text, kept[0]?.changes?.length]).toEqual([40, 2500, '2', 20])
})
