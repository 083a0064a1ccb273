/** What hands do with a picture: wheel, drag, pinch, double click, keys. */

interface Gestures {
  /** @param at the place of the frame that stays where it is, from 0 to 1 */
  readonly zoom: (factor: number, at?: { readonly x: number; readonly y: number }) => void
  readonly move: (dx: number, dy: number) => void
  readonly fit: () => void
}

interface Point {
  readonly x: number
  readonly y: number
}

const STEP = 60
const NEARER = 1.25

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const distanceOf = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export function listen(element: HTMLElement, gestures: Gestures): void {
  const placeOf = ({ x, y }: Point): Point => {
    const frame = element.getBoundingClientRect()
    return { x: (x - frame.left) / frame.width, y: (y - frame.top) / frame.height }
  }
  element.addEventListener(
    'wheel',
    event => {
      event.preventDefault()
      gestures.zoom(
        Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)),
        placeOf({ x: event.clientX, y: event.clientY }),
      )
    },
    { passive: false },
  )
  element.addEventListener('dblclick', event =>
    gestures.zoom(NEARER ** 2, placeOf({ x: event.clientX, y: event.clientY })),
  )
  element.addEventListener('keydown', event => onKey(event, gestures))
  listenToPointers(element, gestures, placeOf)
}

function onKey(event: KeyboardEvent, { zoom, move, fit }: Gestures): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
    '+': () => zoom(NEARER),
    '=': () => zoom(NEARER),
    '-': () => zoom(1 / NEARER),
    '0': fit,
  }
  const act = acts[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** One pointer moves the picture, two zoom it too. */
function listenToPointers(
  element: HTMLElement,
  { zoom, move }: Gestures,
  placeOf: (point: Point) => Point,
): void {
  const down = new Map<number, Point>()
  element.addEventListener('pointerdown', event => {
    if (event.button !== 0) return
    down.set(event.pointerId, { x: event.clientX, y: event.clientY })
  })
  element.addEventListener('pointermove', event => {
    const before = down.get(event.pointerId)
    if (!before) return
    const now = { x: event.clientX, y: event.clientY }
    // Only what is dragged is captured: a click has to reach the shape under it.
    if (!element.hasPointerCapture(event.pointerId) && distanceOf(before, now) < 4 && down.size === 1) return
    element.setPointerCapture(event.pointerId)
    const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    down.set(event.pointerId, now)
    if (!other) return move(now.x - before.x, now.y - before.y)
    const [from, to] = [middleOf(before, other), middleOf(now, other)]
    move(to.x - from.x, to.y - from.y)
    zoom(distanceOf(now, other) / Math.max(distanceOf(before, other), 1), placeOf(to))
  })
  for (const name of ['pointerup', 'pointercancel'] as const)
    element.addEventListener(name, event => down.delete(event.pointerId))
}
