/** Why a text does not match: what compiled parsers note while they explain it. */

interface Noted {
  readonly what: number
  readonly number: number
  goesOn: boolean
}

/** What failed furthest during one application. */
export interface Report {
  readonly at: number
  readonly noted: readonly Noted[]
}

/**
 * Collects what could have stood at the furthest place reached. As in Ohm, failures inside of `~`, of
 * skipped blanks and of rules with a description do not count; and one that only says how something
 * that was complete could have gone on is left out, unless there is nothing else to say.
 */
export class Failures {
  at = -1
  /** How many failures have been noted; what is noted from now on has this number or a higher one. */
  count = 0
  #noted: Noted[] = []
  readonly #descriptions: readonly string[]

  constructor(descriptions: readonly string[]) {
    this.#descriptions = descriptions
  }

  fail(position: number, what: number): void {
    if (position < this.at) return
    if (position > this.at) this.#noted = []
    this.at = position
    this.#noted.push({ what, number: this.count++, goesOn: false })
  }

  /** Something has matched up to `position`: what failed there since `mark` could only have prolonged it. */
  fluff(position: number, mark: number): void {
    if (position !== this.at) return
    for (let index = this.#noted.length - 1; index >= 0 && this.#noted[index]!.number >= mark; index--) {
      this.#noted[index]!.goesOn = true
    }
  }

  /** Begins an application that reports for itself, as if nothing were around it. */
  open(): () => Report {
    const [at, noted] = [this.at, this.#noted]
    this.at = -1
    this.#noted = []
    return () => {
      const report = { at: this.at, noted: withoutRepetition(this.#noted) }
      this.at = at
      this.#noted = noted
      this.add(report)
      return report
    }
  }

  /** Notes again what an application reported. */
  add(report: Report): void {
    if (report.at < this.at) return
    if (report.at > this.at) this.#noted = []
    this.at = report.at
    for (const { what, goesOn } of report.noted) this.#noted.push({ what, goesOn, number: this.count++ })
  }

  expected(): string[] {
    const firm = this.#noted.filter(({ goesOn }) => !goesOn)
    const shown = firm.length > 0 ? firm : this.#noted
    return [...new Set(shown.map(({ what }) => this.#descriptions[what]!))]
  }
}

/** One for each description; where they differ, the one that does not only go on. */
function withoutRepetition(noted: readonly Noted[]): Noted[] {
  const kept = new Map<number, Noted>()
  for (const one of noted) {
    const old = kept.get(one.what)
    if (!old || (old.goesOn && !one.goesOn)) kept.set(one.what, one)
  }
  return [...kept.values()]
}
