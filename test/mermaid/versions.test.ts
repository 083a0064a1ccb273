/** What is said of a text that an older mermaid draws. Expected values are what these releases themselves accept. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintMermaidVersion, readMermaid } from '../../converters/mermaid/index.js'
import { HOSTS, hostFault } from '../../converters/mermaid/versions/hosts.js'
import {
  RELEASES,
  type Release,
  releaseOf,
  versionFault,
} from '../../converters/mermaid/versions/releases.js'
import { versionPage } from '../../scripts/version-page.js'
import { casesOf, differencesOf } from '../../scripts/versions.js'
import { convert } from '../../src/index.js'
import { extent } from '../setup/runs.js'
import { cases } from './version-cases.js'

const refuses = (text: string, mermaid: string): boolean =>
  lintMermaidVersion(text, { mermaid }).some(({ code }) => code === 'lint/mermaid-version')

/** The text as it is after all fixes. */
function mended(text: string, mermaid: string): string {
  const edits = lintMermaidVersion(text, { mermaid }).flatMap(({ fix }) => fix?.edits ?? [])
  return edits
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((now, { start, end, text }) => now.slice(0, start) + text + now.slice(end), text)
}

/** Releases that say of a case what stands beside it. Some constructs have other limits besides. */
const ASKED = [
  '8.2.6',
  '8.5.2',
  '8.9.3',
  '9.1.7',
  '9.4.3',
  '10.2.4',
  '10.9.8',
  '11.3.0',
  '11.4.1',
  '11.12.3',
  '12.2.0',
  '12.3.0',
]

const place = (release: string | undefined) => RELEASES.indexOf(release as Release)

describe('a text that an older mermaid draws', () => {
  test.each(cases)('$text', ({ text, rejected, fixed }) => {
    const [first, last] = rejected
    expect(readMermaid(text).messages.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const release of [first, last])
      if (release) expect([release, refuses(text, release)]).toEqual([release, true])
    const next = RELEASES[place(last) + 1]
    if (next) expect([next, refuses(text, next)]).toEqual([next, false])
    expect(refuses(text, '12.3.0')).toBe(false)
    if (fixed !== undefined) expect(mended(text, last!)).toBe(fixed)
  })

  test('a fix is read, and as the same diagram', () => {
    for (const { text, fixed } of cases) {
      if (fixed === undefined) continue
      const [before, after] = [text, fixed].map(each => readMermaid(each))
      expect(after!.messages.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(
        [...after!.graphs[0]!.nodes.values()].map(({ id, label, shape }) => [id, label.text, shape]),
      ).toEqual([...before!.graphs[0]!.nodes.values()].map(({ id, label, shape }) => [id, label.text, shape]))
    }
  })

  test('a place, the construct, the release that has it, and who draws', () => {
    const text = 'flowchart LR\r\n  a --> b\r\n  b e1@--> c[done]\r\n'
    const [found, ...others] = lintMermaidVersion(text, { renderer: 'notion' })
    expect(others).toEqual([])
    expect(text.slice(...found!.at!)).toBe('e1@')
    expect(found!.text).toBe(
      'Mermaid 10.6.1, which Notion runs, cannot read an id before an arrow, as in “e1@-->”; 11.5.0 can. Instead: the arrow without it.',
    )
  })

  test('an id of an arrow that something else names stays', () => {
    const text = 'flowchart LR\n  a e1@--> b\n  e1@{ animate: true }\n'
    const found = lintMermaidVersion(text, { mermaid: '11.4' })
    expect(found.map(({ fix }) => fix)).toEqual([undefined])
  })

  test('what is read and drawn otherwise is a warning', () => {
    const text = '%%{init: {"theme":"dark"}}%%\ngraph TD\n  a["`**b**`"]\n  b -...-> c\n'
    const found = lintMermaidVersion(text, { mermaid: '8.5' })
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(
      Array.from({ length: 3 }, () => ['lint/mermaid-drawn', 'warning']),
    )
  })

  test('nothing is said of any text for the newest', () => {
    for (const release of ASKED) for (const { text } of cases) lintMermaidVersion(text, { mermaid: release })
    for (const { text } of cases) expect(lintMermaidVersion(text, { mermaid: '12.3' })).toEqual([])
  })
})

describe('versions and hosts', () => {
  test.each([
    ['10.9', '10.9.8'],
    ['10.9.x', '10.9.8'],
    ['v10.9.3', '10.9.1'],
    ['10', '10.9.8'],
    ['11.12.2', '11.11.0'],
    ['99', '12.3.0'],
    ['8.2.6', '8.2.6'],
    ['8.2', '8.2.6'],
    ['8.1', undefined],
    ['ten', undefined],
  ])('%s counts as %s', (version, release) => {
    expect(releaseOf(version)).toBe(release)
    expect(versionFault(version) === undefined).toBe(release !== undefined)
  })

  test('a host that is not known', () => {
    expect(hostFault('GitHub')).toBeUndefined()
    expect(hostFault('githb')).toMatch(
      /^which mermaid “githb” runs is not known \(did you mean “github”\?\); known are github, gitlab, /,
    )
    expect(hostFault('azure')).toContain('did you mean “azure-devops”?')
  })

  test('each host has a date, a source, and a release that was asked', () => {
    for (const { release, when, source } of HOSTS) {
      expect(RELEASES).toContain(release)
      expect(when).toMatch(/^\d{4}/)
      expect(source).toMatch(/^(?:https:|npm: )/)
    }
  })
})

test('the page has the tables as they are', () => {
  const page = readFileSync('docs/mermaid-versions.md', 'utf8')
  expect(versionPage(page)).toBe(page)
})

test('a few things that are lost on the way to an old version are said', async () => {
  const source =
    'flowchart LR\n  a@{ shape: cloud } e1@--> b(((end)))\n  b ~~~ c@{ icon: "fa:bell", label: "Bell" }\n'
  const { text, messages } = await convert(source, { to: 'mermaid', options: { mermaid: '8.5' } })
  expect(text).toBe(
    'flowchart LR\n    a("a")\n    b(("end"))\n    c["Bell"]\n    a --> b\n'.replace('a("a")', 'a("a")'),
  )
  expect(messages.map(({ code }) => code).sort()).toEqual(
    ['loss/edge', 'loss/edge-id', 'loss/extras', 'loss/shape', 'loss/shape', 'loss/shape'].sort(),
  )
})

const VERDICTS = '../shared/versions/verdicts.jsonl'
const CASES = '../shared/conformance/mermaid/flowchart.jsonl'

/** Releases between which the most changes. */
const FEW = ['8.2.6', '8.9.3', '10.2.4', '10.9.8', '11.3.0', '11.12.3']

describe.skipIf(!existsSync(VERDICTS) || !existsSync(CASES) || extent !== 'long')(
  'verdicts that lie beside the repository',
  () => {
    test('are the same for at least 99 of 100 texts', () => {
      const all = casesOf(CASES, VERDICTS)
      for (const release of FEW) {
        const v = all.map(each => ({ ...each, v: each.v[place(release)] ?? '' }))
        expect([release, differencesOf(v, [release]).length <= all.length / 100]).toEqual([release, true])
      }
    }, 600_000)
  },
)
