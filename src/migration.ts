/** A migration without a file system: what becomes of texts that somebody holds, such as the files of a pull request. */
import { formats as known } from '../converters/index.js'
import { documentOfFile } from './documents/documents.js'
import { formatOfBlock, languagesOf } from './documents/languages.js'
import type { Format, FormatEntry, FormatOptions } from './format.js'
import { type FormatName, formats } from './index.js'
import { editors } from './links/editors.js'
import type { Converting } from './migrate/convert.js'
import { makeFile, type SourceFile } from './migrate/make.js'
import { folderOf } from './migrate/names.js'
import { planOf } from './migrate/plan.js'
import { type FenceWay, type Plan, type PlanSettings, pathFault } from './migrate/plan-form.js'
import type { Tree } from './migrate/planning.js'
import { sha256 } from './migrate/sha256.js'
import { type Holding, sourceIn, surveyOf } from './migrate/source.js'
import { changesSomething } from './migrate/sum.js'
import type { SurveyedFile } from './migrate/survey.js'
import { formatOfFile } from './registry.js'
import { version } from './version.js'

export type { Plan, PlannedDiagram, PlannedFile, PlannedLoss } from './migrate/plan-form.js'

export interface TextFile {
  /** From a folder that all start from, with `/`. */
  readonly path: string
  /** Without a byte order mark. */
  readonly text: string
}

export interface MigrationSettings {
  /** The format that all diagrams become. */
  readonly to: FormatName
  /** What becomes of diagrams in documents; left out, what fits each document. */
  readonly fences?: FenceWay
  /** Whether files go that became others. */
  readonly remove?: boolean
  /** Whether a link to the target's own editor stands beside a picture. */
  readonly playground?: boolean
  readonly carry?: boolean
  /** Options of formats, such as `lanes-from`. */
  readonly options?: FormatOptions
}

export interface Migration {
  /** Plain data, as `diaglot migrate --plan-out` writes it; its JSON Schema is `diaglot/plan.schema.json`. */
  readonly plan: Plan
  /** New files, and documents with their new texts. */
  readonly files: readonly TextFile[]
  /** Files that go. */
  readonly removed: readonly string[]
  /** What is not done as it was planned, each with why: none, but for a fault of a format. */
  readonly failed: readonly { readonly path: string; readonly because: string }[]
}

/**
 * Plans what becomes of the diagrams of files, in documents and in files of their own, and makes the new texts. It touches no file.
 * @param files all of them, also those without diagrams: documents name files, and new names are not to be those of others
 * @param settings the format that all become, and how
 * @returns the plan, the texts of new and of changed files, and which files go. What each diagram loses stands in the plan: the messages of
 * `convert`, counted by their codes; why one stays is a sentence there, which is the message of its first error where it has some. A
 * path that leads out of its folder, one that is there twice and a format that is not read and written are a `TypeError`.
 * @see docs/migrating.md
 * @example
 * const { plan, files } = await planMigration([{ path: 'a.mmd', text: 'flowchart LR\n  a --> b\n' }], { to: 'flowzap' })
 */
export async function planMigration(
  files: readonly TextFile[],
  settings: MigrationSettings,
): Promise<Migration> {
  const to = targetOf(settings)
  const texts = textsOf(files)
  const own: PlanSettings = {
    to: to.name,
    ...(settings.fences !== undefined && { fences: settings.fences }),
    remove: settings.remove === true,
    playground: settings.playground === true,
    carry: settings.carry === true,
    options: settings.options ?? {},
  }
  const converting: Converting = { to, settings: own, others: async () => formats }
  const how = { ...converting, digest: sha256 }
  const surveyed: SurveyedFile[] = []
  const sources = new Map<string, SourceFile>()
  for (const { path, text } of files) {
    const holding = await holdingOf(path, text)
    const source = await sourceIn(path, text, holding, formats)
    sources.set(path, source)
    surveyed.push(await surveyOf(path, { ...source, digest: sha256(text) }, how))
  }
  const plan = await planOf(surveyed, {
    settings: own,
    tree: treeOf(texts),
    extensions: formats.flatMap(({ extensions }) => extensions),
    extension: to.extensions[0]!,
    version,
  })
  const editor = editors.find(({ formats }) => formats.includes(to.name))
  const picture = formats.find(({ name }) => name === 'svg')!
  const made: TextFile[] = []
  const failed: { path: string; because: string }[] = []
  for (const file of plan.files.filter(changesSomething)) {
    const outcome = await makeFile(file, sources.get(file.path)!, {
      ...how,
      picture,
      ...(editor && { editor }),
    })
    if (outcome.files) made.push(...outcome.files.map(({ path, text }) => ({ path, text })))
    else failed.push({ path: file.path, because: outcome.refused })
  }
  return {
    plan,
    files: made.filter(({ path, text }) => texts.get(path) !== text),
    removed: plan.files.filter(({ remove }) => remove).map(({ path }) => path),
    failed,
  }
}

function targetOf({ to }: MigrationSettings): Format {
  const format = formats.find(({ name }) => name === to)
  if (format?.read && format.write) return format
  throw new TypeError(`“${to}” is no format that is read and written`)
}

function textsOf(files: readonly TextFile[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { path, text } of files) {
    const fault = texts.has(path) ? 'it is there twice' : pathFault(path)
    if (fault !== undefined)
      throw new TypeError(`“${path.slice(0, 100)}” is no path of a migration: ${fault}`)
    texts.set(path, text)
  }
  return texts
}

const entries: readonly FormatEntry[] = known

/** The diagrams of a file; none where it is neither a document nor of a format. */
async function holdingOf(path: string, text: string): Promise<Holding> {
  const kind = documentOfFile(path, formats)
  if (!kind) {
    const taken = entries.filter(({ only, inFolders }) => only !== 'write' && inFolders !== false)
    const format = await formatOfFile(taken, path)?.load()
    return { units: format ? [{ format, text, index: 0 }] : [], passedOver: [] }
  }
  const languages = languagesOf(formats)
  const findBlocks = await kind.load(text)
  const find = (document: string) => findBlocks(document, languages)
  const found = find(text)
  const units: Holding['units'][number][] = []
  const passedOver: string[] = []
  for (const [index, block] of found.blocks.entries()) {
    const format = formatOfBlock(languages, block)
    if (format) units.push({ format, text: block.text, block, index })
    else if (languages.get(block.language)?.length === 0) passedOver.push(block.language)
  }
  return { kind, document: text, found, find, units, passedOver }
}

/** The files as a plan asks for them. */
function treeOf(texts: ReadonlyMap<string, string>): Tree {
  const folders = new Map<string, Set<string>>()
  for (const path of texts.keys())
    for (let rest = path; rest !== ''; ) {
      const folder = folderOf(rest)
      const names = folders.get(folder) ?? new Set()
      names.add(rest.slice(folder.length))
      folders.set(folder, names)
      rest = folder.slice(0, -1)
    }
  return {
    names: async folder => [...(folders.get(folder) ?? [])],
    digest: async path => {
      const text = texts.get(path)
      return text === undefined ? undefined : sha256(text)
    },
  }
}
