/** Every command, by name, in the order in which help has them. */
import { convertWords } from './convert.js'
import { applyWords, migrateWords } from './migrate.js'
import * as others from './others.js'
import { checkCommand, fmtCommand, lintCommand, type Program } from './over-files.js'
import { diffWords, gitSetupWords, mergeWords, textconvWords } from './versions.js'

/** What only whole help needs to know. */
export interface Around {
  /** What the help of `convert` ends with. */
  readonly more: string
  /** Tells a shell about all of the others. */
  readonly completions: (program: Program) => void
}

type Define = (program: Program, around: Around) => void

export const commands: ReadonlyMap<string, Define> = new Map<string, Define>([
  ['convert', (program, { more }) => convertWords(program, more)],
  ['check', checkCommand],
  ['lint', lintCommand],
  ['fmt', fmtCommand],
  ['migrate', migrateWords],
  ['apply', applyWords],
  ['sync', others.syncWords],
  ['merge-reports', others.mergeReportsWords],
  ['explain', others.explainWords],
  ['diff', diffWords],
  ['merge', mergeWords],
  ['textconv', textconvWords],
  ['git-setup', gitSetupWords],
  ['link', others.linkWords],
  ['completions', (program, { completions }) => completions(program)],
  ['lsp', others.lspWords],
  ['formats', others.formatsWords],
])
