/** Differences for a terminal: a line each, with a sign before it. */
import { printable } from '../../messages/reporters/pretty.js'
import type { DifferenceKind } from '../difference.js'
import { type ComparedFiles, countsOf, differencesOf, isOfSeveral, titleOf } from './report.js'

const SIGNS: Readonly<Record<DifferenceKind, readonly [sign: string, colour: string]>> = {
  added: ['+', '32'],
  removed: ['-', '31'],
  changed: ['~', '33'],
  moved: ['>', '36'],
}

/** @param color whether signs and sentences are coloured */
export function prettyDifferences(files: readonly ComparedFiles[], color: boolean): string {
  const painted = (code: string, text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  const lines = files.flatMap(file => {
    const all = differencesOf(file)
    if (all.length === 0) return []
    const several = isOfSeveral(file)
    const told = file.diagrams.flatMap((diagram, place) => {
      const { differences } = diagram
      if (differences.length === 0) return []
      const title = several ? [`  ${printable(titleOf(diagram, place))}`] : []
      const said = differences.map(({ kind, text }) => {
        const [sign, code] = SIGNS[kind]
        return `${several ? '    ' : '  '}${painted(code, `${sign} ${printable(text)}`)}`
      })
      return [...title, ...said]
    })
    const head = painted('1', printable(`${file.before} → ${file.after}`))
    return [head, ...told, `  ${countsOf(all)}`]
  })
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}
