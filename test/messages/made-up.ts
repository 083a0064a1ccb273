/** Arguments made up for the functions that say something: values that can be called, asked for their parts, and written. */
import { join } from 'node:path'
import type { Message } from '../../src/messages/message.js'

/** A made-up argument. What is taken from it, is called after it. */
export function given(name: string): unknown {
  const text = `‹${name}›`
  return new Proxy(() => {}, {
    get(_, key) {
      if (key === Symbol.toPrimitive) return () => text
      if (key in String.prototype) {
        const own = text[key as keyof string] as unknown
        return typeof own === 'function' ? own.bind(text) : own
      }
      return typeof key === 'symbol' ? undefined : given(`${name}.${key}`)
    },
    apply: () => given(name),
  })
}

/** Where it matters which of a few words or which number is given; by function where the name means several things. */
export const samples: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [
    'conflict',
    {
      element: 'node',
      of: { id: 'n1', label: 'Pay' },
      field: 'label',
      base: 'Pay',
      ours: 'Bill',
      theirs: 'Charge',
      removed: {
        by: 'theirs',
        other: 'changed',
        fields: [{ field: 'shape', before: 'circle', after: 'stadium' }],
      },
    },
  ],
  ['at', [3, 5]],
  ['edits', [{ start: 3, end: 5, text: 'x' }]],
  ['path', ['nodes', 'a']],
  ['fix', undefined],
  ['severity', 'info'],
  ['direction', 'LR'],
  ['directionAdded.nearest', 'LR'],
  ['otherDirection.nearest', 'TB'],
  ['count', 7],
  ['undone', 2],
  ['more', 4],
  ['added', 1],
  ['removed', 2],
  ['changed', 3],
  ['known', 3],
  ['textHasErrors.first', 'It has a mistake.'],
  ['notFormatted.first', 'It has a mistake.'],
  ['refused.refusals', [{ item: { what: 'order', of: 'nodes' }, reason: 'misfit' }]],
  ['refused.damaged', 1],
  ['hint', 'Unpack it.'],
  ['unsound.code', 'graph/id'],
  ['renamed.repair', 'repair/id'],
  ['graphTextWritten.what', 'title'],
  ['noGraphText.what', 'title'],
  [
    'attachedEdges.lines',
    [
      {
        name: '‹lines›',
        ends: [{ end: 'end', at: 'nothing', name: '', near: { name: '“B”', id: 'b', distance: 4 } }],
      },
    ],
  ],
])

export interface Said extends Partial<Pick<Message, 'code' | 'fix'>> {
  readonly repair?: string
  readonly text: string | ((fate: string) => string)
}

/**
 * What a function says, and what of its arguments it looked at.
 * @param like the function whose arguments are made up, where that is another one
 */
export function called(
  name: string,
  say: (...args: unknown[]) => unknown,
  like = say,
): { said: Said[]; asked: Set<string> } {
  const asked = new Set<string>()
  const sample = (key: string): unknown => {
    const own = `${name}.${key}`
    return samples.has(own) ? samples.get(own) : samples.has(key) ? samples.get(key) : given(key)
  }
  const named = new Proxy(
    {},
    {
      get(_, key) {
        asked.add(String(key))
        return sample(String(key))
      },
    },
  )
  const parameters = /^\s*(?:async\s*)?(?:function\s*\w*\s*)?\(((?:\{[^}]*\}|[^)])*)\)/.exec(
    String(like),
  )![1]!
  const names = parameters
    .replace(/\{[^}]*\}/g, '{')
    .split(',')
    .map(each => each.trim())
    .filter(Boolean)
  const result = say(
    ...names.map(each => (each.startsWith('{') ? named : sample(each.replace(/\s*=.*/, '')))),
  )
  return { said: [result].flat() as Said[], asked }
}

export const textsOf = ({ text }: Said): string[] =>
  typeof text === 'function' ? [text('left out'), text('carried along')] : [text]

/** Functions of these files that say nothing by themselves. */
const helpers = new Set(['isOpenBrace', 'openIn', 'saidByLinter', 'saidByReader', 'repairOf'])

export async function functionsOf(
  file: string,
): Promise<[name: string, say: (...args: unknown[]) => unknown][]> {
  const module = (await import(/* @vite-ignore */ join('..', '..', file))) as Record<string, unknown>
  return Object.entries(module).filter(
    (entry): entry is [string, () => unknown] => typeof entry[1] === 'function' && !helpers.has(entry[0]),
  )
}
