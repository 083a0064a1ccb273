/** `diaglot git-setup`: what git has to know to show, compare and merge diagrams by what they say. */
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { documentKinds } from '../documents/documents.js'
import type { FormatEntry } from '../format.js'
import { type ExitCode, exitCodes } from './exit.js'
import { git } from './files/git.js'
import { writeStdout, writeWhole } from './outputs.js'

export interface GitSetupOptions {
  readonly global?: boolean
  readonly dryRun?: boolean
}

/** By its name in git's config: what git is to call. It fills in the names of files. */
const CONFIG: readonly (readonly [key: string, value: string])[] = [
  ['diff.diaglot.textconv', 'diaglot textconv'],
  ['difftool.diaglot.cmd', 'diaglot diff "$LOCAL" "$REMOTE"'],
  ['difftool.diaglot.trustExitCode', 'false'],
  ['merge.diaglot.name', 'diagrams, merged by what they say'],
  ['merge.diaglot.driver', 'diaglot merge %O %A %B -o %A --path %P'],
]

/** A line for each kind of document, whose diagrams are merged by what they say; git shows their words as before. */
export const documentLines: readonly string[] = documentKinds.flatMap(({ extensions }) =>
  extensions.map(extension => `*${extension} merge=diaglot`),
)

/** A line for each extension of formats that can be merged in their texts. */
export async function attributeLines(formats: readonly FormatEntry[]): Promise<string[]> {
  const lines: string[] = []
  for (const { extensions, load, inFolders = true } of formats) {
    const format = await load()
    if (!format.read || !inFolders) continue
    for (const extension of extensions) {
      // Pictures and pages that hold a diagram are shown by what they say, and stay whole, whatever holds for pages.
      const isText = format.put !== undefined && extension.lastIndexOf('.') === 0
      const isPage =
        !isText && documentKinds.some(kind => kind.extensions.some(end => extension.endsWith(end)))
      lines.push(`*${extension} diff=diaglot${isText ? ' merge=diaglot' : isPage ? ' !merge' : ''}`)
    }
  }
  return lines
}

export async function gitSetupCommand(
  { global = false, dryRun = false }: GitSetupOptions,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const scope = global ? '--global' : '--local'
  const file = await attributesFile(global)
  const known = await readFile(file, 'utf8').catch(() => '')
  const there = new Set(known.split(/\r?\n/).map(line => line.trim()))
  const isNew = (line: string) => !there.has(line)
  // What a project says of some of its documents, such as `CHANGELOG.md merge=union`, stands behind, and counts.
  const first = documentLines.filter(isNew)
  const last = (await attributeLines(formats)).filter(isNew)
  const fresh = [...first, ...last]
  const settings: (readonly [string, string])[] = []
  for (const [key, value] of CONFIG) if ((await settingOf(scope, key)) !== value) settings.push([key, value])
  const said = [
    ...(fresh.length > 0 ? [`${file}:`, ...fresh.map(line => `  ${line}`)] : []),
    ...settings.map(([key, value]) => `git config ${scope} ${key} '${value}'`),
  ]
  await writeStdout(said.length === 0 ? 'git knows all of it already\n' : `${said.join('\n')}\n`)
  if (dryRun) return exitCodes.clean
  if (fresh.length > 0) {
    const own = known === '' || known.endsWith('\n') ? known : `${known}\n`
    const ended = (lines: readonly string[]) => lines.map(line => `${line}\n`).join('')
    await writeWhole(file, `${ended(first)}${own}${ended(last)}`)
  }
  for (const [key, value] of settings) await git(['config', scope, key, value])
  return exitCodes.clean
}

/** The file of a repository at its top; of a user, the one that git reads. */
async function attributesFile(global: boolean): Promise<string> {
  if (!global) return join((await git(['rev-parse', '--show-toplevel'])).toString().trim(), '.gitattributes')
  const named = await settingOf('--global', 'core.attributesFile')
  if (named) return named.replace(/^~(?=\/)/, homedir())
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'git', 'attributes')
}

async function settingOf(scope: string, key: string): Promise<string | undefined> {
  const found = await git(['config', scope, '--default', '', '--get', key])
  return found.toString().replace(/\n$/, '') || undefined
}
