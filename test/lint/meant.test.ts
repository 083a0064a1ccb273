/**
 * Broken texts with what a person meant by them (`corpus/broken/meant`): `=== FORMAT WHAT`, the text, `--- meant`, the text as it was
 * meant. What `fix` makes of each has to read as the one that was meant; where it does not know what that is, it leaves the mistake.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type FormatName, fix, hasErrors, read, sameGraph } from '../../src/index.js'

const folder = 'corpus/broken/meant'

interface Case {
  readonly format: FormatName
  readonly name: string
  readonly broken: string
  readonly meant: string
}

function casesIn(file: string): Case[] {
  return readFileSync(`${folder}/${file}`, 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head = '', ...rest] = part.trimEnd().split('\n')
      const dashes = rest.indexOf('--- meant')
      const [format, ...words] = head.split(' ')
      const textOf = (lines: readonly string[]) => `${lines.join('\n')}\n`
      return {
        format: format as FormatName,
        name: words.join(' '),
        broken: textOf(rest.slice(0, dashes)),
        meant: textOf(rest.slice(dashes + 1)),
      }
    })
}

const cases = readdirSync(folder).flatMap(casesIn)

type Outcome = 'mended' | 'left' | 'wrong' | 'untouched'

function outcomeOf({ format, broken, meant }: Case): Outcome {
  const { text } = fix(broken, { format })
  const [now, wanted] = [read(text, { format }), read(meant, { format })]
  const isSame =
    now.graphs.length === wanted.graphs.length &&
    now.graphs.every((graph, place) => sameGraph(graph, wanted.graphs[place]!))
  if (hasErrors(now.messages)) return 'left'
  if (isSame) return 'mended'
  return text === broken ? 'untouched' : 'wrong'
}

/** What nobody can know for sure, or what has no mend yet: there the mistake stays, and is said. */
const LEFT: readonly string[] = [
  'dot a keyword as a name',
  'dot an attribute without a value',
  'dot semicolons in place of commas, and doubled',
  'mermaid a click that does not say what it calls is no sentence behind the diagram',
  'mermaid which word opens a subgraph cannot be known',
  'mermaid which of two ends is missing cannot be known',
]

/** What its format accepts, with another meaning. */
const ACCEPTED: readonly string[] = ['dot a comma behind the statement']

describe('what was meant', () => {
  test('is no mistake itself', () => {
    const wrong = cases.filter(({ format, meant }) => hasErrors(read(meant, { format }).messages))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('comes out, or the mistake stays', () => {
    const outcomes = cases.map(each => [outcomeOf(each), `${each.format} ${each.name}`] as const)
    const which = (wanted: Outcome) =>
      outcomes.filter(([outcome]) => outcome === wanted).map(([, name]) => name)
    expect(which('wrong')).toEqual([])
    expect(which('left').sort()).toEqual([...LEFT].sort())
    expect(which('untouched')).toEqual(ACCEPTED)
    expect(which('mended').length).toBeGreaterThan(90)
  })

  test('stays as it is', () => {
    const changed = cases.filter(({ format, meant }) => fix(meant, { format }).text !== meant)
    expect(changed.map(({ name }) => name)).toEqual([])
  })
})
