/** What became of a diagram: counts, and each message with its place in the text and its shape in the picture. */
import type { Change, Message, Tally } from '../../src/core.js'
import type { Converted, ElementKey, Looked } from '../shared/protocol.js'
import type { Key, Say } from '../texts/texts.js'
import { addressOfCode } from './diagnostics.js'
import { button, h } from './dom.js'

interface Acts {
  /** Selects what a message speaks of. */
  readonly select: (message: Message, keys: readonly ElementKey[]) => void
  readonly fix: (message: Message) => void
  /** Goes to the picture besides. */
  readonly show: (message: Message, keys: readonly ElementKey[]) => void
}

/** So many more of a kind are one line. */
const FOLDED = 3

/** By code and by what became of it, in the order of the first of each. */
const ofKinds = (messages: readonly Message[]): Message[][] =>
  [...new Set(messages.map(kindOf))].map(kind => messages.filter(message => kindOf(message) === kind))

const kindOf = ({ code, loss }: Message): string => `${code} ${loss}`

const counted = ['kept', 'approximated', 'carried', 'dropped', 'added'] as const satisfies readonly (Key &
  keyof Tally)[]

const isElement = ([kind]: Change['path']): boolean =>
  kind === 'nodes' || kind === 'groups' || kind === 'edges' || kind === 'loops'

/** The elements that a message changed, as the picture knows them. */
export const keysOf = ({ changes = [] }: Message): ElementKey[] => [
  ...new Set(
    changes
      .filter(({ path }) => isElement(path) && path.length > 1)
      .map(({ path }) => `${path[0]} ${path[1]}`),
  ),
]

export class Report {
  readonly element = h('section', { className: 'report' })
  readonly #title = h('h2')
  readonly #counts = h('ul', { className: 'counts' })
  readonly #findings = h('div')
  readonly #losses = h('div')

  constructor(
    readonly say: Say,
    readonly acts: Acts,
  ) {
    this.element.setAttribute('aria-label', say('reportRegion'))
    this.element.append(this.#title, this.#counts, this.#findings, this.#losses)
  }

  /** What is said of the text itself. */
  found({ messages, total }: Pick<Looked, 'messages' | 'total'>, isEmpty: boolean): void {
    const { say } = this
    const none = isEmpty ? undefined : h('p', { className: 'fine', textContent: say('noFindings') })
    this.#findings.replaceChildren(...this.#list(say('findings'), messages, total, none))
  }

  /** What became of it in another format. */
  converted(format: string, { tally, messages, total }: Converted): void {
    const { say } = this
    this.#title.textContent = say('reportFor', { format })
    this.#counts.replaceChildren(
      ...counted
        .filter(name => name === 'kept' || tally[name] > 0)
        .map(name =>
          h('li', { className: name }, h('b', { textContent: String(tally[name]) }), ` ${say(name)}`),
        ),
    )
    const isWhole = tally.total > 0 && tally.kept === tally.total
    const none = isWhole ? h('p', { className: 'fine', textContent: say('allKept') }) : undefined
    this.#losses.replaceChildren(...this.#list(say('changesOf', { format }), messages, total, none))
  }

  #list(title: string, messages: readonly Message[], total: number, none: Node | undefined): Node[] {
    if (messages.length === 0) return none ? [none] : []
    const rest = total - messages.length
    const kinds = ofKinds(messages)
    return [
      h('h3', { textContent: `${title} (${total})` }),
      h('ul', { className: 'messages' }, ...kinds.flatMap(kind => this.#kind(kind))),
      ...(rest > 0 ? [h('p', { textContent: this.say('more', { count: rest }) })] : []),
    ]
  }

  /** Many that say the same of one thing after another are one line, which opens. */
  #kind([first, ...others]: readonly Message[]): HTMLElement[] {
    if (!first) return []
    const entries = others.map(message => this.#entry(message))
    if (entries.length < FOLDED) return [this.#entry(first), ...entries]
    const folded = h(
      'details',
      {},
      h('summary', { textContent: this.say('ofAKind', { count: entries.length }) }),
      h('ul', {}, ...entries),
    )
    return [this.#entry(first), h('li', {}, folded)]
  }

  #entry(message: Message): HTMLLIElement {
    const { say, acts } = this
    const keys = keysOf(message)
    const kind =
      message.loss === 'approximated' || message.loss === 'dropped' || message.loss === 'carried'
        ? message.loss
        : undefined
    const badge = h('span', {
      className: `badge ${kind ?? message.severity}`,
      textContent: say(kind ?? message.severity),
    })
    const words = h('span', { className: 'words', dir: 'auto', textContent: message.text })
    const code = h('a', {
      href: addressOfCode(message.code),
      target: '_blank',
      textContent: message.code,
      attrs: { 'aria-label': say('aboutCode', { code: message.code }) },
    })
    const isPlaced = message.at !== undefined || keys.length > 0
    const what = isPlaced
      ? h(
          'button',
          { type: 'button', className: 'message', on: { click: () => acts.select(message, keys) } },
          badge,
          words,
        )
      : h('span', { className: 'message' }, badge, words)
    const { fix } = message
    return h(
      'li',
      {},
      what,
      code,
      keys.length > 0 &&
        button('◎', () => acts.show(message, keys), {
          about: say('showShape'),
          name: say('showShape'),
          className: 'shape',
        }),
      fix && button(say('fix', { title: fix.title }), () => acts.fix(message), { className: 'fix' }),
    )
  }
}
