/** A row of tabs as ARIA describes them: one of them is in the order of the Tab key, arrows go from one to the next. */
import { h } from './dom.js'

export interface Tab<Name extends string> {
  readonly name: Name
  readonly title: string
}

export class Tabs<Name extends string> {
  readonly element: HTMLElement
  readonly #buttons = new Map<Name, HTMLButtonElement>()
  #chosen: Name

  constructor(
    tabs: readonly Tab<Name>[],
    { label, panel, chosen }: { readonly label: string; readonly panel: HTMLElement; readonly chosen: Name },
    readonly changed: (name: Name) => void,
  ) {
    this.#chosen = chosen
    for (const { name, title } of tabs) {
      const tab = h('button', {
        type: 'button',
        id: `tab-${name}`,
        textContent: title,
        attrs: { role: 'tab', 'aria-controls': panel.id },
        on: { click: () => this.choose(name) },
      })
      this.#buttons.set(name, tab)
    }
    panel.setAttribute('role', 'tabpanel')
    this.element = h(
      'div',
      {
        className: 'tabs',
        attrs: { role: 'tablist', 'aria-label': label },
        on: { keydown: event => this.#onKey(event as KeyboardEvent) },
      },
      ...this.#buttons.values(),
    )
    this.#show(panel)
  }

  get chosen(): Name {
    return this.#chosen
  }

  choose(name: Name): void {
    if (name === this.#chosen) return
    this.#chosen = name
    const panel = document.getElementById(this.#buttons.get(name)!.getAttribute('aria-controls')!)
    if (panel) this.#show(panel)
    this.changed(name)
  }

  #show(panel: HTMLElement): void {
    for (const [name, tab] of this.#buttons) {
      const isChosen = name === this.#chosen
      tab.setAttribute('aria-selected', String(isChosen))
      tab.tabIndex = isChosen ? 0 : -1
    }
    panel.setAttribute('aria-labelledby', `tab-${this.#chosen}`)
  }

  #onKey(event: KeyboardEvent): void {
    const names = [...this.#buttons.keys()]
    const place = names.indexOf(this.#chosen)
    const places: Readonly<Record<string, number>> = {
      ArrowRight: place + 1,
      ArrowLeft: place - 1 + names.length,
      Home: 0,
      End: names.length - 1,
    }
    const next = places[event.key]
    if (next === undefined) return
    event.preventDefault()
    const name = names[next % names.length]!
    this.choose(name)
    this.#buttons.get(name)?.focus()
  }
}
