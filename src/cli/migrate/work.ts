/** What a thread does for a migration: looks at files, and makes of them what a plan says. It writes nothing. */
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { convertWith } from '../../convert.js'
import type { Format, FormatEntry } from '../../format.js'
import { type Converting, converted } from '../../migrate/convert.js'
import { type Made, makeFile } from '../../migrate/make.js'
import type { PlannedFile, PlanSettings } from '../../migrate/plan-form.js'
import * as say from '../../migrate/sentences.js'
import { surveyOf } from '../../migrate/source.js'
import type { SurveyedFile } from '../../migrate/survey.js'
import { formatNamed } from '../../registry.js'
import { readBytes } from '../bytes.js'
import { failureOf } from '../exit.js'
import { everyFormat } from '../sources.js'
import { digestOf } from './digest.js'
import { editorOf } from './editor.js'
import { sourceOf } from './source.js'

export interface Shared {
  /** The folder that all paths start from, without links in it. */
  readonly root: string
  readonly settings: PlanSettings
}

async function convertingOf({ settings }: Shared, formats: readonly FormatEntry[]): Promise<Converting> {
  const to = await formatNamed(formats, settings.to)!.load()
  return { to, settings, others: () => everyFormat({ formats }) }
}

/** What files hold. Whatever goes wrong with one is in its survey. */
export async function* surveys(
  paths: readonly string[],
  shared: Shared,
  formats: readonly FormatEntry[],
): AsyncGenerator<SurveyedFile> {
  const converting = await convertingOf(shared, formats)
  for (const path of paths) yield await surveyFile(path, shared, converting, formats)
}

async function surveyFile(
  path: string,
  { root }: Shared,
  converting: Converting,
  formats: readonly FormatEntry[],
): Promise<SurveyedFile> {
  try {
    const source = await sourceOf(root, path, formats)
    return await surveyOf(path, source, { ...converting, digest: digestOf })
  } catch (error) {
    const because = say.unreadable({ reason: failureOf(error, path).text.replace(join(root, path), path) })
    const stays = { why: 'unreadable' as const, because }
    return {
      path,
      digest: '',
      diagrams: [{ line: 1, from: '', texts: [], stays, losses: [] }],
      references: [],
    }
  }
}

export interface MadeOf {
  readonly file: PlannedFile
  readonly made: Made
}

/** What the plan says of files, made. */
export async function* makes(
  files: readonly PlannedFile[],
  shared: Shared,
  formats: readonly FormatEntry[],
): AsyncGenerator<MadeOf> {
  const converting = await convertingOf(shared, formats)
  const picture = await formatNamed(formats, 'svg')!.load()
  const editor = editorOf(shared.settings.to)
  const making = { ...converting, digest: digestOf, picture, ...(editor && { editor }) }
  for (const file of files) {
    const made = await madeOf(file, shared, formats, making).catch(
      (error): Made => ({ refused: failureOf(error, file.path).text }),
    )
    yield { file, made }
  }
}

async function madeOf(
  file: PlannedFile,
  { root }: Shared,
  formats: readonly FormatEntry[],
  making: Parameters<typeof makeFile>[2],
): Promise<Made> {
  if (digestOf(await readBytes(join(root, file.path))) !== file.digest)
    return { refused: say.changedSince(file) }
  return makeFile(file, await sourceOf(root, file.path, formats), making)
}

export interface DrawnOf {
  readonly path: string
  /** By block, as they are and as they would be: pictures packed with deflate, in base64; empty where there is none. */
  readonly drawn: readonly (readonly [block: number | undefined, pair: readonly [string, string]])[]
}

/** Pictures of what files hold and of what it becomes. */
export async function* draws(
  files: readonly PlannedFile[],
  shared: Shared,
  formats: readonly FormatEntry[],
): AsyncGenerator<DrawnOf> {
  const converting = await convertingOf(shared, formats)
  const svg = await formatNamed(formats, 'svg')!.load()
  for (const { path, diagrams } of files) {
    const planned = new Set(diagrams.flatMap(({ way, block }) => (way === 'stays' ? [] : [block])))
    const source = await sourceOf(shared.root, path, formats).catch(() => undefined)
    const drawn: [number | undefined, readonly [string, string]][] = []
    for (const standing of source?.diagrams ?? []) {
      if (!planned.has(standing.index)) continue
      const { texts } = await converted(standing, converting)
      const before = await packedPicture(standing.format, svg, standing.text)
      const after = await packedPicture(converting.to, svg, texts[0]?.text ?? '')
      drawn.push([standing.index, [before, after]])
    }
    yield { path, drawn }
  }
}

async function packedPicture(from: Format, svg: Format, text: string | Uint8Array): Promise<string> {
  const { text: picture } = await convertWith(from, svg, text)
  return picture === '' ? '' : deflateRawSync(picture).toString('base64')
}
