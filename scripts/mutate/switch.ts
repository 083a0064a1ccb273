/** A source file with all its chosen mutants in it, of which one at most is awake while tests run. */
import type { Mutant } from './mutants.js'

/** What the text asks at each mutant; `setup.ts` makes the answer. */
const ASK = 'globalThis.__isMutant'

/** The text with `ASK(id) ? mutant : original` wherever a mutant stands; what lies within another is asked within the original. */
export function withMutants(text: string, mutants: readonly Mutant[]): string {
  const sorted = outermostFirst(mutants)
  const part = (start: number, end: number, from: number, to: number): string => {
    let result = ''
    let at = start
    for (let i = from; i < to; i++) {
      const mutant = sorted[i]!
      let inner = i + 1
      while (inner < to && sorted[inner]!.start < mutant.end) inner++
      result += text.slice(at, mutant.start) + switched(mutant, part(mutant.start, mutant.end, i + 1, inner))
      at = mutant.end
      i = inner - 1
    }
    return result + text.slice(at, end)
  }
  return part(0, text.length, 0, sorted.length)
}

const outermostFirst = (mutants: readonly Mutant[]): Mutant[] =>
  [...mutants].sort((a, b) => a.start - b.start || b.end - a.end)

function switched({ id, kind, after }: Mutant, original: string): string {
  if (kind === 'statement') return `{ if (!${ASK}(${id})) { ${original} } }`
  if (kind === 'expression') return `(${ASK}(${id}) ? (${after}) : (${original}))`
  const [, dot = '.', name = ''] = /(\?\.|\.)\s*(\w+)$/.exec(original) ?? []
  return `${dot === '?.' ? '?.' : ''}[${ASK}(${id}) ? '${after}' : '${name}']`
}
