/** Which tests come upon which mutant, and which of them a mutant gets. */

export interface ReachOfTest {
  readonly name: string
  readonly milliseconds: number
  readonly reached: readonly number[]
  readonly failed: boolean
}

export interface Reach {
  readonly file: string
  /** All of it, with loading what it imports. */
  readonly milliseconds: number
  /** What is come upon outside of tests, and may count in each. */
  readonly shared: readonly number[]
  readonly tests: readonly ReachOfTest[]
}

export interface Chosen {
  /** The names of tests by their file, the cheapest file first. */
  readonly files: ReadonlyMap<string, readonly string[]>
  readonly milliseconds: number
}

/**
 * The tests that come upon a mutant, as many as go into a time; at least those of one file.
 * @param enough milliseconds
 */
export function testsFor(id: number, reach: readonly Reach[], enough: number): Chosen {
  const all = reach
    .map(({ file, shared, tests }) => {
      const isShared = shared.includes(id)
      const own = tests.filter(({ reached, failed }) => !failed && (isShared || reached.includes(id)))
      const milliseconds = own.reduce((sum, test) => sum + test.milliseconds, 0)
      return { file, names: own.map(({ name }) => name), milliseconds }
    })
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => a.milliseconds - b.milliseconds)
  const files = new Map<string, readonly string[]>()
  let spent = 0
  for (const { file, names, milliseconds } of all) {
    if (files.size > 0 && spent + milliseconds > enough) break
    files.set(file, names)
    spent += milliseconds
  }
  return { files, milliseconds: spent }
}
