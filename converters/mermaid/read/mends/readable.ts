/** Whether what a mend makes of a line can be read. */
import { markDirections } from '../../document/direction-marks.js'
import { parser } from '../../grammar.gen.js'

export function isComment(line: string): boolean {
  return /^\s*%%[^{]/.test(line)
}

/** Whether a line is nothing but statements. */
export function isReadable(line: string): boolean {
  if (isComment(line)) return true
  const text = `flowchart\n${line}\n`
  const result = parser.parse(line.includes('direction') ? markDirections(text).edited.text : text)
  return result.ok && result.tree.children.every(({ first }) => first.rule !== 'unreadable')
}
