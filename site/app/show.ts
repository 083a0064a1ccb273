/** The picture tab: draws the source, and says it in words. */
import type { Drawn, ElementKey, Looked, Written } from '../shared/protocol.js'
import type { Say } from '../texts/texts.js'
import { Aloud } from './aloud.js'
import { button, h, later } from './dom.js'
import { scheme } from './look.js'
import { Picture } from './picture.js'
import { drawing } from './workers.js'

/** Of a diagram this large the picture waits until nobody types: to show it takes longer than a key may. */
const LARGE = 1500
const PAUSE = 900

interface Acts {
  readonly source: () => Written
  readonly picked: (place: readonly [start: number, end: number]) => void
  readonly failed: (error: unknown) => void
}

export class Show {
  readonly element: HTMLElement
  readonly picture: Picture
  readonly aloud: Aloud
  readonly #which = h('select', { hidden: true, on: { change: () => void this.draw() } })
  readonly #note = h('p', { className: 'note' })
  #drawn: Drawn = { svg: '', places: [], ends: [], messages: [] }
  #places: ReadonlyMap<ElementKey, readonly [number, number]> = new Map()
  #size = 0
  readonly #soon = later(() => void this.draw())

  constructor(
    readonly say: Say,
    readonly acts: Acts,
  ) {
    this.picture = new Picture(say, key => {
      this.picture.mark([key])
      const place = this.#places.get(key)
      if (place) acts.picked(place)
    })
    this.aloud = new Aloud(say)
    this.#which.setAttribute('aria-label', say('which'))
    const { picture } = this
    const zoom = h(
      'div',
      { className: 'zoom' },
      this.#which,
      button('+', () => picture.zoom(1.25), { about: say('zoomIn'), name: say('zoomIn') }),
      button('−', () => picture.zoom(0.8), { about: say('zoomOut'), name: say('zoomOut') }),
      button('⤢', () => picture.fit(), { about: say('zoomFit'), name: say('zoomFit') }),
    )
    this.element = h(
      'div',
      { className: 'show' },
      h('div', { className: 'stage' }, picture.element, zoom),
      this.#note,
      this.aloud.element,
    )
  }

  get svg(): string {
    return this.#drawn.svg
  }

  placeOf(key: ElementKey): readonly [number, number] | undefined {
    return this.#places.get(key)
  }

  looked({ count, size, reading }: Looked): void {
    this.#size = size
    this.aloud.show(reading)
    this.#which.hidden = count < 2
    while (this.#which.options.length > count) this.#which.remove(this.#which.options.length - 1)
    for (let place = this.#which.options.length; place < count; place++)
      this.#which.append(new Option(this.say('whichOf', { place: place + 1, count }), String(place)))
  }

  /** Draws when nobody types. */
  soon(): void {
    this.#soon(this.#size > LARGE ? PAUSE : 0)
  }

  /** A key was pressed: a large picture waits again. */
  wait(): void {
    if (this.#size > LARGE) this.#soon(PAUSE)
  }

  async draw(): Promise<void> {
    const { acts, say } = this
    const source = acts.source()
    this.element.classList.add('busy')
    try {
      const request = { source, scheme: scheme(), place: Number(this.#which.value) || 0 }
      const drawn = await drawing.ask('draw', request)
      if (!drawn || source.text !== acts.source().text) return
      if (drawn.svg !== this.#drawn.svg) this.picture.draw(drawn)
      this.#drawn = drawn
      this.#places = new Map(drawn.places.map(([key, start, end]) => [key, [start, end] as const]))
      const { remote } = this.picture
      const empty = drawn.svg === '' ? say('noPicture') : ''
      this.#note.textContent = remote > 0 ? say('remotePicture', { count: remote }) : empty
      this.element.classList.remove('busy')
    } catch (error) {
      this.element.classList.remove('busy')
      acts.failed(error)
    }
  }
}
