/** draw.io's editor, which stands in its viewer without the menus around it, and a mouse that does in it what a person does. */

import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { sharedPage, type WatchedPage } from './chromium.js'
import type { Drawing, Point } from './drawio.js'

type Shown = Pick<Drawing, 'cells' | 'vertices' | 'edges' | 'hidden' | 'undrawn'>

/** What the page has, by the names of editor-page.js. */
interface Functions {
  open(xml: string): { width: number; height: number }
  read(): Shown
  save(): string
  undo(): void
  redo(): void
  selected(): string[]
  unselect(): void
  onScreen(point: Point): Point
  fold(id: string): boolean
  resizeHandle(id: string): Point | undefined
}

const require = createRequire(import.meta.url)

const withEditor = sharedPage(async watched => {
  await watched.page.addScriptTag({ path: require.resolve('docusaurus-plugin-drawio/viewer.min.js') })
  for (const name of ['drawio-page.js', 'editor-page.js'])
    await watched.page.addScriptTag({ path: fileURLToPath(new URL(name, import.meta.url)) })
  watched.takeErrors()
  watched.takeRefused()
})

/** A page that is open in the editor. Points are the page's. */
export class EditorSession {
  constructor(private readonly watched: WatchedPage) {}

  private call<K extends keyof Functions>(
    name: K,
    ...given: Parameters<Functions[K]>
  ): Promise<ReturnType<Functions[K]>> {
    return this.watched.page.evaluate<ReturnType<Functions[K]>, [string, unknown[]]>(
      ([called, args]) =>
        (globalThis as unknown as { drawioEditor: Record<string, (...args: unknown[]) => never> })
          .drawioEditor[called]!(...args),
      [name, given],
    )
  }

  async open(xml: string): Promise<void> {
    const { width, height } = await this.call('open', xml)
    await this.watched.page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) })
  }

  shown = () => this.call('read')
  /** The page as the editor saves it: a bare `mxGraphModel`. */
  save = () => this.call('save')
  undo = () => this.call('undo')
  redo = () => this.call('redo')
  /** What was thrown or logged since the last call. */
  errors = () => this.watched.takeErrors()

  /** What is selected after a click there, where nothing was selected before. */
  async click(at: Point): Promise<string[]> {
    await this.call('unselect')
    const { x, y } = await this.call('onScreen', at)
    await this.watched.page.mouse.click(x, y)
    return this.call('selected')
  }

  /** Drags what stands there, as the first touch of it. */
  async drag(at: Point, by: Point): Promise<void> {
    await this.call('unselect')
    await this.pull(await this.call('onScreen', at), by)
  }

  /** Pulls the lower right corner of what is selected by a click at `at`. */
  async resize(at: Point, by: Point): Promise<void> {
    const [id] = await this.click(at)
    const handle = await this.call('resizeHandle', id!)
    if (!handle) throw new Error(`no handle at ${id}`)
    await this.pull(handle, by)
  }

  /** Folds, or unfolds, by the icon at a container. */
  async fold(id: string): Promise<void> {
    if (!(await this.call('fold', id))) throw new Error(`nothing folds ${id}`)
  }

  private async pull(from: Point, by: Point): Promise<void> {
    const { mouse } = this.watched.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    // The first steps only tell the editor that this is no click.
    await mouse.move(from.x + by.x, from.y + by.y, { steps: 6 })
    await mouse.up()
  }
}

/** Opens a page in the editor and does something there. In: a file whose pages are not packed; its first page is opened. */
export function inEditor<T>(xml: string, work: (session: EditorSession) => Promise<T>): Promise<T> {
  return withEditor(async watched => {
    const session = new EditorSession(watched)
    await session.open(xml)
    return work(session)
  })
}
