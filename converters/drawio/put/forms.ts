/** A file in the form that is asked for: a picture or a page that shows its diagrams, with the file in it. */
import type { Drawing } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import type { Layout } from '../../../src/layout/boxes.js'
import { layoutFor } from '../../../src/layout/found.js'
import { picture } from '../../../src/picture/picture.js'
import { type Theme, themeNamed } from '../../../src/theme/theme.js'
import { fileIn, type PageSource, pagesOf } from '../document/envelope.js'
import { type Form, formOf, htmlWithFile, svgWithFile } from '../document/forms.js'
import { readPage } from '../read/read.js'
import { drawnLayout } from '../words/drawn-layout.js'
import { themeOfLayer } from '../words/theme.js'
import { NO_LAYOUT } from '../write/page.js'

/** A page with where everything stands. */
interface DrawnPage {
  readonly graph: Graph
  readonly layout: Layout
  readonly theme: Theme
}

/**
 * A file with its pages shown in the colours of their themes; a text that has the form already stays.
 * @param drawings what the file was just written of; without them it is shown as it stands there
 */
export function fileInForm(form: Form, text: string, drawings?: readonly Drawing[]): string {
  const file = formOf(text) === form ? undefined : fileIn(text)
  if (file === undefined) return text
  const { pages } = pagesOf(file)
  const all = (form === 'html' ? pages : pages.slice(0, 1)).map((page, i) =>
    drawnPage(page, i, drawings?.[i]),
  )
  const [first] = all
  const scheme = form === 'png' ? 'light' : 'auto'
  const pictures = all.map(({ graph, layout, theme }) => picture(graph, layout, { theme, scheme }))
  if (form === 'html') return htmlWithFile(pictures, first?.graph.title || 'Diagram', file)
  return first ? svgWithFile(pictures[0]!, file) : file
}

function drawnPage(page: PageSource, i: number, drawing: Drawing | undefined): DrawnPage {
  const read = readPage(page, i + 1, { whole: true, infer: true })
  const theme = themeOfLayer(read.cells.layers[0]) ?? themeNamed('plain')
  const { graph, layout = NO_LAYOUT }: Pick<Drawing, 'graph' | 'layout'> = drawing ?? read
  return { graph, layout: layoutFor(graph, drawnLayout(graph, read.fields, read.besides)) ?? layout, theme }
}
