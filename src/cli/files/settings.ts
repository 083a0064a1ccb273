/** What a command over many files does with each: plain values, so that they reach other threads as they are. */
import { relative, resolve, sep } from 'node:path'
import type { Pages } from '../../convert.js'
import type { FormatOptions } from '../../format.js'
import type { Severity } from '../../messages/message.js'
import type { OfficialAt } from '../official/ask.js'

export type TaskName = 'check' | 'lint' | 'fmt' | 'convert'

/** What a file, or a folder of files, can set for itself. */
export interface Rules {
  /** Severities of messages by their codes; a code may end in `*`. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** The formats that a diagram has to pass through and come back from. */
  readonly via?: readonly string[]
  /** Codes of losses that are allowed on that way. */
  readonly allow?: readonly string[]
  /** How many other losses are allowed on each way, for each diagram. */
  readonly maxLosses?: number
  /** Options of formats, for reading and writing. */
  readonly options?: FormatOptions
}

/** What only `convert` needs to know. */
export interface Converting {
  /** The name of the format to write. */
  readonly to: string
  /** Options of formats that the call names: they count more than those of a config. */
  readonly options: FormatOptions
  /** Whether a document is written with its blocks exchanged; else each block becomes a file. */
  readonly exchanges: boolean
  readonly carry?: boolean
  readonly recover: boolean
  readonly pages?: Pages
  readonly maxLosses: number
  /** How many times as large a picture is drawn, and the font files that it is drawn with. */
  readonly scale: number
  readonly fonts: readonly string[]
}

export interface TaskSettings extends Rules {
  readonly task: TaskName
  /** The name of the format of every file, where it was named. */
  readonly from?: string
  /** Whether files get the text that the command gives them. */
  readonly write: boolean
  /** What only `fmt` and `lint --fix` give: the patch of each file, or its whole text. */
  readonly output?: 'patch' | 'text'
  readonly convert?: Converting
  readonly fix?: boolean
  /** The codes that are mended; all where it is left out. */
  readonly only?: readonly string[]
  readonly canonical?: boolean
  /** Whether a file that would change is a finding. */
  readonly mustStay?: boolean
  /** Software that is asked about diagrams which no format reads. */
  readonly officials?: readonly OfficialAt[]
  /** Only errors are wanted: nothing else is handed back. */
  readonly quiet?: boolean
  /** Whether comments of source code are documents, too. */
  readonly docComments?: boolean
  /** Settings of some files, by glob, over those of all. */
  readonly overrides?: readonly (Rules & { readonly files: readonly string[] })[]
  /** The folder that globs of overrides start from. */
  readonly root?: string
}

/** What counts for a file: the settings of all, and over them those of the overrides that it fits, the last one most. */
export async function rulesFor(settings: TaskSettings, path: string): Promise<Rules> {
  const { overrides = [], root = '.' } = settings
  if (overrides.length === 0) return settings
  const file = relative(root, resolve(path)).split(sep).join('/')
  let fits = matchers.get(overrides)
  if (!fits) {
    const { default: picomatch } = await import('picomatch')
    // An empty glob fits nothing, and picomatch takes none.
    fits = overrides.map(({ files }) =>
      picomatch(
        files.filter(glob => glob !== ''),
        { dot: true },
      ),
    )
    matchers.set(overrides, fits)
  }
  const own: Rules[] = overrides
    .filter((_, place) => fits[place]!(file))
    .map(({ files: _, ...rules }) => rules)
  const rules = Object.assign({}, settings.rules, ...own.map(({ rules }) => rules))
  const options = Object.assign({}, settings.options, ...own.map(({ options }) => options))
  return Object.assign({}, ...own, { rules, options })
}

type Overrides = NonNullable<TaskSettings['overrides']>

/** Which files the overrides fit: their globs are read once, and asked for every file. */
const matchers = new WeakMap<Overrides, ((file: string) => boolean)[]>()
