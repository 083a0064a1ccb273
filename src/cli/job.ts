/** What a call of `diaglot convert` is to do. */
import type { Pages } from '../convert.js'
import type { Format, FormatEntry, FormatOptions } from '../format.js'
import type { GitChoice } from './files/git.js'
import type { Converting, TaskSettings } from './files/settings.js'
import type { Input } from './inputs.js'
import type { ReportWords } from './reporters/reporting.js'

/** What `--pages` takes. */
export const pagesWords: readonly Pages[] = ['merge', 'split']

export interface ConvertOptions extends ReportWords, GitChoice {
  /** Only this part of the inputs: `2/4`. */
  readonly shard?: string
  readonly from?: string
  readonly to?: string
  readonly output?: string
  /** Whether documents get other diagrams in the place of theirs. */
  readonly inPlace?: boolean
  readonly force?: boolean
  readonly recover?: boolean
  readonly maxLosses?: string
  readonly carry?: boolean
  readonly option?: readonly string[]
  readonly pages?: string
  /** The options of formats that have a flag of their own. */
  readonly flags?: FormatOptions
  /** The file to bring up to date; `true` for the one that is written. */
  readonly update?: string | boolean
  /** How many times as large a picture is drawn. */
  readonly scale?: string
  /** Font files that pictures are drawn with. */
  readonly font?: readonly string[]
  /** Whether to print what would change in files, and to write none. */
  readonly dryRun?: boolean
  /** Whether comments of source code are documents, too. */
  readonly docComments?: boolean
  readonly config?: string | false
  readonly printConfig?: boolean
  readonly workers?: string
}

export interface Job {
  /** Every format that there is. */
  readonly formats: readonly FormatEntry[]
  readonly target: Format
  readonly from: FormatEntry | undefined
  /** Of the config, of the names of files, and of the call, which counts most. */
  readonly formatOptions: FormatOptions
  readonly options: ConvertOptions
  readonly settings: TaskSettings & { readonly convert: Converting }
  readonly inputs: readonly Input[]
  /** Files that this call has written, and of which input: none may write over another's. */
  readonly written: Map<string, string>
  readonly output: Output
}

export type Output =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** Each input itself. */
  | { readonly kind: 'in-place' }
