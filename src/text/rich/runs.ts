/**
 * A formatted label as runs: texts, each with what it looks like. Every syntax of labels is read into runs and can be
 * written from them, so that a label goes from one to the other without either knowing the other.
 */

export interface Format {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
  readonly raised?: 'sub' | 'sup'
  /** CSS. */
  readonly color?: string
  /** Pixels. */
  readonly size?: number
  readonly face?: string
  readonly href?: string
}

export interface Run {
  /** Lines are split by `\n`. */
  readonly text: string
  readonly format: Format
}

export interface Formatted {
  readonly runs: readonly Run[]
  /** Whether the runs say everything that the source says: no picture, no list, no alignment is left out. */
  readonly whole: boolean
  /** For each line where it stands, if one of them does not stand in the middle. */
  readonly sides?: readonly (LineSide | undefined)[]
  /** By number of the line that it stands before: the sign of an item of a list, which is none of the text. */
  readonly bullets?: ReadonlyMap<number, string>
}

export type LineSide = 'left' | 'right'

export const PLAIN: Format = {}

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const KEYS = ['bold', 'italic', 'underline', 'strike', 'raised', 'color', 'size', 'face', 'href'] as const

export const sameFormat = (a: Format, b: Format): boolean => KEYS.every(key => a[key] === b[key])

export const isFormatted = (runs: readonly Run[]): boolean =>
  runs.some(({ format, text }) => text.trim() !== '' && !sameFormat(format, PLAIN))

/** Whether all that a source says besides its text is where its lines stand. */
export const saysSides = ({ runs, sides }: Formatted): boolean => sides !== undefined && !isFormatted(runs)

/** Whether a source says no more than its text. */
export const saysNothing = ({ runs, whole }: Formatted): boolean => whole && !isFormatted(runs)

/** The runs without empty ones, neighbours of one format as one. */
export function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const { text, format } of runs) {
    const last = joined.at(-1)
    if (text === '') continue
    if (last && sameFormat(last.format, format))
      joined[joined.length - 1] = { text: last.text + text, format }
    else joined.push({ text, format })
  }
  return joined
}

/** The runs of each line. */
export function linesOfRuns(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { text, format } of runs) {
    for (const [i, piece] of text.split('\n').entries()) {
      if (i > 0) lines.push([])
      if (piece !== '') lines.at(-1)!.push({ text: piece, format })
    }
  }
  return lines
}

/** The runs without the blanks around the whole text and those around its line breaks. */
export function trimmedRuns(runs: readonly Run[]): Run[] {
  const pieces = joinedRuns(runs).map(({ text, format }) => ({
    text: text.replace(/(?:(?<![^\S\n])[^\S\n]+)?\n[^\S\n]*/g, '\n'),
    format,
  }))
  for (let i = 0, ended = true; i < pieces.length; i++) {
    const piece = pieces[i]!
    if (ended) piece.text = piece.text.replace(/^[^\S\n]+/, '')
    if (piece.text !== '') ended = piece.text.endsWith('\n')
  }
  for (let i = pieces.length - 1, begun = true; i >= 0; i--) {
    const piece = pieces[i]!
    if (begun) piece.text = piece.text.replace(/(?<![^\S\n])[^\S\n]+$/, '')
    if (piece.text !== '') begun = piece.text.startsWith('\n')
  }
  return joinedRuns(pieces)
}
