/**
 * Compares what is said of each release of mermaid with what these releases said themselves.
 *
 *     npx tsx scripts/versions.ts VERSIONS.json CASES.jsonl VERDICTS.jsonl [--show RELEASE]
 *
 * VERSIONS is the list of releases; a line of CASES has `id` and `text`, one of VERDICTS `id` and `v`: a digit for each release, 1
 * where it accepts the text. Both may be one file.
 */
import { readFileSync } from 'node:fs'
import { lintMermaidVersion } from '../converters/mermaid/lint/versions.js'
import { readMermaid } from '../converters/mermaid/read/read.js'

interface Case {
  readonly id: string
  readonly text: string
  readonly v: string
}

export interface Difference {
  readonly id: string
  readonly text: string
  readonly release: string
  readonly accepted: boolean
  /** What was said of a text that the release accepts. */
  readonly says: readonly string[]
}

const linesOf = (file: string): Record<string, string>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))

export function casesOf(cases: string, verdicts: string): Case[] {
  const digits = new Map(linesOf(verdicts).map(({ id, v }) => [id, v]))
  return linesOf(cases).flatMap(({ id = '', text = '' }) => {
    const v = digits.get(id)
    return v === undefined ? [] : [{ id, text, v }]
  })
}

/** The cases of which a release says something else than is said of it. */
export function differencesOf(cases: readonly Case[], releases: readonly string[]): Difference[] {
  return cases.flatMap(({ id, text, v }) => {
    const isSound = !readMermaid(text).messages.some(({ severity }) => severity === 'error')
    return releases.flatMap((release, place) => {
      const says = lintMermaidVersion(text, { mermaid: release })
        .filter(({ code }) => code === 'lint/mermaid-version')
        .map(message => message.text)
      const accepted = v[place] === '1'
      return (isSound && says.length === 0) === accepted ? [] : [{ id, text, release, accepted, says }]
    })
  })
}

function main([versions = '', cases = '', verdicts = cases, , shown]: readonly string[]): void {
  const releases: string[] = JSON.parse(readFileSync(versions, 'utf8'))
  const all = casesOf(cases, verdicts)
  const differences = differencesOf(all, releases)
  for (const release of releases) {
    const here = differences.filter(difference => difference.release === release)
    const share = ((all.length - here.length) / all.length) * 100
    const over = here.filter(({ accepted }) => accepted).length
    console.log(
      `${release.padEnd(8)} agree ${all.length - here.length} of ${all.length}, ${share.toFixed(2)} %` +
        (here.length === 0 ? '' : `; ${over} accepted and refused here, ${here.length - over} the other way`),
    )
    if (release !== shown && shown !== 'all') continue
    for (const { id, text, accepted, says } of here)
      console.log(
        `  ${accepted ? '+' : '-'} ${id} ${JSON.stringify(text).slice(0, 160)}\n      ${says.join(' | ')}`,
      )
  }
}

if (process.argv[1]?.endsWith('versions.ts')) main(process.argv.slice(2))
