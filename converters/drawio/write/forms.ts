/** The file in the form that is asked for: a picture or a page that shows its diagrams, with the file in it. */
import type { Drawing, FormatOptions } from '../../../src/format.js'
import type { Graph } from '../../../src/ir/model.js'
import type { Layout } from '../../../src/layout/boxes.js'
import { layoutFor } from '../../../src/layout/found.js'
import { picture } from '../../../src/picture/picture.js'
import { themeNamed } from '../../../src/picture/theme.js'
import { type Form, forms, htmlWithFile, svgWithFile } from '../document/forms.js'
import { drawnLayout } from '../words/drawn-layout.js'
import { NO_LAYOUT } from './page.js'
import { writeDrawio } from './write.js'

/** The form that is asked for; nothing where it is the plain file. */
export const formIn = ({ as }: FormatOptions): Form | undefined => forms.find(form => form === as)

/** One page of a file. */
export type DrawnPage = Pick<Drawing, 'graph' | 'layout'>

/** `as: 'svg'`, `'png'` (as the SVG that it is drawn of) or `'html'`; else the plain file. A picture shows the first page. */
export function writeForm(drawings: readonly Drawing[], options: FormatOptions): string {
  const file = writeDrawio(drawings, options)
  const form = formIn(options)
  return form ? inForm(form, file, drawings, options) : file
}

/** A file in a form. @param pages what it holds */
export function inForm(
  form: Form,
  file: string,
  pages: readonly DrawnPage[],
  { theme }: FormatOptions,
): string {
  const colors = {
    theme: themeNamed(theme) ?? themeNamed('plain'),
    scheme: form === 'png' ? 'light' : 'auto',
  } as const
  const drawn = form === 'html' ? pages : pages.slice(0, 1)
  const pictures = drawn.map(page => picture(page.graph, placesOf(page), colors))
  const [first] = pictures
  if (form === 'html') return htmlWithFile(pictures, titleOf(pages[0]?.graph), file)
  return first === undefined ? file : svgWithFile(first, file)
}

/** Where a person put everything, else where it was laid out. */
const placesOf = ({ graph, layout = NO_LAYOUT }: DrawnPage): Layout =>
  layoutFor(graph, drawnLayout(graph)) ?? layout

const titleOf = (graph: Graph | undefined): string => graph?.title || 'Diagram'
