/** `-O name=value`, and flags such as `--compress`: the options of the formats that a call reads or writes. */
import type { Format, FormatEntry, FormatOptions } from '../format.js'
import { optionFault, type Using } from '../options.js'
import type { Config } from './config/config.js'
import { CommandError } from './exit.js'
import { nameAndValue } from './option-words.js'
import { everyFormat } from './sources.js'

interface Asked {
  readonly option?: readonly string[]
  readonly flags?: FormatOptions
  readonly update?: string | boolean
}

/** The options that were asked for. One that no format at hand takes is bad usage. */
export async function formatOptionsOf(
  { option = [], flags = {}, update }: Asked,
  formats: readonly FormatEntry[],
  target: Format,
  sources: () => Promise<readonly Format[]>,
): Promise<FormatOptions> {
  const options: FormatOptions = Object.fromEntries(option.map(nameAndValue))
  // Most calls have no options, and need not know what every input is.
  if (option.length > 0) {
    const reading = (await sources()).map(format => ({ format, use: 'read' as const }))
    const uses = usesOf(target, update)
    const fault = optionFault(options, [...reading, ...uses])
    if (fault !== undefined) throw new CommandError(fault)
  }
  for (const flag of Object.keys(flags)) {
    const own = target.options?.find(({ name }) => name === flag)
    if (own && usesOf(target, update).some(({ use }) => own.for.includes(use))) continue
    const rules = (await sources()).map(({ options: known = [] }) => known.find(({ name }) => name === flag))
    if (rules.some(rule => rule?.for.includes('read'))) continue
    if (own) throw new CommandError(`--${flag} says what --update brings up to date`)
    const takers = formats.filter(format => format.flags?.some(({ option }) => option === flag))
    const titles = await Promise.all(takers.map(async ({ load }) => (await load()).title))
    throw new CommandError(`--${flag} is for ${titles.join(', ')}, not for ${target.title}`)
  }
  if (Object.keys(flags).length === 0) return options
  const fault = optionFault(flags, [
    ...(await sources()).map(format => ({ format, use: 'read' as const })),
    ...usesOf(target, update),
  ])
  if (fault !== undefined) throw new CommandError(fault)
  return { ...options, ...flags }
}

const usesOf = (format: Format, update: string | boolean | undefined): Using[] => [
  { format, use: 'write' },
  ...(update === undefined ? [] : [{ format, use: 'update' } as const]),
]

/** The extension that a file is written under, of those that stand for options: the longest that it ends in. */
const extensionOf = ({ extensionOptions = {} }: Format, file: string): string | undefined =>
  Object.keys(extensionOptions)
    .filter(extension => file.toLowerCase().endsWith(extension))
    .sort((a, b) => b.length - a.length)[0]

/** What the name of the file to write says of how. */
export function optionsOfFile(target: Format, file: string | boolean | undefined): FormatOptions {
  const extension = typeof file === 'string' ? extensionOf(target, file) : undefined
  return (extension !== undefined && target.extensionOptions?.[extension]) || {}
}

/** The extension of new files that are written with options. */
export function extensionWith({ extensions, extensionOptions = {} }: Format, options: FormatOptions): string {
  const [fitting] = Object.entries(extensionOptions).find(([, own]) =>
    Object.entries(own).every(([name, value]) => options[name] === value),
  ) ?? [extensions[0]]
  return fitting ?? ''
}

/** As `mustTake`, of what a config says of all files and of some. */
export async function mustTakeAll({ options, overrides = [] }: Config, formats: readonly FormatEntry[]) {
  await mustTake(options, formats)
  for (const [place, own] of overrides.entries())
    await mustTake(own.options, formats, `overrides[${place}].options: `)
}

/** Throws a `CommandError` for an option that no format takes, or not so: files may be of any format. @param where they stand, for the sentence */
export async function mustTake(
  options: FormatOptions = {},
  formats: readonly FormatEntry[],
  where = '',
): Promise<void> {
  if (Object.keys(options).length === 0) return
  const all = (await everyFormat({ formats })).filter(format => format.options !== undefined)
  const uses = all.flatMap(format => (['read', 'write'] as const).map(use => ({ format, use })))
  const fault = optionFault(options, uses)
  if (fault !== undefined) throw new CommandError(`${where}${fault}`)
}
