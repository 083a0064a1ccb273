/**
 * Matchers for Vitest: `import 'diaglot/vitest'` in a test, or as one of its `setupFiles`. Vitest itself is the project's.
 */
import { expect } from 'vitest'
import { comparedTexts } from './diff/diagrams.js'
import { type FormatName, formats, hasErrors, type ReadOutcome, read, reportPretty } from './index.js'

interface Matchers<T> {
  /**
   * A text that a format reads without an error: the one that is named, or that the text bears the sign of.
   * @example
   * expect(text).toBeDiagram('mermaid')
   */
  toBeDiagram(format?: FormatName): T
  /**
   * A text that says the same as another one, of its own format or of another: what a conversion loses, comments, spelling and order are no
   * difference. Formats that the texts do not tell can be named.
   * @example
   * expect(written).toHoldTheSameDiagramAs('digraph { a -> b }')
   */
  toHoldTheSameDiagramAs(
    expected: string,
    formats?: { readonly received?: FormatName; readonly expected?: FormatName },
  ): T
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: as Vitest declares it
  interface Assertion<T = any> extends Matchers<T> {}
  interface AsymmetricMatchersContaining extends Matchers<unknown> {}
}

interface Result {
  readonly pass: boolean
  readonly message: () => string
}

interface Texts {
  /** What is wrong with a text. */
  readonly fault?: string
  readonly reading?: ReadOutcome<FormatName>
}

function readText(text: unknown, format: FormatName | undefined, name: string): Texts {
  if (typeof text !== 'string') return { fault: `${name} is no text` }
  try {
    const reading = read(text, format === undefined ? {} : { format })
    if (!hasErrors(reading.messages)) return { reading }
    return { fault: `${name} has errors\n\n${reportPretty(reading.messages, { source: reading.source })}` }
  } catch (error) {
    // Its format is not clear, or there is none of that name.
    return { fault: `${name}: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function toBeDiagram(received: unknown, format?: FormatName): Result {
  const { fault } = readText(received, format, 'the text')
  const what = format ?? 'any format'
  return {
    pass: fault === undefined,
    message: () =>
      fault === undefined
        ? `expected the text to be no diagram of ${what}`
        : `expected a diagram of ${what}, but ${fault}`,
  }
}

function toHoldTheSameDiagramAs(
  received: unknown,
  expected: unknown,
  named: { readonly received?: FormatName; readonly expected?: FormatName } = {},
): Result {
  const now = readText(received, named.received, 'the text')
  const meant = readText(expected, named.expected, 'the text that is expected')
  const fault = now.fault ?? meant.fault
  // A text with an error holds no diagram that could be another one, so it fails with `not`, too.
  if (!now.reading || !meant.reading) throw new Error(`expected the same diagram, but ${fault}`)
  const differences = comparedTexts(sidesOf(meant.reading), sidesOf(now.reading)).flatMap(
    each => each.differences,
  )
  return {
    pass: differences.length === 0,
    message: () =>
      differences.length === 0
        ? 'expected another diagram'
        : `expected the same diagram, but\n\n${differences.map(({ text }) => `  ${text}\n`).join('')}`,
  }
}

const sidesOf = ({ graphs, format }: ReadOutcome<FormatName>) =>
  graphs.map(graph => ({ graph, format: formats.find(({ name }) => name === format)! }))

expect.extend({ toBeDiagram, toHoldTheSameDiagramAs })
