/**
 * Which files of the package hold which modules. Left alone, a bundler makes a file of every set of modules that the same doors need, which are
 * hundreds; finding, reading and linking a file costs a short command more than some code in it that it does not use.
 */
import type { CodeSplittingGroup, Plugin } from 'rolldown'

/** Formats of which a conversion needs but half. */
const HALVED = ['mermaid', 'dot', 'flowzap', 'drawio']

/** A file of the package, by name, and the modules that it may hold. */
type Chunk = readonly [name: string, modules: ReadonlySet<string>]

export class Chunks {
  readonly #imports = new Map<string, readonly string[]>()
  #chunks: ReadonlyMap<string, string> | undefined

  /** Learns which modules there are, and what each needs at once. */
  readonly plugin: Plugin = {
    name: 'chunks',
    moduleParsed: ({ id, importedIds }) => {
      this.#imports.set(id, importedIds)
    },
  }

  /** @param root the folder of the sources */
  constructor(readonly root: string) {}

  /** What rolldown is told; of everything else it makes files itself. */
  get groups(): CodeSplittingGroup[] {
    const ofFormats = HALVED.flatMap(format => ['', '-reader', '-writer', '-more'].map(part => format + part))
    return ['base', 'help', 'ground', 'engine', 'documents', ...ofFormats, 'start', 'files', 'convert'].map(
      name => ({
        name,
        test: id => this.#chunkOf(id) === name,
      }),
    )
  }

  #chunkOf(id: string): string | undefined {
    this.#chunks ??= new Map(
      this.#planned()
        .reverse()
        .flatMap(([name, modules]) => [...modules].map(module => [module, name] as const)),
    )
    return this.#chunks.get(id)
  }

  /** A module stands in the first that may hold it. */
  #planned(): Chunk[] {
    const halves = HALVED.map(format => {
      const [reader, writer, whole] = ['reader', 'writer', 'index'].map(door =>
        this.#needed(`converters/${format}/${door}`),
      ) as [Set<string>, Set<string>, Set<string>]
      return { format, reader, writer, whole, both: new Set([...reader].filter(id => writer.has(id))) }
    })
    const isDocuments = (id: string) => id.includes('/src/documents/')
    const isShared = (id: string) => !id.includes('/converters/') && !id.includes('/src/cli/')
    const ofFormat = (ids: Iterable<string>) => new Set([...ids].filter(id => !isShared(id)))
    // draw.io needs much that no text does: a layout, and what unpacks pages.
    const texts = halves.filter(({ format }) => format !== 'drawio')
    const converts = this.#needed(...CONVERTS)
    const shared = [
      ...this.#needed('src/convert'),
      ...texts.flatMap(({ reader, writer }) => [...reader, ...writer]),
      ...converts,
    ].filter(id => isShared(id) && !isDocuments(id))
    // Pages have nothing of what Node needs.
    const ofCommand = (ids: Iterable<string>) => new Set([...ids].filter(id => id.includes('/src/cli/')))
    const start = this.#needed('src/cli/run')
    const files = this.#needed('src/cli/over-files', 'src/cli/reporters/text')
    return [
      // What the command has before it knows what it is to do.
      ['base', new Set([...this.#needed('src/cli/exit', 'src/version'), ...[...start].filter(isShared)])],
      // Help that stands ready, and what commander says of it.
      ['help', this.#needed('src/cli/help-at-hand')],
      // What looks for files needs something of the library, too, and no more where nothing is to be read.
      ['ground', new Set(shared.filter(id => files.has(id)))],
      ['engine', new Set(shared)],
      // A page that converts would have all of them with the list, since a bundler takes what may be imported.
      ['documents', new Set([...files, ...converts].filter(isDocuments))],
      ...halves.flatMap(({ format, reader, writer, both, whole }): Chunk[] => [
        [format, ofFormat(both)],
        [`${format}-reader`, ofFormat(reader)],
        [`${format}-writer`, ofFormat(writer)],
        [`${format}-more`, ofFormat(whole)],
      ]),
      ['start', ofCommand(start)],
      ['files', ofCommand([...files].filter(id => converts.has(id)))],
      ['convert', ofCommand(converts)],
    ]
  }

  /** What is loaded with modules, themselves among it. */
  #needed(...modules: readonly string[]): Set<string> {
    const found = new Set<string>()
    const waiting = modules.map(path => `${this.root}/${path}.ts`)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const imports = this.#imports.get(id)
      if (!imports || found.has(id)) continue
      found.add(id)
      waiting.push(...imports)
    }
    return found
  }
}

/** What every conversion loads, step by step. */
const CONVERTS = [
  'src/cli/convert',
  'src/cli/tasks/convert',
  'src/cli/files/converted',
  'src/cli/reporters/text',
]
