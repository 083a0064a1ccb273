/** The bones of the page: regions, bars, and where the parts stand in them. */
import type { Say } from '../texts/texts.js'
import { button, h } from './dom.js'

export interface Frame {
  readonly bar: HTMLElement
  readonly left: HTMLElement
  readonly leftBar: HTMLElement
  readonly right: HTMLElement
  readonly rightBar: HTMLElement
  /** What the tabs choose. */
  readonly panel: HTMLElement
  readonly below: HTMLElement
  /** Says a sentence, also to who does not see it. */
  readonly tell: (sentence: string) => void
}

export function frame(app: HTMLElement, say: Say): Frame {
  const bar = h('div', { className: 'bar' })
  const status = h('p', { className: 'status', attrs: { role: 'status' } })
  const leftBar = h('div', { className: 'bar' })
  const rightBar = h('div', { className: 'bar' })
  const panel = h('div', { id: 'panel', className: 'panel' })
  const left = h('section', { className: 'side', attrs: { 'aria-label': say('sourceRegion') } }, leftBar)
  const right = h('section', { className: 'side', attrs: { 'aria-label': say('resultRegion') } })
  const below = h('div', { className: 'below' })
  app.replaceChildren(
    h('a', { className: 'skip', href: '#source', textContent: say('skip') }),
    h(
      'header',
      {},
      h(
        'div',
        { className: 'name' },
        h('h1', { textContent: 'diaglot' }),
        h('p', { textContent: say('tagline') }),
      ),
      bar,
      h('p', { className: 'private', textContent: say('private') }),
    ),
    h('main', {}, left, right, below),
    h('footer', {}, status),
  )
  return {
    bar,
    left,
    leftBar,
    right,
    rightBar,
    panel,
    below,
    tell: sentence => {
      status.textContent = sentence
    },
  }
}

export interface Choice {
  readonly value: string
  readonly words: string
}

/** A list to choose from, with its label. */
export function select(
  label: string,
  groups: readonly (readonly [title: string, choices: readonly Choice[]])[],
  changed: (value: string) => void,
  chosen?: string,
): HTMLLabelElement {
  const list = h('select', { on: { change: () => changed(list.value) } })
  for (const [title, choices] of groups) {
    const options = choices.map(({ value, words }) => h('option', { value, textContent: words }))
    if (title === '') list.append(...options)
    else list.append(h('optgroup', { label: title }, ...options))
  }
  if (chosen !== undefined) list.value = chosen
  return h('label', {}, h('span', { textContent: label, className: 'of-list' }), list)
}

/** A button that opens what is made when it is opened; Escape and a click elsewhere close it. */
export function menu(words: string, fill: () => Promise<readonly Node[]>): HTMLElement {
  const list = h('div', { className: 'menu', hidden: true })
  const close = () => {
    list.hidden = true
    opener.setAttribute('aria-expanded', 'false')
  }
  const opener = button(words, async () => {
    if (!list.hidden) return close()
    list.replaceChildren(...(await fill()))
    list.hidden = false
    opener.setAttribute('aria-expanded', 'true')
    list.querySelector<HTMLElement>('a, button')?.focus()
  })
  opener.setAttribute('aria-expanded', 'false')
  const around = h('div', { className: 'around' }, opener, list)
  around.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || list.hidden) return
    close()
    opener.focus()
  })
  document.addEventListener('click', event => {
    if (!around.contains(event.target as Node)) close()
  })
  return around
}
