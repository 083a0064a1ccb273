/** Reports quote what strangers wrote: nothing in them is more than text, and the page runs nothing but its own program. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { NO_TALLY } from '../../src/lower/tally.js'
import type { Plan } from '../../src/migrate/plan-form.js'
import { htmlReport } from '../../src/migrate/report/html.js'
import { markdownReport } from '../../src/migrate/report/markdown.js'

const hostile = '</script><b>@all</b> [x](https://example.org) | `'
const plan: Plan = {
  diaglotPlan: 1,
  version: '0.1.0',
  settings: { to: 'flowzap', remove: false, playground: false, carry: false, options: {} },
  files: [
    {
      path: 'a.md',
      digest: '',
      diagrams: [
        {
          block: 0,
          line: 3,
          from: 'mermaid',
          name: hostile,
          way: 'inline',
          digest: '',
          tally: { ...NO_TALLY, total: 4, kept: 3, dropped: 1 },
          losses: [
            { code: 'loss/style', kind: 'dropped', severity: 'warning', count: 1, text: hostile, line: 4 },
          ],
        },
        { block: 1, line: 9, from: 'mermaid', way: 'stays', why: 'broken', because: hostile },
      ],
    },
  ],
}
const titles = new Map([['flowzap', 'FlowZap Code']])
const hash = (text: string) => createHash('sha256').update(text).digest('base64')

test('the page', () => {
  const page = htmlReport({ plan, titles, pictures: new Map([[0, ['', '']]]), hash })
  expect(page).not.toContain('<b>@all')
  expect(page).not.toMatch(/\sstyle=|\son\w+=/)
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text)
  expect(scripts.map(text => page.includes(`script-src 'sha256-${hash(text)}'`))).toEqual([true])
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
  expect(page).toContain(`style-src 'sha256-${hash(style)}'`)
})

test('Markdown', () => {
  const text = markdownReport(plan, titles)
  expect(text).toContain(
    '2 diagrams in 1 file: 1 become others, 1 stay, 0 lose nothing.\nOf 4 things that they say, 3 are kept (75 %)',
  )
  for (const raw of ['<b>', '@all', '](', ' | `']) expect(text.replaceAll('| `loss/', '')).not.toContain(raw)
})
