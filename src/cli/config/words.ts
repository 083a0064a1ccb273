/** What words of a command line, and names in a config, stand for: severities of codes. */
import { ruleFault, unknownCode } from '../../lint/settings.js'
import type { CodeEntry } from '../../messages/code.js'
import type { Severity } from '../../messages/message.js'
import { CommandError } from '../exit.js'
import type { TaskSettings } from '../files/settings.js'

/** `--rule lint/orphan=off` */
export function rulesOf(words: readonly string[] = []): TaskSettings['rules'] {
  const severities = ['off', 'info', 'warning', 'error'] as const
  return Object.fromEntries(
    words.map(word => {
      const [, code, severity] = /^([^=]+)=(.*)$/.exec(word) ?? []
      const found = severities.find(name => name === severity)
      if (code === undefined || found === undefined)
        throw new CommandError(
          `--rule takes a code and one of ${severities.join(', ')}, such as lint/orphan=off, not “${word}”`,
        )
      return [code, found]
    }),
  )
}

/** Rules by whole codes: one that ends in `*` is one of each code that begins so, unless that has its own. Throws a `CommandError` for no code. */
export function rulesAmong(rules: NonNullable<TaskSettings['rules']>, known: ReadonlyMap<string, CodeEntry>) {
  const all: Record<string, Severity | 'off'> = Object.create(null)
  mustBeCodes(Object.keys(rules), known)
  for (const [name, severity] of Object.entries(rules).sort(([a], [b]) => a.length - b.length)) {
    if (!name.endsWith('*')) all[name] = severity
    else
      for (const code of known.keys())
        if (code.startsWith(name.slice(0, -1)) && isRuleCode(code, known)) all[code] = severity
  }
  const fault = ruleFault(all, known)
  if (fault !== undefined) throw new CommandError(fault)
  return all
}

/** Throws a `CommandError` for a code that there is not, and for one that ends in `*` where none begins so. @param where they stand, for the sentence */
export function mustBeCodes(
  names: readonly string[],
  known: ReadonlyMap<string, CodeEntry>,
  where = '',
): void {
  const all = [...known.keys()]
  for (const name of names) {
    const fault = !name.endsWith('*')
      ? unknownCode([name], known)
      : all.some(code => code.startsWith(name.slice(0, -1)))
        ? undefined
        : `no code begins as “${name}” does`
    if (fault !== undefined) throw new CommandError(`${where}${fault}`)
  }
}

function isRuleCode(code: string, known: ReadonlyMap<string, CodeEntry>): boolean {
  return ruleFault({ [code]: 'off' }, known) === undefined
}
