/** Where new files go: under a name that no other file has, or will have; and under the same one again where a run was broken off. */
import { baseOf, folderOf, safeStem, sameName, stemOf, wordsOfName } from './names.js'
import type { FenceWay, NewFile } from './plan-form.js'
import type { Planning } from './planning.js'
import type { SurveyedDiagram, SurveyedFile } from './survey.js'

type Texts = SurveyedDiagram['texts']

export interface ExtractedPlace {
  readonly path: string
  readonly there: boolean
  readonly picture?: string
}

export interface Namer {
  /** The files that a file becomes, or the path that is taken already. */
  readonly ofFile: (
    file: SurveyedFile,
    texts: Texts,
  ) => Promise<readonly NewFile[] | { readonly taken: string }>
  /** The picture of a new file, beside it. */
  readonly ofPicture: (file: NewFile) => Promise<string>
  readonly ofBlock: (
    file: SurveyedFile,
    diagram: {
      readonly name: string | undefined
      readonly number: number
      readonly digest: string
      readonly way: Exclude<FenceWay, 'inline'>
    },
  ) => Promise<ExtractedPlace>
}

export async function namerFor(
  files: readonly SurveyedFile[],
  { tree, extensions, extension }: Pick<Planning, 'tree' | 'extensions' | 'extension'>,
): Promise<Namer> {
  const folders = new Map<string, Promise<ReadonlyMap<string, string>>>()
  /** Paths of files of the tree by how some file system compares them. */
  const inFolder = (folder: string) => {
    const known =
      folders.get(folder) ??
      tree.names(folder).then(names => new Map(names.map(name => [sameName(name), folder + name])))
    folders.set(folder, known)
    return known
  }
  const found = async (path: string): Promise<string | undefined> =>
    (await inFolder(folderOf(path))).get(sameName(baseOf(path)))
  const given = new Set<string>()
  const wanted = wantedNames(files, extensions, extension)

  /** Nothing where a file of that name says something else, or is to be another's. */
  async function placeOf(path: string, digest: string): Promise<NewFile | undefined> {
    if (given.has(sameName(path))) return undefined
    const other = await found(path)
    if (other === undefined) return { path, digest }
    return other === path && (await tree.digest(path)) === digest ? { path, digest, there: true } : undefined
  }

  async function ofFile(file: SurveyedFile, texts: Texts) {
    const stems = stemsOf(file.path, extensions)
    const [clean, told] = stems.map(stem => pathsOf(file.path, stem, texts, extension)) as [
      string[],
      string[],
    ]
    const clashes = clean.some(path => (wanted.get(sameName(path)) ?? 0) > 1)
    const [first, second] = clashes ? [told, clean] : [clean, told]
    // What an earlier run wrote under either name is that, though the files that shared it are gone by now.
    for (const [paths, onlyThere] of [
      [first, true],
      [second, true],
      [first, false],
    ] as const) {
      const places = await Promise.all(paths.map((path, place) => placeOf(path, texts[place]!.digest)))
      const fits = places.every(place => place !== undefined && (place.there || !onlyThere))
      if (!fits) continue
      for (const path of paths) given.add(sameName(path))
      return places as NewFile[]
    }
    return { taken: first[0]! }
  }

  async function ofBlock(
    file: SurveyedFile,
    { name, number, digest, way }: Parameters<Namer['ofBlock']>[1],
  ): Promise<ExtractedPlace> {
    const words = wordsOfName(name ?? '') || String(number)
    const stem = folderOf(file.path) + safeStem(`${stemOf(baseOf(file.path), [])}-${words}`)
    for (let count = 1; ; count++) {
      const own = count === 1 ? stem : `${stem}-${count}`
      const [path, picture] = [own + extension, `${own}.svg`]
      const place = await placeOf(path, digest)
      if (!place) continue
      if (way === 'picture') {
        const isOther = given.has(sameName(picture)) || (!place.there && (await found(picture)) !== undefined)
        if (isOther) continue
        given.add(sameName(picture))
      }
      given.add(sameName(path))
      return { path, there: place.there === true, ...(way === 'picture' && { picture }) }
    }
  }

  async function ofPicture({ path, there }: NewFile): Promise<string> {
    const stem = path.slice(0, -extension.length)
    for (let count = 1; ; count++) {
      const picture = `${count === 1 ? stem : `${stem}-${count}`}.svg`
      if (given.has(sameName(picture)) || (!there && (await found(picture)) !== undefined)) continue
      given.add(sameName(picture))
      return picture
    }
  }

  return { ofFile, ofBlock, ofPicture }
}

/** The stem of a file, and one that tells its format as well. */
function stemsOf(path: string, extensions: readonly string[]): readonly [string, string] {
  const base = baseOf(path)
  const stem = stemOf(base, extensions)
  return [safeStem(stem), safeStem(`${stem}-${base.slice(stem.length + 1).replaceAll('.', '-')}`)]
}

/** The path of each text of a file. */
function pathsOf(path: string, stem: string, texts: Texts, extension: string): string[] {
  const folder = folderOf(path)
  return texts.map(
    ({ name }) => `${folder}${name === undefined ? stem : safeStem(`${stem}-${name}`)}${extension}`,
  )
}

/** How many files want each name: those that share one all tell their formats. */
function wantedNames(
  files: readonly SurveyedFile[],
  extensions: readonly string[],
  extension: string,
): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>()
  for (const file of files) {
    const [diagram] = file.document ? [] : file.diagrams
    for (const path of pathsOf(file.path, stemsOf(file.path, extensions)[0], diagram?.texts ?? [], extension))
      wanted.set(sameName(path), (wanted.get(sameName(path)) ?? 0) + 1)
  }
  return wanted
}
