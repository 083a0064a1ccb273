/** Files that AsciiDoc and reStructuredText name, line by line. */
import type { Named } from './reference.js'

const ASCIIDOC = /(?<![\w:])([a-z]+)(::?)([^\s:[\]{}][^\s[\]{}]{0,500})\[/g

/** What of AsciiDoc's macros names a file; another with `::` draws it. */
const MACROS: Readonly<Record<string, Named['use']>> = {
  include: 'link',
  link: 'link',
  xref: 'link',
  image: 'shown',
  video: 'shown',
}

/** @see https://docs.asciidoctor.org/asciidoc/latest/macros/ */
export function namesInAsciidoc(text: string): Named[] {
  const found: Named[] = []
  for (const { index, 1: name = '', 2: colons = '', 3: target = '' } of text.matchAll(ASCIIDOC)) {
    const use = Object.hasOwn(MACROS, name) ? MACROS[name] : colons === '::' ? 'drawn' : undefined
    const start = index + name.length + colons.length
    if (use)
      found.push({ at: [start, start + target.length], use, isAddress: use === 'link' && name === 'link' })
  }
  return found
}

const DIRECTIVE = /^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w-]+)::[ \t]+(\S+)[ \t]*$/gm
const SHOWN = new Set(['figure', 'image'])
const LINKED = new Set(['include', 'literalinclude'])
const ROLE = /<([^<>\s`]+)>`/g
const TARGET = /^[ \t]*\.\.[ \t]+_[^:\r\n\u2028\u2029]+:[ \t]+(\S+)[ \t]*$/gm

/** @see https://docutils.sourceforge.io/docs/ref/rst/directives.html */
export function namesInRst(text: string): Named[] {
  const found: Named[] = []
  for (const { index, 0: all, 1: name = '', 2: target = '' } of text.matchAll(DIRECTIVE)) {
    const start = index + all.lastIndexOf(target)
    const use = SHOWN.has(name) ? 'shown' : LINKED.has(name) ? 'link' : 'drawn'
    found.push({ at: [start, start + target.length], use, isAddress: false })
  }
  for (const { index, 1: target = '' } of text.matchAll(ROLE))
    found.push({ at: [index + 1, index + 1 + target.length], use: 'link', isAddress: true })
  for (const { index, 0: all, 1: target = '' } of text.matchAll(TARGET)) {
    const start = index + all.lastIndexOf(target)
    found.push({ at: [start, start + target.length], use: 'link', isAddress: true })
  }
  return found
}
