/** A plan, or what was done of it, counted. */
import { addTallies, NO_TALLY, type Tally } from '../lower/tally.js'
import type { Plan, PlannedDiagram, PlannedFile, PlannedLoss, Reason } from './plan-form.js'
import { byGravity } from './survey.js'

export interface PlanSum {
  readonly files: number
  /** Files in which there is a diagram at all. */
  readonly holding: number
  readonly documents: number
  readonly diagrams: number
  /** Diagrams by what becomes of them. */
  readonly ways: ReadonlyMap<PlannedDiagram['way'], number>
  /** Those that stay, by why. */
  readonly stays: ReadonlyMap<Reason, number>
  /** Of those whose kind is not converted: how many of each. */
  readonly kinds: ReadonlyMap<string, number>
  /** What becomes of everything that the diagrams say that are converted. */
  readonly tally: Tally
  /** Diagrams that become something, and lose nothing. */
  readonly whole: number
  /** Losses by code and kind, the worst first. */
  readonly losses: readonly SummedLoss[]
  readonly removed: number
  /** Documents in which links are written anew. */
  readonly relinked: number
  /** Whether anything at all is to be written or to go. */
  readonly changes: boolean
}

export interface SummedLoss extends PlannedLoss {
  /** In how many diagrams. */
  readonly diagrams: number
}

/** Whether a file is changed, goes, or becomes another that is not there yet. */
export function changesSomething({ diagrams, links = [], remove }: PlannedFile): boolean {
  return (
    remove === true ||
    links.length > 0 ||
    diagrams.some(({ way, files = [] }) =>
      way === 'file' ? files.some(({ there }) => !there) : way !== 'stays',
    )
  )
}

const isDocument = ({ diagrams, links }: PlannedFile): boolean =>
  links !== undefined || diagrams.some(({ block }) => block !== undefined)

/** Whether more is lost than what is only to be known, such as other ids. */
export const losesSomething = (losses: readonly PlannedLoss[]): boolean =>
  losses.some(({ kind, severity }) => (kind === 'dropped' || kind === 'approximated') && severity !== 'info')

export function sumOf({ files }: Pick<Plan, 'files'>): PlanSum {
  const ways = new Map<PlannedDiagram['way'], number>()
  const stays = new Map<Reason, number>()
  const kinds = new Map<string, number>()
  const losses = new Map<string, SummedLoss>()
  let tally = NO_TALLY
  let [diagrams, whole] = [0, 0]
  for (const { diagrams: own } of files)
    for (const { way, why, kind, tally: one, losses: lost = [] } of own) {
      diagrams++
      ways.set(way, (ways.get(way) ?? 0) + 1)
      if (why) stays.set(why, (stays.get(why) ?? 0) + 1)
      if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (way === 'stays') continue
      if (one) tally = addTallies(tally, one)
      if (!losesSomething(lost)) whole++
      for (const loss of lost) {
        const key = `${loss.kind} ${loss.code}`
        const known = losses.get(key)
        losses.set(key, {
          ...(known ?? loss),
          count: (known?.count ?? 0) + loss.count,
          diagrams: (known?.diagrams ?? 0) + 1,
        })
      }
    }
  return {
    files: files.length,
    holding: files.filter(({ diagrams }) => diagrams.length > 0).length,
    documents: files.filter(isDocument).length,
    diagrams,
    ways,
    stays,
    kinds: new Map([...kinds].sort(([, a], [, b]) => b - a)),
    tally,
    whole,
    losses: [...losses.values()].sort(byGravity),
    removed: files.filter(({ remove }) => remove).length,
    relinked: files.filter(({ links }) => links).length,
    changes: files.some(changesSomething),
  }
}
