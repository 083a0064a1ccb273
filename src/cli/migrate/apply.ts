/** `diaglot apply`: a plan carried out as it was looked at, or a run undone. */
import { realpath } from 'node:fs/promises'
import type { FormatEntry } from '../../format.js'
import { type Plan, planFault } from '../../migrate/plan-form.js'
import * as say from '../../migrate/sentences.js'
import { changesSomething } from '../../migrate/sum.js'
import { optionFault } from '../../options.js'
import { formatNamed } from '../../registry.js'
import { readBytes } from '../bytes.js'
import { CommandError, type ExitCode, exitCodes } from '../exit.js'
import { countOf } from '../option-words.js'
import { writeStdout } from '../outputs.js'
import type { Surroundings } from '../over-files.js'
import { everyFormat } from '../sources.js'
import { carried } from './carried.js'
import { digestOf } from './digest.js'
import { placeIn } from './places.js'
import { undo } from './undo.js'

export interface ApplyOptions {
  readonly undo?: string
  readonly root?: string
  readonly undoTo?: string
  readonly workers?: string
  readonly quiet?: boolean
}

export async function applyCommand(
  named: string | undefined,
  options: ApplyOptions,
  { formats, worker }: Surroundings,
): Promise<ExitCode> {
  const root = await realpath(options.root ?? '.').catch(() => {
    throw new CommandError(`there is no folder ${options.root}`, exitCodes.unreadable)
  })
  if (options.undo !== undefined) {
    if (named !== undefined)
      throw new CommandError('apply takes a plan, or --undo with a bundle, and not both')
    const said = await undo(options.undo, root, formats)
    if (!options.quiet) await writeStdout(`${said}\n`)
    return exitCodes.clean
  }
  if (named === undefined)
    throw new CommandError('which plan? Name the file that diaglot migrate --plan-out wrote')
  const plan = await planIn(named, formats)
  await mustFit(plan, root)
  return carried(plan, {
    ...options,
    root,
    formats,
    worker,
    workers: options.workers === undefined ? undefined : countOf('--workers', options.workers),
  })
}

/** Reads a plan. Throws a `CommandError` for what is none, whoever wrote it. */
async function planIn(file: string, formats: readonly FormatEntry[]): Promise<Plan> {
  const text = new TextDecoder().decode(await readBytes(file))
  const refuse = (why: string): CommandError =>
    new CommandError(`${file} is no plan of diaglot: ${why}`, exitCodes.unreadable)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse('it is no JSON')
  }
  const fault = planFault(value)
  if (fault !== undefined) throw refuse(fault)
  const plan = value as Plan
  const format = await formatNamed(formats, plan.settings.to)?.load()
  if (!format?.read || !format.write)
    throw refuse(`“${plan.settings.to}” is no format that is read and written`)
  const uses = (await everyFormat({ formats })).flatMap(format =>
    (['read', 'write'] as const).map(use => ({ format, use })),
  )
  const wrong = optionFault(plan.settings.options, uses)
  if (wrong !== undefined) throw refuse(wrong)
  const extensions = [...format.extensions, '.svg']
  const paths = plan.files.flatMap(({ diagrams }) =>
    diagrams.flatMap(({ files = [], picture }) => [
      ...files.map(({ path }) => path),
      ...(picture ? [picture] : []),
    ]),
  )
  const other = paths.find(path => !extensions.some(end => path.toLowerCase().endsWith(end)))
  if (other !== undefined) throw refuse(`${other} is no name of ${format.title} or of a picture`)
  const seen = new Set<string>()
  for (const path of paths) {
    if (seen.has(path)) throw refuse(`two diagrams would become ${path}`)
    seen.add(path)
  }
  const stranger = plan.files
    .flatMap(({ links = [] }) => links)
    .find(({ to, picture }) => !seen.has(to) || (picture !== undefined && !seen.has(picture)))
  if (stranger)
    throw refuse(`a document would name ${stranger.picture ?? stranger.to}, which no diagram becomes`)
  const lost = plan.files.find(
    ({ remove, diagrams }) => remove && diagrams.every(({ way }) => way !== 'file'),
  )
  if (lost) throw refuse(`${lost.path} would go and become nothing`)
  return plan
}

/** Throws a `CommandError` where the tree is not as the plan was made for: then nothing is touched. */
async function mustFit(plan: Plan, root: string): Promise<void> {
  const wrong: string[] = []
  for (const { path, digest, diagrams } of plan.files.filter(changesSomething)) {
    const bytes = await readBytes(placeIn(root, path)).catch(() => undefined)
    if (!bytes || digestOf(bytes) !== digest) wrong.push(say.changedSince({ path }))
    for (const file of diagrams.flatMap(({ files = [] }) => files)) {
      const there = await readBytes(placeIn(root, file.path)).catch(() => undefined)
      if (there && digestOf(there) !== file.digest) wrong.push(say.thereSince(file))
    }
  }
  if (wrong.length === 0) return
  const more = wrong.length > 10 ? ` And ${wrong.length - 10} more.` : ''
  throw new CommandError(
    `the plan does not fit any more, and nothing is written: ${wrong.slice(0, 10).join(' ')}${more}`,
    exitCodes.findings,
  )
}
