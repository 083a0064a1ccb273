/**
 * The forms that draw.io's files have besides XML: pictures and web pages that show the diagram and hold it. draw.io opens each of them
 * again, and everyone else sees the picture.
 */
import type { FormatOptions } from '../../../src/format.js'
import { escapeAttribute } from '../../../src/text/xml-characters.js'
import { firstTag } from './xml.js'

export const forms = ['svg', 'png', 'html'] as const
export type Form = (typeof forms)[number]

/** The form that is asked for; nothing where it is the plain file. */
export const formIn = ({ as }: FormatOptions): Form | undefined => forms.find(form => form === as)

/** The form that a text has; nothing where it is a plain file. */
export function formOf(text: string): Form | undefined {
  const name = firstTag(text)?.name.toLowerCase()
  return name === 'svg' || name === 'html' ? name : undefined
}

/** A picture that holds a file, where draw.io looks for it. @param svg as `picture` draws it */
export function svgWithFile(svg: string, file: string): string {
  const start = '<svg xmlns="http://www.w3.org/2000/svg"'
  return svg.replace(start, () => `${start} content="${escapeAttribute(file)}"`)
}

/**
 * A page that shows pictures, without anything from elsewhere. draw.io reads pages as XML, so that it is both. Its viewer, where somebody adds it, puts the diagram in their place.
 * @see https://www.drawio.com/doc/faq/embed-html-options
 */
export function htmlWithFile(pictures: readonly string[], title: string, file: string): string {
  const options = JSON.stringify({ highlight: '#0000ff', nav: true, resize: true, xml: file })
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="color-scheme" content="light dark"/>',
    `<title>${escapeAttribute(title)}</title>`,
    '</head>',
    '<body>',
    `<div class="mxgraph" data-mxgraph="${escapeAttribute(options)}">`,
    ...pictures.map(picture => picture.trimEnd()),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
