/** The imports of the project's own files, for the tests of its architecture and for the figures of `npm run rooms`. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Import {
  readonly file: string
  /** The path of a file of ours, with its `.ts`, or the name of a package. */
  readonly target: string
}

/** Every TypeScript file under a folder. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file))

/** Every TypeScript file under `src` and `converters`. */
export const sourceFiles: readonly string[] = ['src', 'converters'].flatMap(filesUnder)

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from '([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g

/** Every import of files of ours and of packages, static or dynamic, of values or only of types. */
export const importsOf = (files: readonly string[]): Import[] =>
  files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(match => {
      const name = match[1] ?? match[2] ?? match[3] ?? ''
      const path = normalize(join(dirname(file), name))
      return { file, target: name.startsWith('.') ? path.replace(/\.js$/, '.ts') : name }
    }),
  )

export const imports: readonly Import[] = importsOf(sourceFiles)

/** Of each file, the files that it imports. */
export const arrows: ReadonlyMap<string, readonly string[]> = new Map(
  sourceFiles.map(file => [
    file,
    imports
      .filter(({ file: from, target }) => from === file && sourceFiles.includes(target))
      .map(i => i.target),
  ]),
)

/** Every file that a file needs, itself included. */
export function closureOf(file: string): ReadonlySet<string> {
  const found = new Set<string>([file])
  for (const next of found) for (const target of arrows.get(next) ?? []) found.add(target)
  return found
}

/** Groups of files that import each other in a circle, by Tarjan's way of finding strongly connected parts. */
export function circles(): string[][] {
  const found: string[][] = []
  const numbers = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const visit = (file: string): number => {
    const number = numbers.size
    numbers.set(file, number)
    lowest.set(file, number)
    path.push(file)
    for (const target of arrows.get(file) ?? []) {
      if (numbers.has(target) && !path.includes(target)) continue
      const low = numbers.has(target) ? numbers.get(target)! : visit(target)
      lowest.set(file, Math.min(lowest.get(file)!, low))
    }
    if (lowest.get(file) === number) {
      const group = path.splice(path.indexOf(file))
      if (group.length > 1) found.push(group.sort())
    }
    return lowest.get(file)!
  }
  for (const file of sourceFiles) if (!numbers.has(file)) visit(file)
  return found
}
