/** Which document names files how. */
import type { FormatEntry } from '../../format.js'
import type { Named, NamesIn } from './reference.js'

const finders: Readonly<Record<string, () => Promise<NamesIn>>> = {
  markdown: async () => (await import('./markdown.js')).namesInMarkdown,
  mdx: async () => (await import('./markdown.js')).namesInMdx,
  notebook: async () => (await import('./markdown.js')).namesInNotebook,
  quarto: async () => (await import('./markdown.js')).namesInMarkdown,
  html: async () => (await import('./html.js')).namesInHtml,
  asciidoc: async () => (await import('./lines.js')).namesInAsciidoc,
  rst: async () => (await import('./lines.js')).namesInRst,
}

/** The files that a document names and that may be diagrams. */
export async function namesFor(
  kind: string | undefined,
  document: string,
  formats: readonly Pick<FormatEntry, 'extensions'>[],
): Promise<readonly Named[]> {
  // Most documents name no diagram, and need not be parsed.
  const lower = document.toLowerCase()
  const extensions = formats.flatMap(({ extensions }) => extensions).filter(end => lower.includes(end))
  if (kind === undefined || extensions.length === 0 || !Object.hasOwn(finders, kind)) return []
  const names = (await finders[kind]!())(document)
  return names.filter(({ at: [start, end] }) => {
    const name = lower.slice(start, end)
    return extensions.some(extension => name.includes(extension))
  })
}
