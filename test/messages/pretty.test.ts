import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { messagesPage } from '../../scripts/messages.js'
import { codes } from '../../src/index.js'
import { message } from '../../src/messages/message.js'
import { lineTable, lineText, placeOf } from '../../src/messages/place.js'
import { reportJson } from '../../src/messages/reporters/json.js'
import { reportPretty } from '../../src/messages/reporters/pretty.js'

describe('places', () => {
  test('LF, CRLF and a lone CR end a line', () => {
    const table = lineTable('a\nbc\r\nd\re')
    expect([0, 1, 2, 4, 6, 7, 8, 9].map(offset => placeOf(table, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
      { line: 4, column: 1 },
      { line: 4, column: 2 },
    ])
    expect([1, 2, 3, 4].map(line => lineText(table, line))).toEqual(['a', 'bc', 'd', 'e'])
  })

  test('an offset beyond the text is its end', () => {
    expect(placeOf(lineTable('ab'), 99)).toEqual({ line: 1, column: 3 })
    expect(placeOf(lineTable(''), 0)).toEqual({ line: 1, column: 1 })
  })
})

describe('the pretty report', () => {
  const source = 'first\nsecond line here\nthird'

  test('shows the line and marks the place', () => {
    const said = message('syntax/unexpected', 'Expected an arrow.', { at: [13, 17] })
    expect(reportPretty([said], { file: 'a.fz', source })).toBe(
      'a.fz:2:8: error: Expected an arrow. [syntax/unexpected]\n  2 | second line here\n    |        ^^^^\n',
    )
  })

  test('marks at least one column, and none beyond the line', () => {
    const empty = message('syntax/unexpected', 'x', { at: [11, 11] })
    expect(reportPretty([empty], { source })).toContain('    |      ^\n')
    const long = message('syntax/unexpected', 'x', { at: [20, 28] })
    expect(reportPretty([long], { source }).split('\n')[2]).toBe('    |               ^^')
  })

  test('counts wide characters as two columns', () => {
    const said = message('syntax/unexpected', 'x', { at: [2, 4] })
    expect(reportPretty([said], { source: '订单服务 x' }).split('\n')[2]).toBe('    |     ^^^^')
  })

  test('shows a piece of a very long line', () => {
    const long = `${'a'.repeat(500_000)}!${'b'.repeat(500_000)}`
    const said = message('syntax/unexpected', 'x', { at: [500_000, 500_001] })
    const [, line, marks] = reportPretty([said], { source: long }).split('\n')
    expect(line?.length).toBeLessThan(120)
    expect(line?.charAt(marks?.indexOf('^') ?? -1)).toBe('!')
  })

  test('does not let a file speak to the terminal', () => {
    const said = message('syntax/unexpected', 'x', { at: [0, 1] })
    const text = reportPretty([said], { source: '\u001b]0;title\u0007 \u202eabc' })
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  test('folds losses of a kind into one line with a count, unless asked for all', () => {
    const losses = [1, 2, 3].map(n =>
      message('loss/shape', `number ${n}`, { loss: 'approximated', changes: [] }),
    )
    expect(reportPretty(losses)).toBe('warning: number 1 (and 2 more of this kind) [loss/shape]\n')
    expect(reportPretty(losses, { verbose: true }).split('\n')).toHaveLength(4)
  })

  test('colours only when told to', () => {
    const said = message('syntax/unexpected', 'x')
    expect(reportPretty([said])).toBe('error: x [syntax/unexpected]\n')
    expect(reportPretty([said], { color: true })).toContain('\u001b[31merror')
  })
})

test('the JSON report is one object a line, with the place', () => {
  const said = message('loss/shape', 'x', {
    at: [1, 3],
    loss: 'dropped',
    changes: [{ path: ['nodes', 'a'], before: new Map([['k', 1]]), after: undefined }],
  })
  const lines = reportJson([said, said], { file: 'a', source: 'a\nbc' }).trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    file: 'a',
    line: 1,
    column: 2,
    endLine: 2,
    endColumn: 2,
    severity: 'warning',
    code: 'loss/shape',
    text: 'x',
    loss: 'dropped',
    changes: [{ path: ['nodes', 'a'], before: { k: 1 } }],
  })
})

describe('the list of codes', () => {
  test.each(Object.entries(codes))(
    '%s has a group, a severity and a paragraph',
    (code, { severity, about }) => {
      expect(code).toMatch(/^(syntax|lint|repair|document|graph|loss|limit|check|merge)\/[a-z]+(-[a-z]+)*$/)
      expect(['error', 'warning', 'info']).toContain(severity)
      expect(about.length).toBeGreaterThan(30)
      expect(about).toMatch(/[.)]$/)
    },
  )
})

test('the page about messages is the list of codes', () => {
  expect(readFileSync('docs/messages.md', 'utf8')).toBe(messagesPage())
})
