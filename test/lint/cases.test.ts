/**
 * Texts, what the linter says of them, and what its fixes make of them. A file in `cases/` holds cases: `=== FORMAT {settings} WHAT`, the
 * text as its author wrote it, `---`, and then every message with its place (`*` where there is a fix), and the text that `fix` gives where
 * that is another; behind each fix that was refused, why. `UPDATE_LINTS=1 npx vitest run test/lint/cases` writes what stands below
 * the dashes anew: read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type FixSettings, type FormatName, fix, lineTable, lint, placeOf } from '../../src/index.js'

const folder = 'test/lint/cases'

interface Case {
  readonly head: string
  readonly settings: FixSettings
  readonly text: string
  readonly expected: string
}

function casesIn(file: string): Case[] {
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head = '', ...rest] = part.split('\n')
      const dashes = rest.lastIndexOf('---')
      const end = dashes < 0 ? rest.length - 2 : dashes
      const [, format, given = '{}'] = /^(\w+) (\{.*\} )?/.exec(head)!
      return {
        head,
        settings: { format: format as FormatName, ...(JSON.parse(given) as FixSettings) },
        text: `${rest.slice(0, end).join('\n')}\n`,
        expected: dashes < 0 ? '' : `${rest.slice(end + 1).join('\n')}`.trimEnd(),
      }
    })
}

function answerTo({ text, settings }: Case): string {
  const { messages } = lint(text, settings)
  const lines = lineTable(text)
  const said = messages.map(({ code, severity, at, text: words, fix }) => {
    const { line, column } = placeOf(lines, at?.[0] ?? 0)
    return `${at ? `${line}:${column} ` : ''}${severity} ${code}${fix ? '*' : ''} ${words}`
  })
  const fixed = fix(text, settings)
  const made = fixed.text === text ? [] : fixed.text.trimEnd().split('\n')
  return [
    ...said,
    ...fixed.refused.map(({ message, why }) => `not fixed: ${message.code} ${why}`),
    ...made.map(line => `| ${line}`.trimEnd()),
  ].join('\n')
}

describe.each(readdirSync(folder))('%s', file => {
  const cases = casesIn(file)
  if (process.env.UPDATE_LINTS) {
    const parts = cases.map(each => `=== ${each.head}\n${each.text}---\n${answerTo(each)}\n\n`)
    writeFileSync(`${folder}/${file}`, parts.join(''))
  }

  test.each(process.env.UPDATE_LINTS ? [] : cases)('$head', each => {
    expect(answerTo(each)).toBe(each.expected)
  })

  test('what is fixed is stable, and nothing is said twice of one place', () => {
    for (const { text, settings, head } of cases) {
      const once = fix(text, settings)
      const again = fix(once.text, settings)
      expect(again.text, head).toBe(once.text)
      expect(again.applied, head).toEqual([])
      const { messages } = lint(text, settings)
      const keys = messages.map(({ code, at, text: words }) => `${code} ${at} ${words}`)
      expect(keys, head).toEqual([...new Set(keys)])
    }
  })
})
