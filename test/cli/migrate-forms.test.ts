/** What a migration writes for other programs is as its JSON Schemas say, read by another validator; and what strangers change in it is not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@cfworker/json-schema'
import { beforeAll, describe, expect, test } from 'vitest'
import { undoSchema } from '../../src/cli/migrate/journal.js'
import { planFault, planSchema } from '../../src/migrate/plan-form.js'
import { migrationSchema, reportFault } from '../../src/migrate/report/json.js'
import { bundleIn, run, treeOf } from './trees.js'

const fence = '```mermaid\nflowchart TD\n  a{{Start}} --> b\n```\n'
const files = {
  'a.mmd': 'flowchart TD\n  a --> b\n',
  'b.dot': 'digraph { x -> y }\n',
  'c.md': `# C\n\n${fence}\n\`\`\`mermaid\npie\n\`\`\`\n\n[a](a.mmd)\n`,
  'd.rst': '.. graphviz:: b.dot\n',
  'e.mmd': 'flowchart LR\n  a[ --> b\n',
}

const validator = (schema: object) => new Validator(schema as ConstructorParameters<typeof Validator>[0], '7')

interface Written {
  readonly plan: string
  readonly report: string
  readonly bundle: readonly string[]
}

let written: Written

beforeAll(async () => {
  const root = treeOf(files)
  const reports = ['--plan-out', 'plan.json', '--report', 'report.json']
  const done = await run(root, 'migrate', '.', '--to', 'flowzap', '--remove', '--write', ...reports)
  const text = (path: string) => readFileSync(path, 'utf8')
  written = {
    plan: text(join(root, 'plan.json')),
    report: text(join(root, 'report.json')),
    bundle: text(bundleIn(done)).trim().split('\n'),
  }
})

// biome-ignore lint/suspicious/noExplicitAny: plain data, to be damaged
type Data = Record<string, any>

describe('a plan', () => {
  test('is as its schema says', () => {
    const plan = JSON.parse(written.plan)
    expect(validator(planSchema).validate(plan).errors).toEqual([])
    expect(planFault(plan)).toBeUndefined()
    expect(
      plan.files.some(({ links }: Data) => links?.some(({ picture }: Data) => picture === 'b.svg')),
    ).toBe(true)
  })

  test.each<readonly [string, (plan: Data) => void]>([
    ['a number that no count is', plan => Object.assign(plan.files[0], { digest: 1 })],
    ['a huge line', plan => Object.assign(plan.files[0].diagrams[0], { line: 1e300 })],
    ['a line before the first', plan => Object.assign(plan.files[0].diagrams[0], { line: -1 })],
    ['another way', plan => Object.assign(plan.files[0].diagrams[0], { way: 'run' })],
    ['no files', plan => Reflect.deleteProperty(plan, 'files')],
    [
      'a field of every object',
      plan => Object.defineProperty(plan, '__proto__', { value: {}, enumerable: true }),
    ],
  ])('with %s is none', (_, damage) => {
    const plan = JSON.parse(written.plan)
    damage(plan)
    expect([validator(planSchema).validate(plan).valid, planFault(plan) === undefined]).toEqual([
      false,
      false,
    ])
  })
})

describe('a report', () => {
  test('is as its schema says, and adds up', () => {
    const report = JSON.parse(written.report)
    expect(validator(migrationSchema).validate(report).errors).toEqual([])
    expect(reportFault(report)).toBeUndefined()
    const { files, holding, diagrams, ways, stays, kinds, removed, relinked, changes } = report.sum
    expect({ files, holding, diagrams, ways, stays, kinds, removed, relinked, changes }).toEqual({
      files: 5,
      holding: 4,
      diagrams: 5,
      ways: { file: 2, picture: 1, stays: 2 },
      stays: { 'other-kind': 1, broken: 1 },
      kinds: { pie: 1 },
      removed: 2,
      relinked: 2,
      changes: true,
    })
  })

  test.each<readonly [string, (report: Data) => void]>([
    ['another way', report => Object.assign(report.sum.ways, { run: 1 })],
    ['a count below nothing', report => Object.assign(report.sum, { files: -1 })],
    ['more', report => Object.assign(report, { run: 1 })],
  ])('with %s is none', (_, damage) => {
    const report = JSON.parse(written.report)
    damage(report)
    expect([validator(migrationSchema).validate(report).valid, reportFault(report) === undefined]).toEqual([
      false,
      false,
    ])
  })
})

describe('an undo bundle', () => {
  test('has lines as its schema says', () => {
    expect(written.bundle.length).toBeGreaterThan(5)
    for (const line of written.bundle) {
      const { errors } = validator(undoSchema).validate(JSON.parse(line))
      expect([line.slice(0, 80), errors]).toEqual([line.slice(0, 80), []])
    }
  })

  test.each<readonly [string, (line: Data) => void]>([
    ['permissions to run as somebody else', line => Object.assign(line.before, { mode: 0o4755 })],
    ['permissions that are none', line => Object.assign(line.before, { mode: 1e15 })],
    ['no path', line => Reflect.deleteProperty(line, 'path')],
    ['more', line => Object.assign(line, { run: 1 })],
  ])('with %s is none', (_, damage) => {
    const line = JSON.parse(written.bundle.find(own => own.includes('"before":{'))!)
    damage(line)
    expect(validator(undoSchema).validate(line).valid).toBe(false)
  })
})
