/**
 * The undo bundle: a file outside of the tree in which stands, line by line, what each file was before it was changed. A line is written
 * before its file is, so that whatever stops a run, all that it did can be undone.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, realpath } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { count, fields, just, type Kind, nothingOr, text } from '../../form/kinds.js'
import { pathFault } from '../../migrate/plan-form.js'
import { readBytes, reasonOf } from '../bytes.js'
import { lstatOf } from '../disk.js'
import { CommandError, exitCodes } from '../exit.js'
import { isInside } from '../folders.js'
import { version } from '../version.js'
import { digestOf } from './digest.js'

const UNDO_VERSION = 1

interface Head {
  readonly diaglotUndo: typeof UNDO_VERSION
  /** The folder that all paths start from. */
  readonly root: string
  readonly version: string
}

/** A file before and after; nothing where it is not there. */
export interface Entry {
  readonly path: string
  readonly before: { readonly digest: string; readonly mode: number; readonly data: string } | null
  readonly after: { readonly digest: string } | null
}

/** Permissions; what makes a program run as somebody else is none of a diagram or a document. */
const mode: Kind = {
  fault: (value, where) =>
    count.fault(value, where) ??
    (Number(value) > 0o777 ? `${where} are no permissions of a file` : undefined),
  schema: { type: 'integer', minimum: 0, maximum: 0o777 },
}
const head = fields({ diaglotUndo: just(UNDO_VERSION), root: text, version: text }, [
  'diaglotUndo',
  'root',
  'version',
])
const path: Kind = {
  fault: (value, where) =>
    text.fault(value, where) ??
    (pathFault(value as string) === undefined ? undefined : `${where} leads out of its folder`),
  schema: text.schema,
}
const entry = fields(
  {
    path,
    before: nothingOr(fields({ digest: text, mode, data: text }, ['digest', 'mode', 'data'])),
    after: nothingOr(fields({ digest: text }, ['digest'])),
  },
  ['path', 'before', 'after'],
)

/** The JSON Schema of a line of a bundle, which the package has as `diaglot/undo.schema.json`: the first is the head. */
export const undoSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A line of an undo bundle of diaglot migrate',
  anyOf: [head.schema, entry.schema],
}

/** What stands in a file, as the bundle keeps it; nothing where there is none. */
export async function stateOf(place: string): Promise<Entry['before']> {
  const found = lstatOf(place)
  if (!found) return null
  const bytes = await readBytes(place)
  return { digest: digestOf(bytes), mode: found.mode & 0o777, data: Buffer.from(bytes).toString('base64') }
}

export class Journal {
  private constructor(
    readonly path: string,
    readonly file: FileHandle,
  ) {}

  /** Begins a bundle. Throws a `CommandError` where it would lie in the tree, or cannot be written. */
  static async begin(root: string, named: string | undefined): Promise<Journal> {
    const path = named === undefined ? await usualPath(root) : resolve(named)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => undefined)
    const folder = await realpath(dirname(path)).catch(() => dirname(path))
    if (isInside(root, folder))
      throw new CommandError(
        `the undo bundle has to lie outside of ${root}, and ${path} does not; name another place with --undo-to`,
      )
    try {
      const file = await open(path, 'wx', 0o600)
      await file.write(`${JSON.stringify({ diaglotUndo: UNDO_VERSION, root, version } satisfies Head)}\n`)
      return new Journal(path, file)
    } catch (error) {
      throw new CommandError(`cannot write the undo bundle ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
    }
  }

  async add(entry: Entry): Promise<void> {
    await this.file.write(`${JSON.stringify(entry)}\n`)
  }

  close = (): Promise<void> => this.file.close()
}

/** In the folder that the system has for what programs remember; where the tree holds that too, among what is for now. */
async function usualPath(root: string): Promise<string> {
  const state = process.env.XDG_STATE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.local', 'state')
  const folders = [resolve(state, 'diaglot', 'undo'), join(tmpdir(), 'diaglot-undo')]
  const folder = folders.find(folder => !isInside(root, folder))
  if (folder === undefined)
    throw new CommandError('where is the undo bundle to lie? Name a place outside of the tree with --undo-to')
  const now = new Date().toISOString().replace(/[-:]|\..*/g, '')
  return join(folder, `${basename(root) || 'root'}-${now}-${randomBytes(3).toString('hex')}.undo`)
}

/**
 * Reads a bundle line by line, the head first. Throws a `CommandError` for what is no bundle, or one that names what no bundle of ours
 * does. A line that a kill cut off is the last one, and says nothing: its file was not written yet.
 */
export async function* entriesOf(path: string): AsyncGenerator<{ head: Head; entry?: Entry }> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
  let first: Head | undefined
  let broken = false
  try {
    for await (const line of lines) {
      if (broken) throw notOne(path, 'a line in it cannot be read')
      const value = parsed(line)
      if (!first) {
        const fault = head.fault(value, 'its first line')
        if (fault !== undefined) throw notOne(path, fault)
        first = value as Head
        yield { head: first }
      } else if (value === undefined) broken = true
      else {
        const fault = entry.fault(value, 'a line')
        if (fault !== undefined) throw notOne(path, fault)
        yield { head: first, entry: value as Entry }
      }
    }
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`cannot read ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
  }
  if (!first) throw notOne(path, 'it is empty')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const notOne = (path: string, why: string): CommandError =>
  new CommandError(`${path} is no undo bundle of diaglot: ${why}`, exitCodes.unreadable)
