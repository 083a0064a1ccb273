/**
 * What the Chinese sentences of all rooms have in common. A module `messages.zh.ts` has the functions of the `messages.ts` beside it:
 * each makes the same message, with the same code, place and edits, and says it in Chinese. Only the page has them: its build takes such a
 * module in place of its neighbour.
 */
import type { Fix } from './message.js'

interface Said {
  readonly text: string
  readonly fix?: Fix
}

/**
 * A function for a finding that says it in other words.
 * @param own the function in English
 * @param text the sentence, of the same arguments
 * @param title of the fix, where the finding may have one
 */
export function reworded<Args extends readonly unknown[], Message extends Said>(
  own: (...args: Args) => Message,
  text: (...args: Args) => string,
  title?: string | ((...args: Args) => string),
): (...args: Args) => Message {
  return (...args) => {
    const said = own(...args)
    const { fix } = said
    if (!fix || title === undefined) return { ...said, text: text(...args) }
    const words = typeof title === 'string' ? title : title(...args)
    return { ...said, text: text(...args), fix: { ...fix, title: words } }
  }
}

/**
 * The same for what lowering finds: a sentence that is made only if it is said.
 * @param say called at once; what it gives is called when it is known what became of the thing
 */
export function refound<Args extends readonly unknown[], Found extends { readonly text: unknown }>(
  own: (...args: Args) => Found,
  say: (...args: Args) => (fate: 'left out' | 'carried along') => string,
): (...args: Args) => Found {
  return (...args) => ({ ...own(...args), text: say(...args) })
}

export const kinds: Readonly<Record<'node' | 'group' | 'lane' | 'cluster' | 'edge' | 'loop', string>> = {
  node: '节点',
  group: '分组',
  lane: '泳道',
  cluster: '分组',
  edge: '边',
  loop: '循环',
}

export const directions: Readonly<Record<'TB' | 'BT' | 'LR' | 'RL', string>> = {
  TB: '从上到下',
  BT: '从下到上',
  LR: '从左到右',
  RL: '从右到左',
}

/** What became of something. */
export const fated = (fate: 'left out' | 'carried along'): string =>
  fate === 'left out' ? '已略去' : '会随文本附带'

/** A word of a closed list; as it is where it is none of them. */
export const wordIn = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(words, word) ? words[word]! : word

export const sides: Readonly<Record<string, string>> = {
  left: '左侧',
  right: '右侧',
  top: '上侧',
  bottom: '下侧',
}

/** What begins a sentence in English, `The node “a” (Order)`, as it begins one in Chinese. */
export function subject(what: string): string {
  const [, kind = '', name = ''] =
    /^(?:The |the |a |an |A |An )?(node|group|lane|cluster|edge|loop)\b ?([\s\S]*)$/.exec(what) ?? []
  return kind === '' ? what : `${wordIn(kinds, kind)}${/^[“"]/.test(name) || name === '' ? '' : ' '}${name}`
}

/** Names in a row, that English parts by commas: `a, b and c`. */
export const inARow = (names: string): string => names.replace(/, | and /g, '、')

/**
 * What a grammar expected, `an arrow, a node id or the end of the line`, in Chinese.
 * @param parts what it calls its parts
 */
export function expectedInWords(what: string, parts: Readonly<Record<string, string>>): string {
  const names = Object.keys(parts).sort((a, b) => b.length - a.length)
  const pattern = new RegExp(names.map(name => name.replace(/[^\w ]/g, '\\$&')).join('|'), 'g')
  return what.replace(pattern, name => parts[name]!).replace(/, | or /g, '、')
}
