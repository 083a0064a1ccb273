/** The parts of `@{ … }`. What stands in it is YAML, of which only blanks change that say nothing. */
import { type Part, STEP } from './part.js'

/** @param start of the sign `@` */
export function dataParts(text: string, start: number, end: number): Part[] {
  const body = text.slice(start + 2, end - 1)
  const open: Part = { start, end: start + 2, gap: 'none' }
  const close = (gap: Part['gap'], further?: number): Part => ({
    start: end - 1,
    end,
    gap,
    ...(further !== undefined && { further }),
  })
  if (body.trim() === '' && !/[\r\n]/.test(body)) return [open, close('none')]
  const lines = /[\r\n]/.test(body) ? linesOf(body, start + 2) : fieldsOf(body, start + 2)
  if (!lines) return [{ start, end, gap: 'none' }]
  return [
    open,
    ...lines,
    /[\r\n]/.test(body.slice(body.trimEnd().length)) ? close('break', 0) : close('blank'),
  ]
}

/** `shape: rect, label: "a"`: fields in one line. Where a quote of YAML's own or a bracket stands, only the blanks around all. */
function fieldsOf(body: string, from: number): Part[] {
  const start = from + body.length - body.trimStart().length
  const inner = body.trim()
  if (/['[\]{}#&*|>!%]/.test(inner)) return [{ start, end: start + inner.length, gap: 'blank' }]
  const parts: Part[] = []
  const add = (from: number, to: number): void => {
    const word = inner.slice(from, to)
    const first = start + from + word.length - word.trimStart().length
    if (word.trim() !== '') parts.push({ start: first, end: first + word.trim().length, gap: 'blank' })
  }
  let at = 0
  for (const { index, 0: sign } of inner.matchAll(/"[^"]*"|,|(?<=\w):(?=[ \t])/g)) {
    if (sign.startsWith('"')) continue
    add(at, index)
    at = index + 1
    parts.push({ start: start + index, end: start + at, gap: 'none' })
  }
  add(at, inner.length)
  return parts
}

/** Lines of YAML, moved together, since it counts how far each is indented beside the others. Nothing where a text goes on over lines. */
function linesOf(body: string, from: number): Part[] | undefined {
  const lines = [...body.matchAll(/[^\r\n]+/g)].filter(({ 0: line }) => line.trim() !== '')
  const isOdd = ({ 0: line }: RegExpMatchArray) =>
    (line.match(/"/g)?.length ?? 0) % 2 === 1 || /^ *\t|[|>][+-]?\s*$/.test(line)
  // What stands behind the brace that opens it has no indentation of its own.
  const isBeside = /^[ \t]*[^\s]/.test(body)
  if (isBeside || lines.some(isOdd)) return undefined
  const margin = ({ 0: line }: RegExpMatchArray) => line.length - line.trimStart().length
  const least = Math.min(...lines.map(margin))
  return lines.map(line => {
    const start = from + line.index + margin(line)
    return { start, end: start + line[0].trim().length, gap: 'break', further: STEP + margin(line) - least }
  })
}
