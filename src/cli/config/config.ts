/** `diaglot.config.{json,yaml,yml,js,mjs,cjs}`: what a project says once for all commands. */
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import type { FormatEntry } from '../../format.js'
import type { Severity } from '../../messages/message.js'
import { formatNamed, formatOfFile } from '../../registry.js'
import { similar } from '../../text/similar.js'
import { reasonOf } from '../bytes.js'
import { CommandError } from '../exit.js'
import type { Rules } from '../files/settings.js'

export interface Config extends Rules {
  readonly overrides?: readonly (Rules & { readonly files: readonly string[] })[]
  /** Pairs of files that hold the same diagram: the second follows the first. Paths from the folder of the config. */
  readonly pairs?: readonly (readonly [string, string])[]
  /** Files that are passed over, as lines of a `.gitignore`. */
  readonly ignore?: readonly string[]
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
  const { lilconfig } = await import('lilconfig')
  const searcher = lilconfig('diaglot', {
    searchPlaces: NAMES,
    loaders: { '.json': readJson, '.yaml': readYaml, '.yml': readYaml },
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

async function readJson(path: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CommandError(`${relative('.', path)}: ${error instanceof Error ? error.message : error}`)
  }
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

type Check = (value: unknown, where: string) => string | undefined

const text: Check = (value, where) => (typeof value === 'string' ? undefined : `${where} has to be a text`)
const count: Check = (value, where) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : `${where} has to be a whole number from 0`
const listOf =
  (check: Check): Check =>
  (value, where) =>
    Array.isArray(value)
      ? value.map((item, place) => check(item, `${where}[${place}]`)).find(fault => fault !== undefined)
      : `${where} has to be a list`
const severities: readonly string[] = ['off', 'info', 'warning', 'error'] satisfies (Severity | 'off')[]
const entries =
  (check: Check): Check =>
  (value, where) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .map(([name, item]) => check(item, `${where}.${name}`))
          .find(fault => fault !== undefined)
      : `${where} has to be an object`
const severity: Check = (value, where) =>
  severities.includes(String(value)) ? undefined : `${where} is one of ${severities.join(', ')}`
const option: Check = (value, where) =>
  typeof value === 'string' || typeof value === 'boolean'
    ? undefined
    : `${where} has to be a text, true or false`
const pair: Check = (value, where) =>
  Array.isArray(value) && value.length === 2 ? listOf(text)(value, where) : `${where} has to be two files`

const ruleChecks = {
  rules: entries(severity),
  via: listOf(text),
  allow: listOf(text),
  maxLosses: count,
  options: entries(option),
}
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, where) => {
    const shape = entries(() => undefined)(value, where)
    if (shape !== undefined) return shape
    for (const [name, item] of Object.entries(value as object)) {
      const path = where === 'the config' ? name : `${where}.${name}`
      if (name === '$schema') continue
      if (!Object.hasOwn(checks, name)) {
        const meant = similar(name, Object.keys(checks))
        return `there is no “${path}”${meant === undefined ? '' : ` (did you mean “${meant}”?)`}; there are ${Object.keys(checks).join(', ')}`
      }
      const fault = checks[name]!(item, path)
      if (fault !== undefined) return fault
    }
    return undefined
  }
const whole = fields({
  ...ruleChecks,
  overrides: listOf(fields({ files: listOf(text), ...ruleChecks })),
  pairs: listOf(pair),
  ignore: listOf(text),
})

function checked(value: unknown, path: string, formats: readonly FormatEntry[]): Config {
  const fault = whole(value, 'the config')
  if (fault !== undefined) throw new CommandError(`${path}: ${fault}`)
  const config = value as Config
  for (const name of [config, ...(config.overrides ?? [])].flatMap(({ via = [] }) => via))
    formatCalled(formats, name, `${path}: via`)
  return config
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
