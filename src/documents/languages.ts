/** Words of documents that name a language of diagrams. */
import type { Format } from '../format.js'
import { fenceWords } from '../input/surroundings.js'
import type { Block, Found } from './block.js'

/** By word, in lower case: the formats that it may mean. None where it is a language of diagrams that no format reads. */
export type Languages = ReadonlyMap<string, readonly Format[]>

/**
 * What finds the diagrams of a document. Nothing throws for what is in it.
 * @param text without a byte order mark
 */
export type FindBlocks = (text: string, languages: Languages) => Found

/** Words that mean many things: only a text that bears the sign of the format is one. */
const SHARED = new Set(['xml', 'json'])

/** Languages of diagrams that Kroki, Asciidoctor Diagram or Sphinx draw, and no format here reads: they are named, and passed over. */
const OTHERS =
  'plantuml puml uml c4plantuml ditaa d2 vega vega-lite vegalite wavedrom nomnoml blockdiag seqdiag actdiag nwdiag packetdiag rackdiag pikchr bytefield svgbob structurizr erd excalidraw bpmn umlet dbml wireviz symbolator mscgen msc smcat goat tikz a2s barcode gnuplot lilypond meme penrose shaape syntrax dpic'

/** @see https://docs.asciidoctor.org/diagram-extension/latest/ and https://kroki.io/#support for the other languages */
export function languagesOf(formats: readonly Format[]): Languages {
  const languages = new Map<string, Format[]>(OTHERS.split(' ').map(word => [word, []]))
  for (const format of formats) {
    if (!format.read) continue
    for (const word of new Set([...fenceWords(format), ...Object.values(format.inDocuments ?? {})]))
      languages.set(word, [...(languages.get(word) ?? []), format])
  }
  return languages
}

/** The format of a block, by its language; nothing where that is none of them, or the text is something else in it. */
export function formatOfBlock(
  languages: Languages,
  { language, text, needsSign }: Block,
): Format | undefined {
  const isSure = !needsSign && !SHARED.has(language)
  return languages.get(language)?.find(format => isSure || format.sniff?.(text) === true)
}

/** What a format is called behind a fence, as a directive, or as the class of an element. */
export function wordFor(format: Format, place: 'fence' | 'directive' | 'element'): string {
  return format.inDocuments?.[place] ?? format.name
}
