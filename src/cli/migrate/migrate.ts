/** `diaglot migrate`: what would become of every diagram of a tree; with `--write`, it does. */
import { realpath } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import type { Format, FormatEntry } from '../../format.js'
import { planPage } from '../../migrate/page.js'
import { planOf } from '../../migrate/plan.js'
import { type FenceWay, fenceWays, type Plan, type PlanSettings } from '../../migrate/plan-form.js'
import type { SurveyedFile } from '../../migrate/survey.js'
import { configFor, formatCalled } from '../config/config.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { filesFor, someWords } from '../files/find.js'
import { overThreads } from '../files/threads.js'
import { commonFolder, isInside } from '../folders.js'
import { extensionWith, formatOptionsOf } from '../format-options.js'
import type { Input } from '../inputs.js'
import { countOf } from '../option-words.js'
import { writeStdout, writeWhole } from '../outputs.js'
import type { Surroundings } from '../over-files.js'
import { everyFormat } from '../sources.js'
import { colorWords, oneOf } from '../terminal.js'
import { version } from '../version.js'
import { carried } from './carried.js'
import { editorOf } from './editor.js'
import { patchesOf } from './patches.js'
import { progressOf } from './progress.js'
import { checkReports, writeReports } from './reports.js'
import { treeOf } from './tree.js'
import { type Shared, surveys } from './work.js'

export interface MigrateOptions {
  readonly to?: string
  readonly write?: boolean
  readonly planOut?: string
  readonly report?: readonly string[]
  readonly diff?: boolean
  readonly fences?: string
  readonly remove?: boolean
  readonly playground?: boolean
  readonly carry?: boolean
  readonly option?: readonly string[]
  readonly flags?: Readonly<Record<string, string | true>>
  readonly root?: string
  readonly undoTo?: string
  readonly workers?: string
  readonly config?: string | false
  readonly color?: string
  readonly verbose?: boolean
  readonly quiet?: boolean
}

export async function migrateCommand(
  words: readonly string[],
  options: MigrateOptions,
  around: Surroundings,
): Promise<ExitCode> {
  const { formats, worker } = around
  oneOf('--color', options.color, colorWords)
  oneOf('--fences', options.fences, fenceWays)
  checkReports(options.report ?? [])
  const to = await targetOf(formats, options)
  if (options.playground && !editorOf(to.name))
    throw new CommandError(
      `--playground is for formats whose editor opens an address, and ${to.title} has none`,
    )
  const found = await configFor(process.cwd(), options.config, formats)
  const asked = await formatOptionsOf(options, formats, to, () => everyFormat({ formats }))
  const settings: PlanSettings = {
    to: to.name,
    ...(options.fences !== undefined && { fences: options.fences as FenceWay }),
    remove: options.remove === true,
    playground: options.playground === true,
    carry: options.carry === true,
    options: { ...found.config.options, ...asked },
  }
  const { inputs, skipped } = await filesFor(someWords(words), formats, {
    ignore: found.config.ignore ?? [],
    root: found.root,
  })
  const { root, paths } = await pathsOf(inputs, options.root)
  const threads = {
    worker,
    workers: options.workers === undefined ? undefined : countOf('--workers', options.workers),
  }
  const surveyed: SurveyedFile[] = []
  const progress = progressOf('Looking at', paths.length, options.quiet === true)
  const shared: Shared = { root, settings }
  const work = { name: 'survey', shared, here: (some: readonly string[]) => surveys(some, shared, formats) }
  for await (const file of overThreads(paths, work, threads)) {
    surveyed.push(file)
    progress.done(file.path)
  }
  progress.end()
  const plan = await planOf(surveyed, {
    settings,
    tree: treeOf(root),
    extensions: formats.flatMap(({ extensions }) => extensions),
    extension: extensionWith(to, settings.options),
    version,
  })
  if (options.planOut !== undefined) await writeWhole(options.planOut, `${JSON.stringify(plan, null, 1)}\n`)
  const titles = new Map((await everyFormat({ formats })).map(({ name, title }) => [name, title]))
  await writeReports(options.report ?? [], plan, { root, formats, titles, ...threads })
  if (options.diff) {
    for await (const patch of patchesOf(plan, root, formats, threads)) await writeStdout(patch)
    return exitCodeOf(plan)
  }
  const ignored = skipped.reasons?.ignored ?? 0
  if (!options.quiet)
    await writeStdout(planPage(plan, { verbose: options.verbose === true, titles, ignored }))
  if (options.write) {
    const code = await carried(plan, { ...options, root, formats, ...threads })
    return Math.max(code, exitCodeOf(plan)) as ExitCode
  }
  if (!options.quiet) await writeStdout(`\n${nextLine(plan, options)}\n`)
  return exitCodeOf(plan)
}

async function targetOf(formats: readonly FormatEntry[], { to }: MigrateOptions): Promise<Format> {
  if (to === undefined)
    throw new CommandError(`to which format? Name it with --to, as in --to ${formats[0]?.name}`)
  const format = await formatCalled(formats, to, '--to').load()
  if (format.read && format.write) return format
  throw new CommandError(
    `${format.title} is only ${format.write ? 'written' : 'read'}, so nothing can be moved to it for good; diaglot convert writes it`,
  )
}

/** Paths from the folder that the plan is of: this one, where all lie below it, else the deepest that holds all. */
async function pathsOf(
  inputs: readonly Input[],
  named: string | undefined,
): Promise<{ root: string; paths: string[] }> {
  const pipe = inputs.find(({ path }) => path === undefined)
  if (pipe)
    throw new CommandError(`${pipe.name} is no file of a folder, so nothing can be written in its place`)
  const files = inputs.map(({ path }) => resolve(path!))
  const here = process.cwd()
  const folder = named ?? (files.every(file => isInside(here, file)) ? here : commonFolder(files))
  const outside = files.find(file => !isInside(resolve(folder), file))
  if (outside !== undefined) throw new CommandError(`${relative('.', outside)} does not lie in ${folder}`)
  const root = await realpath(folder)
  return { root, paths: files.map(file => relative(resolve(folder), file).split(sep).join('/')) }
}

/** 1 where something that should become another cannot. */
function exitCodeOf({ files }: Plan): ExitCode {
  const reasons = new Set(files.flatMap(({ diagrams }) => diagrams.map(({ why }) => why)))
  if (reasons.has('unreadable')) return exitCodes.unreadable
  return reasons.has('broken') || reasons.has('limit') || reasons.has('taken')
    ? exitCodes.findings
    : exitCodes.clean
}

function nextLine({ files }: Plan, { planOut }: MigrateOptions): string {
  const isEmpty = files.every(({ digest, diagrams }) => digest === '' || diagrams.length === 0)
  if (isEmpty) return 'Nothing is written.'
  return planOut === undefined
    ? 'Nothing is written. --write does it, --plan-out FILE keeps this plan for diaglot apply, --diff shows it as a patch.'
    : `Nothing is written but the plan: diaglot apply ${planOut} does it.`
}
