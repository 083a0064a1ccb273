/**
 * Files of the package that only hand on what another one has. A bundler makes one for each module that is imported later and stands in a file with
 * others; finding, reading and linking it costs a short command about a millisecond, so who imports it asks the other file at once.
 */
import { posix } from 'node:path'
import type { Plugin } from 'rolldown'

/** What such a file hands on, by its name there, and the path of the file that has it. */
interface Facade {
  readonly file: string
  readonly names: readonly (readonly [there: string, here: string])[]
}

const HANDS_ON = /^export \{ ([^{}]+) \} from "(\.[^"]+)";\s*$/

/** What a file is, if it is no more than that. @param path of the file */
export function facadeIn(code: string, path: string): Facade | undefined {
  const [, names, file] = HANDS_ON.exec(code) ?? []
  if (names === undefined || file === undefined) return undefined
  const pairs = names.split(', ').map(name => name.split(' as '))
  return {
    file: posix.join(posix.dirname(path), file),
    names: pairs.map(([there, here = there]) => [there!, here!]),
  }
}

/** Code with its imports of such files as imports of those behind them. @param facades by their paths @param path of the code */
export const withoutFacades = (code: string, path: string, facades: ReadonlyMap<string, Facade>): string =>
  code.replace(/\bimport\("(\.[^"]+)"\)/g, (whole, target: string) => {
    const facade = facades.get(posix.join(posix.dirname(path), target))
    if (!facade) return whole
    const way = posix.relative(posix.dirname(path), facade.file)
    // Taken apart at once, so that a bundler sees which names nobody asks for.
    const taken = facade.names.map(([there]) => there).join(', ')
    const given = facade.names.map(([there, here]) => `${here}: ${there}`).join(', ')
    return `import("${way.startsWith('.') ? way : `./${way}`}").then(({ ${taken} }) => ({ ${given} }))`
  })

/** Drops them from a bundle, but for doors: those stand for who comes from outside. */
export const facadeless: Plugin = {
  name: 'facadeless',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file] : []))
    const facades = new Map<string, Facade>()
    const needed = new Set(chunks.flatMap(({ imports }) => imports))
    for (const { fileName, code } of chunks) {
      const facade = needed.has(fileName) ? undefined : facadeIn(withoutMap(code), fileName)
      if (facade) facades.set(fileName, facade)
    }
    for (const chunk of chunks) {
      if (facades.has(chunk.fileName) && !chunk.isEntry) {
        delete bundle[chunk.fileName]
        delete bundle[`${chunk.fileName}.map`]
      } else chunk.code = withoutFacades(chunk.code, chunk.fileName, facades)
    }
  },
}

function withoutMap(code: string): string {
  const at = code.lastIndexOf('\n//# sourceMappingURL=')
  return at < 0 ? code : code.slice(0, at + 1)
}
