/** How grave each finding is where somebody lints: the severity of its code, or what was set for it. */
import type { Format } from '../format.js'
import { abouts } from '../messages/abouts.js'
import { type CodeEntry, type CodeTable, explained } from '../messages/code.js'
import { codes as core } from '../messages/codes.js'
import { fileCodes } from '../messages/file-codes.js'
import type { Message, Severity } from '../messages/message.js'
import { similar } from '../text/similar.js'

/** By code: how grave a finding is, or that nothing is said of it. */
export type Rules = Readonly<Record<string, Severity | 'off' | undefined>>

const SEVERITIES: readonly unknown[] = ['off', 'info', 'warning', 'error']

/** The codes of the core and of the formats at hand, with the paragraphs about them. */
export function codesOf(formats: readonly Pick<Format, 'codes'>[]): ReadonlyMap<string, CodeEntry> {
  const lists = formats.flatMap(({ codes }) => (codes ? entriesOf(codes) : []))
  return new Map([...entriesOf(core, abouts), ...Object.entries(fileCodes), ...lists])
}

/** Whoever lints asks for the same tables again. */
const known = new WeakMap<CodeTable, readonly [string, CodeEntry][]>()

function entriesOf(
  table: CodeTable,
  about?: Readonly<Record<string, string>>,
): readonly [string, CodeEntry][] {
  const entries = known.get(table) ?? Object.entries(explained(table, about))
  known.set(table, entries)
  return entries
}

/** What is wrong with rules, in a sentence without its full stop. */
export function ruleFault(rules: Rules, known: ReadonlyMap<string, CodeEntry>): string | undefined {
  for (const [code, severity] of Object.entries(rules)) {
    if (severity === undefined) continue
    if (!SEVERITIES.includes(severity))
      return `the rule “${code}” is off, info, warning or error, not “${severity}”`
    const unknown = unknownCode([code], known)
    if (unknown !== undefined) return unknown
    if (isFixed(code, known.get(code)!.severity) && severity !== 'error')
      return `“${code}” is no rule: what cannot be read stays an error`
  }
  return undefined
}

/** What is wrong with a list of codes, in a sentence without its full stop. */
export function unknownCode(
  codes: readonly string[],
  known: ReadonlyMap<string, CodeEntry>,
): string | undefined {
  const unknown = codes.find(code => !known.has(code))
  if (unknown === undefined) return undefined
  const meant = similar(unknown, [...known.keys()])
  return `there is no code “${unknown}”${meant === undefined ? '' : ` (did you mean “${meant}”?)`}`
}

/** What a text is in spite of which no diagram can be had, or only a part of it. */
function isFixed(code: string, severity: Severity): boolean {
  return severity === 'error' && !code.startsWith('lint/')
}

/** Whether an author or a setting may silence a message. */
export function isRule({ code, severity }: Message): boolean {
  return !isFixed(code, severity)
}

/** The messages as they count under the rules, without those that are off. */
export function underRules<T extends { readonly message: Message }>(
  found: readonly T[],
  rules: Rules,
  known: ReadonlyMap<string, CodeEntry>,
): T[] {
  return found.flatMap(each => {
    const { message } = each
    const set = isRule(message) ? rules[message.code] : undefined
    if (set === 'off' || (set === undefined && known.get(message.code)?.onRequest)) return []
    return set === undefined ? [each] : [{ ...each, message: { ...message, severity: set } }]
  })
}
