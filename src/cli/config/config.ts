/** `diaglot.config.{json,yaml,yml,js,mjs,cjs}`: what a project says once for all commands. */
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FormatEntry } from '../../format.js'
import { formatNamed, formatOfFile } from '../../registry.js'
import { similar } from '../../text/similar.js'
import { reasonOf } from '../bytes.js'
import { CommandError } from '../exit.js'
import type { Rules } from '../files/settings.js'
import { configFault } from './fields.js'

export interface Config extends Rules {
  readonly overrides?: readonly (Rules & { readonly files: readonly string[] })[]
  /** Pairs of files that hold the same diagram: the second follows the first. Paths from the folder of the config. */
  readonly pairs?: readonly (readonly [string, string])[]
  /** Files that are passed over, as lines of a `.gitignore`. */
  readonly ignore?: readonly string[]
  /** Whether comments of source code are documents, too. */
  readonly docComments?: boolean
}

export interface Found {
  readonly config: Config
  /** The folder that its paths start from. */
  readonly root: string
  /** Nothing where there is no config. */
  readonly path?: string
}

const NAMES = ['json', 'yaml', 'yml', 'js', 'mjs', 'cjs'].map(ending => `diaglot.config.${ending}`)

/** Finds the config upward from a folder, or reads the one that is named. Throws a `CommandError` for one that is not as it has to be. */
export async function configFor(
  folder: string,
  named: string | false | undefined,
  formats: readonly FormatEntry[],
): Promise<Found> {
  if (named === false) return { config: {}, root: folder }
  // Most folders have none, and need nothing that reads one.
  if (named === undefined && !mayHaveConfig(folder)) return { config: {}, root: folder }
  const { lilconfig } = await import('lilconfig')
  const searcher = lilconfig('diaglot', {
    searchPlaces: NAMES,
    loaders: {
      '.json': readJson,
      '.yaml': readYaml,
      '.yml': readYaml,
      '.js': readScript,
      '.mjs': readScript,
      '.cjs': readScript,
    },
  })
  const found = await (named === undefined ? searcher.search(folder) : searcher.load(resolve(named))).catch(
    error => {
      if (error instanceof CommandError) throw error
      throw new CommandError(
        `cannot read the config${named === undefined ? '' : ` ${named}`}: ${reasonOf(error)}`,
      )
    },
  )
  if (!found) return { config: {}, root: folder }
  return {
    config: checked(found.config ?? {}, relative('.', found.filepath), formats),
    root: dirname(found.filepath),
    path: found.filepath,
  }
}

/** Whether a config stands in a folder or above it. */
function mayHaveConfig(folder: string): boolean {
  if (NAMES.some(name => existsSync(join(folder, name)))) return true
  const above = dirname(folder)
  return above !== folder && mayHaveConfig(above)
}

async function readJson(path: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandError(`${relative('.', path)}: ${error instanceof Error ? error.message : error}`)
  }
}

/** Node keeps a module for good: one that changed has another address, so that who goes on sees what stands there now. */
async function readScript(path: string): Promise<unknown> {
  const address = pathToFileURL(path)
  address.searchParams.set('changed', String(statSync(path).mtimeMs))
  const { createRequire } = await import('node:module')
  delete createRequire(path).cache[path]
  return ((await import(address.href)) as { readonly default?: unknown }).default
}

async function readYaml(path: string, text: string): Promise<unknown> {
  const { load } = await import('js-yaml')
  try {
    return load(text)
  } catch (error) {
    throw new CommandError(
      `${relative('.', path)}: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    )
  }
}

/** What a program gives may throw when it is looked at. */
function faultOf(value: unknown): string | undefined {
  try {
    return configFault(value)
  } catch (error) {
    return `it throws ${reasonOf(error)}`
  }
}

function checked(value: unknown, path: string, formats: readonly FormatEntry[]): Config {
  const fault = faultOf(value)
  if (fault !== undefined) throw new CommandError(`${path}: ${fault}`)
  const config = value as Config
  const named = <T extends Rules>(rules: T, where: string): T =>
    rules.via === undefined ? rules : { ...rules, via: viaOf(formats, rules.via, where) }
  return {
    ...named(config, `${path}: via`),
    ...(config.overrides && {
      overrides: config.overrides.map((own, place) => named(own, `${path}: overrides[${place}].via`)),
    }),
  }
}

/** The names of formats that a diagram can pass through and come back from. Throws a `CommandError` for one that there is not, or that is only written or read. */
export function viaOf(formats: readonly FormatEntry[], names: readonly string[], where: string): string[] {
  return names.map(word => {
    const { name, only } = formatCalled(formats, word, where)
    if (only === undefined) return name
    const both = formats.filter(format => format.only === undefined).map(format => format.name)
    const why = only === 'read' ? 'is only read, and never written' : 'is only written, and never read back'
    throw new CommandError(`${where}: “${name}” ${why}; there and back lead ${both.join(', ')}`)
  })
}

/** A format by its name or an extension (`mmd`, `gv`, `fz`); throws a `CommandError` where there is none. */
export function formatCalled(formats: readonly FormatEntry[], name: string, where?: string): FormatEntry {
  const word = name.toLowerCase().replace(/^\./, '')
  const found = formatNamed(formats, word) ?? formatOfFile(formats, `x.${word}`)
  if (found) return found
  const names = formats.map(format => format.name)
  const meant = similar(name, names)
  const at = where === undefined ? '' : `${where}: `
  throw new CommandError(
    `${at}there is no format “${name}”${meant === undefined ? '' : ` (did you mean “${meant}”?)`}; there are ${names.join(', ')}`,
  )
}

/** The config as `--print-config` shows it. */
export async function printed({ config, root, path }: Found): Promise<string> {
  return `${JSON.stringify({ path: path ?? null, root, config }, null, 2)}\n`
}

/** The text of an ignore file, empty where there is none. */
export const ignoreFile = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '')
