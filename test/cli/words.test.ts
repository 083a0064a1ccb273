/** A plain call is understood without commander, and just as commander understands it. */
import { Command, CommanderError } from 'commander'
import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import type { Program } from '../../src/cli/commands/over-files.js'
import { type CommandWords, plainCall } from '../../src/cli/commands/words.js'
import { CommandError } from '../../src/cli/exit.js'
import { entries as formats } from '../setup/formats.js'
import { runs } from '../setup/runs.js'

const program: Omit<Program, 'root'> = {
  around: { formats, worker: undefined },
  flags: formats.flatMap(({ flags = [] }) => flags),
  ended: () => {},
}

/** Defines a command whose action only keeps what it was given. */
function define(name: string, root: CommandWords, keep: (given: readonly unknown[]) => void): void {
  const kept: CommandWords = {
    command: own => {
      const command = root.command(own)
      const { action } = command
      command.action = () => action.call(command, async (...given: unknown[]) => keep(given)) as never
      return command
    },
  } as CommandWords
  commands.get(name)?.({ root: kept, ...program }, { more: '', completions: () => {} })
}

/** What the action is given by a plain call: nothing where commander is to be asked. */
function plain(words: readonly string[]): unknown {
  let given: unknown
  const call = plainCall(words, (name, root) => define(name, root, own => (given = own)))
  void call?.()
  return given
}

/** What commander gives it; what it says in place of that. */
function commanders([name = '', ...words]: readonly string[]): unknown {
  let given: unknown
  const root = new Command('diaglot')
    .version('1')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
  define(name, root, ([...own]) => (given = own.slice(0, -1)))
  try {
    root.parse([name, ...words], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.code
  }
  return given
}

test.each([
  [
    ['convert', 'a.mmd', '--to', 'dot'],
    [['a.mmd'], { color: 'auto', to: 'dot' }],
  ],
  [
    ['convert', '-q', '--no-carry', '--to=dot', '-O', 'a=b', '-O', 'c', '-'],
    [['-'], { color: 'auto', quiet: true, carry: false, to: 'dot', option: ['a=b', 'c'] }],
  ],
  [
    ['check', '--via', 'dot,json', '--via', 'svg', 'a', 'b'],
    [['a', 'b'], { color: 'auto', via: ['dot', 'json', 'svg'] }],
  ],
  [['explain'], [undefined, {}]],
  [
    ['merge', 'a', 'b', 'c', '--path', 'd'],
    ['a', 'b', 'c', { color: 'auto', path: 'd' }],
  ],
])('%j', (words, given) => {
  expect(plain(words)).toEqual(given)
  expect(commanders(words)).toEqual(given)
})

test.each([
  [['convert', '--help']],
  [['convert', '-h', 'a']],
  [['convert', 'a', '--version']],
  [['convert', '--', '-a']],
  [['convert', '-fdot', 'a']],
  [['convert', 'a', '--to']],
  [['convert', 'a', '--to', '--from', 'dot']],
  [['convert', 'a', '--carry=yes']],
  [['convert', 'a', '--update', 'b']],
  [['convert', 'a', '--tu', 'dot']],
  [['merge', 'a', 'b']],
  [['explain', 'a', 'b']],
  [['completions', 'bash']],
  [['toString', 'a']],
  [['-q']],
  [[]],
])('%j is for commander', words => expect(plain(words)).toBeUndefined())

const known = [...commands.keys()].filter(name => name !== 'completions')
const word = constantFrom(
  ...[
    'a',
    '-',
    '--',
    '',
    '-q',
    '-v',
    '-qv',
    '-f',
    '-fdot',
    '--from',
    '--from=dot',
    '--from=',
    'dot',
    '--to',
    '-t',
    '-o',
    '-O',
    '-O=',
    'x=y',
  ],
  ...[
    '--config',
    '--no-config',
    '--carry',
    '--no-carry',
    '--update',
    '--same',
    '--via',
    'a,b',
    '--max-losses',
    '3',
    '-3',
    '--color',
    '--color=never',
  ],
  ...[
    '--dry-run',
    '--json',
    '--svg',
    '--lanes-from',
    '--compress',
    '--with-mermaid',
    '--scale',
    '--font',
    '--root',
    '--undo',
    '--help',
    '-h',
    '-V',
    '--x',
  ],
)

test('random calls', () => {
  const calls = array(word, { maxLength: 6 })
  let understood = 0
  const same = property(constantFrom(...known), calls, (name, words) => {
    const given = thrown(() => plain([name, ...words]))
    if (given === undefined) return
    understood++
    expect(given).toEqual(thrown(() => commanders([name, ...words])))
  })
  assert(same, { numRuns: runs(20_000) })
  expect(understood).toBeGreaterThan(runs(20_000) / 20)
})

/** What a word that is no number makes of a call. */
function thrown(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    if (error instanceof CommandError) return error.message
    throw error
  }
}
