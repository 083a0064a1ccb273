/** A report for programs: the plan, and what it comes to. */
import { about, count, entries, fields, flag, listOf } from '../../form/kinds.js'
import { lossFields, type Plan, planKind, reasons, tallyKind, ways } from '../plan-form.js'
import { type PlanSum, sumOf } from '../sum.js'

/** The same sum as plain data. */
type SumData = {
  readonly [Name in keyof PlanSum]: PlanSum[Name] extends ReadonlyMap<string, number>
    ? Readonly<Record<string, number>>
    : PlanSum[Name]
}

const dataOf = (sum: PlanSum): SumData => ({
  ...sum,
  ways: Object.fromEntries(sum.ways),
  stays: Object.fromEntries(sum.stays),
  kinds: Object.fromEntries(sum.kinds),
})

export const jsonReport = (plan: Plan): string =>
  `${JSON.stringify({ sum: dataOf(sumOf(plan)), plan }, undefined, 1)}\n`

const numbers = (names: readonly string[]) => fields(Object.fromEntries(names.map(name => [name, count])))

const sum = {
  files: about('Files that were looked at.', count),
  holding: about('Files in which there is a diagram at all.', count),
  documents: count,
  diagrams: count,
  ways: about('Diagrams by what becomes of them.', numbers(ways)),
  stays: about('Those that stay, by why.', numbers(reasons)),
  kinds: about('Of those whose kind is not converted: how many of each.', entries(count)),
  tally: about('What becomes of everything that the diagrams say that are converted.', tallyKind),
  whole: about('Diagrams that become something, and lose nothing.', count),
  losses: about(
    'By code and kind, the worst first.',
    listOf(fields({ ...lossFields, diagrams: count }, ['code', 'kind', 'severity', 'count', 'text'])),
  ),
  removed: about('Source files that go.', count),
  relinked: about('Documents in which names of files are others then.', count),
  changes: about('Whether anything is to be written or to go.', flag),
} satisfies Record<keyof PlanSum, unknown>

const WHOLE = 'the report'
const report = fields({ sum: fields(sum, Object.keys(sum)), plan: planKind }, ['sum', 'plan'], WHOLE)

/** What is wrong with a value that is to be such a report; nothing where it is one. */
export const reportFault = (value: unknown): string | undefined => report.fault(value, WHOLE)

/** The JSON Schema of `--report report.json`, which the package has as `diaglot/migration.schema.json`. */
export const migrationSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A report of diaglot migrate',
  ...report.schema,
}
