/** What `convert` could not make of the diagrams of a file, in sentences. */
import type { Format } from '../../format.js'
import { lineTable, placeOf } from '../../messages/place.js'
import type { Input } from '../inputs.js'
import type { TaskOutcome } from '../tasks/task.js'
import type { TaskSettings } from './settings.js'
import type { Unit, Units } from './units.js'

/** A diagram with what became of it. */
export interface One extends TaskOutcome {
  readonly unit: Unit
}

/** What all diagrams of a file have in common. */
export interface Around {
  readonly input: Pick<Input, 'name' | 'searched'>
  readonly units: Units
  readonly target: Format
  readonly settings: TaskSettings
}

/** Of a document in which no diagram is read: why. */
export function nothingIn(name: string, { found }: Units, passedOver: readonly string[]): string {
  const kinds = [...new Set(passedOver)]
  const files = [...new Set(found?.files.map(({ file }) => file))]
  return [
    `no diagram in ${name}${kinds.length > 0 ? ' that is read' : ''}`,
    ...(kinds.length > 0 ? [`not read: ${kinds.join(', ')}`] : []),
    ...(files.length > 0 ? [`it names ${files.join(', ')}, which can be converted`] : []),
  ].join('; ')
}

/** Several files in the place of one block. */
export const isTooMany = ({ conversion, unit }: One): boolean =>
  unit.block !== undefined && (conversion?.files.length ?? 0) > 1

/** Why diagrams were not converted, or that they lose too much. */
export function failureOf(around: Around, all: readonly One[]): string | undefined {
  const { target, settings } = around
  const most = settings.convert?.maxLosses
  const said: string[] = []
  const tell = (isMeant: (one: One) => boolean, sentence: Sentence): void => {
    const some = all.filter(isMeant)
    if (some.length > 0) said.push(sentence(subjectOf(around, some), some.length === 1, some[0]!))
  }
  tell(
    ({ conversion }) => conversion?.failed === 'errors',
    (who, one) =>
      `${who} ${one ? 'has errors and was' : 'have errors and were'} not converted; --recover writes what could be read`,
  )
  tell(
    ({ conversion }) => conversion?.failed === 'not-back',
    who => `${who} has errors, so nothing is brought back from it`,
  )
  if (settings.convert?.exchanges)
    tell(
      isTooMany,
      (who, one) =>
        `${who} ${one ? 'is' : 'are'} several in one, and ${target.title} holds one, so ${one ? 'it stays' : 'they stay'} as before`,
    )
  tell(
    ({ conversion }) => typeof conversion?.failed === 'number',
    (who, one, { conversion }) =>
      one
        ? `${who} loses ${conversion?.failed} things, more than the ${most} that are allowed`
        : `${who} lose more than the ${most} things that are allowed`,
  )
  return said.length === 0 ? undefined : said.join('; ')
}

type Sentence = (who: string, isOne: boolean, first: One) => string

/** What a sentence is about. */
function subjectOf({ input: { name }, units: { document } }: Around, some: readonly One[]): string {
  if (some.length > 1) return `${some.length} diagrams of ${name}`
  const at = some[0]?.unit.block?.at
  if (document === undefined || !at) return name
  return `the diagram at ${name}:${placeOf(lineTable(document), at[0]).line}`
}
