/** Documents that hold diagrams: which files are such, and what finds their diagrams. */
import { hasElements } from './html/classes.js'
import type { FindBlocks } from './languages.js'
import type { Flavour } from './markdown/markdown.js'

export interface DocumentKind {
  readonly name: string
  /** As in a sentence. */
  readonly title: string
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  /** Loaded only where there is such a document, and of that only what its text needs. */
  readonly load: (text: string) => Promise<FindBlocks>
}

/** What finds diagrams in Markdown, with what its text needs. */
async function markdown(text: string, flavour: Flavour): Promise<FindBlocks> {
  const { markdownFinder } = await import('./markdown/markdown.js')
  const html = hasElements(text) ? (await import('./html/html.js')).htmlBlocks : undefined
  const rst = text.includes('{eval-rst}') ? (await import('./rst/rst.js')).rstBlocks : undefined
  return markdownFinder({ ...flavour, html, rst })
}

export const documentKinds: readonly DocumentKind[] = [
  {
    name: 'markdown',
    title: 'Markdown',
    extensions: ['.md', '.markdown'],
    load: text => markdown(text, {}),
  },
  { name: 'mdx', title: 'MDX', extensions: ['.mdx'], load: text => markdown(text, { isMdx: true }) },
  {
    name: 'quarto',
    title: 'Quarto',
    extensions: ['.qmd', '.rmd'],
    load: text => markdown(text, { inBraces: 'fence' }),
  },
  {
    name: 'html',
    title: 'HTML',
    extensions: ['.html', '.htm'],
    load: async () => (await import('./html/html.js')).htmlBlocks,
  },
  {
    name: 'asciidoc',
    title: 'AsciiDoc',
    extensions: ['.adoc', '.asciidoc'],
    load: async () => (await import('./asciidoc/asciidoc.js')).asciidocBlocks,
  },
  {
    name: 'rst',
    title: 'reStructuredText',
    extensions: ['.rst'],
    load: async () => (await import('./rst/rst.js')).rstBlocks,
  },
  {
    name: 'notebook',
    title: 'Jupyter',
    extensions: ['.ipynb'],
    load: async text => (await import('./notebook.js')).notebookFinder(await markdown(text, {})),
  },
]

/** Source code, whose comments are documents only where that is asked for. */
export const sourceCode: DocumentKind = {
  name: 'source',
  title: 'source code',
  extensions:
    '.ts .tsx .mts .cts .js .jsx .mjs .cjs .java .kt .scala .groovy .php .swift .c .h .cc .cpp .hpp .cs .fs .go .rs .dart .py .rb .sh .pl .r .jl .ex .exs .tf'.split(
      ' ',
    ),
  load: async text => (await import('./comments.js')).commentFinder(await markdown(text, {})),
}

/**
 * The kind of document that a file is by its extension. Case does not count.
 * @param withComments whether source code is one, for its comments
 * @param formats whose extensions count more where they are longer: a picture that holds a diagram is no page with diagrams in it
 */
export function documentOfFile(
  file: string,
  formats: readonly { readonly extensions: readonly string[] }[],
  withComments = false,
): DocumentKind | undefined {
  const name = file.toLowerCase()
  const kinds = withComments ? [...documentKinds, sourceCode] : documentKinds
  // Most files are none, whatever the formats say.
  if (!kinds.some(({ extensions }) => extensions.some(own => name.endsWith(own)))) return undefined
  const longest = ({ extensions }: { readonly extensions: readonly string[] }) =>
    extensions.reduce((most, own) => (name.endsWith(own) ? Math.max(most, own.length) : most), 0)
  const least = formats.reduce((most, format) => Math.max(most, longest(format)), 0)
  return kinds.find(kind => longest(kind) > least)
}
