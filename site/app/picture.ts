/** The picture of a diagram: zoom and pan by mouse, touch and keyboard, shapes to click. */
import type { Drawn, ElementKey } from '../shared/protocol.js'
import type { Say } from '../texts/texts.js'
import { h } from './dom.js'
import { listen } from './gestures.js'
import { shapesOf } from './shapes.js'
import { type Box, fitted, moved, opening, type Size, scaleOf, showing, zoomed } from './view.js'

const MARKED = 'marked'

/** Letters as small as this many times their size cannot be read, and thousands of them take long to lay out. */
const FAR = 0.2
/** Of more shapes than this, to paint some near takes longer than a key may: all of them are shown, far away. */
const LARGE = 2000

/** How a picture looks in its own root. What is marked has an outline, whatever its colours are. */
const css = `
:host { display: block; overflow: hidden; position: relative; touch-action: none; cursor: grab; background: var(--paper); contain: strict; will-change: transform }
:host(:focus-visible) { outline: 2px solid var(--accent); outline-offset: -2px }
svg { position: absolute; inset: 0; width: 100%; height: 100%; display: block }
.dg-node > g, .dg-edge > g, [data-id] { cursor: pointer }
.far text { display: none }
.${MARKED} { filter: drop-shadow(0 0 2px var(--mark)) drop-shadow(0 0 4px var(--mark)) }
`

/** Which part of a picture is seen in a frame. */
type Choose = (picture: Box, frame: Size) => Box

export class Picture {
  readonly element: HTMLElement
  readonly #root: ShadowRoot
  #svg: SVGSVGElement | undefined
  #whole: Box = { x: 0, y: 0, width: 1, height: 1 }
  #view: Box = this.#whole
  /** How the view is chosen, where nobody has moved it. */
  #chosen: Choose | undefined = (picture, frame) =>
    (this.#shapes.size > LARGE ? fitted : opening)(picture, frame)
  #shapes: ReadonlyMap<ElementKey, Element> = new Map()
  #marked: readonly ElementKey[] = []
  /** Pictures from elsewhere that were left out. */
  remote = 0

  constructor(
    say: Say,
    readonly picked: (key: ElementKey) => void,
  ) {
    this.element = h('div', {
      className: 'picture',
      tabIndex: 0,
      attrs: { role: 'application', 'aria-label': say('pictureHelp') },
    })
    this.#root = this.element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    this.#root.adoptedStyleSheets = [sheet]
    listen(this.element, {
      zoom: (factor, at) => this.zoom(factor, at),
      move: (dx, dy) => this.#show(moved(this.#view, this.#frame(), dx, dy)),
      fit: () => this.fit(),
    })
    this.#root.addEventListener('click', event => this.#clicked(event.target as Element))
    new ResizeObserver(() => this.#choose()).observe(this.element)
  }

  #frame(): Size {
    const { clientWidth, clientHeight } = this.element
    return { width: Math.max(clientWidth, 1), height: Math.max(clientHeight, 1) }
  }

  /** Draws a picture in place of the last one. The part that is seen stays, where somebody has chosen it. */
  draw({ svg: text, ends }: Pick<Drawn, 'svg' | 'ends'>): void {
    this.#svg?.remove()
    this.#svg = undefined
    this.#shapes = new Map()
    this.remote = 0
    const parsed = text && new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
    if (!(parsed instanceof SVGSVGElement)) return
    const { x, y, width, height } = parsed.viewBox.baseVal
    this.#whole = { x, y, width, height }
    this.#tame(parsed)
    this.#shapes = shapesOf(parsed, ends)
    this.#svg = document.adoptNode(parsed)
    this.#choose()
    this.#root.append(this.#svg)
    this.mark(this.#marked)
  }

  /** Nothing is loaded from elsewhere, and links open beside the page. */
  #tame(svg: Element): void {
    for (const image of svg.querySelectorAll('image')) {
      if (/^data:/i.test(image.getAttribute('href') ?? '')) continue
      image.removeAttribute('href')
      this.remote++
    }
    for (const link of svg.querySelectorAll('a')) {
      link.setAttribute('target', '_blank')
      link.setAttribute('rel', 'noopener noreferrer')
    }
  }

  #show(view: Box, chosen?: Choose): void {
    this.#view = view
    this.#chosen = chosen
    this.#svg?.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`)
    this.#svg?.classList.toggle('far', scaleOf(view, this.#frame()) < FAR)
  }

  /** The view of a frame or a picture that is another one now. */
  #choose(): void {
    const chosen = this.#chosen
    if (chosen) this.#show(chosen(this.#whole, this.#frame()), chosen)
    else this.#show(zoomed(this.#view, this.#frame(), 1))
  }

  /** All of it. */
  fit(): void {
    this.#chosen = fitted
    this.#choose()
  }

  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void {
    this.#show(zoomed(this.#view, this.#frame(), factor, at))
  }

  /** Marks shapes, and brings the first into sight. */
  mark(keys: readonly ElementKey[]): void {
    this.#marked = keys
    for (const shape of this.#root.querySelectorAll(`.${MARKED}`)) shape.classList.remove(MARKED)
    const shapes = keys.flatMap(key => this.#shapes.get(key) ?? [])
    for (const shape of shapes) shape.classList.add(MARKED)
    const [first] = shapes
    if (first instanceof SVGGraphicsElement && this.#chosen !== fitted) this.#bring(first)
  }

  #bring(shape: SVGGraphicsElement): void {
    const { x, y, width, height } = shape.getBBox()
    const [{ e = 0, f = 0 } = {}] = [shape.transform.baseVal.consolidate()?.matrix]
    const view = showing(this.#view, { x: x + e, y: y + f, width, height })
    if (view !== this.#view) this.#show(view)
  }

  #clicked(target: Element): void {
    if (target.closest('a')) return
    const found = [...this.#shapes].filter(([, shape]) => shape.contains(target))
    const [innermost] = found.at(-1) ?? []
    if (innermost !== undefined) this.picked(innermost)
  }
}
