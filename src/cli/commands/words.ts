/**
 * What the words of a command may be. The definitions of commands say it in commander's own way; a call that is plain is understood here,
 * and commander, which is half as large as an empty Node process is slow to load, is there for help, for mistakes and for everything else.
 */

/** What an option makes of the word behind it, and of those before. */
// biome-ignore lint/suspicious/noExplicitAny: commander's own type, which what it makes of words has none in
type Parse = (word: string, previous: any) => unknown

/** A command as it is defined: of commander, or for a plain call. */
export interface CommandWords {
  command(name: string): CommandWords
  description(text: string): this
  argument(flags: string, about: string): this
  /** @param parse what the word becomes, or what stands for the option where it is left out */
  option(flags: string, about: string, parse?: Parse | string): this
  addHelpText(place: 'after', text: string): this
  // biome-ignore lint/suspicious/noExplicitAny: every command takes what its own arguments and options are
  action(does: (...given: any[]) => Promise<void>): this
}

interface Option {
  readonly key: string
  readonly isNegative: boolean
  /** Whether a word belongs to it: always, never, or one that may be left out and several, which commander is asked about. */
  readonly takes: 'word' | 'nothing' | 'other'
  readonly parse: Parse | undefined
}

/** As commander names the value of `--changed-since`: `changedSince`. */
export const keyOf = (option: string): string =>
  option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A command of which only what a plain call needs is kept. */
class PlainCommand implements CommandWords {
  readonly #options = new Map<string, Option>()
  readonly #defaults = new Map<string, unknown>()
  readonly #arguments: string[] = []
  does: ((...given: unknown[]) => Promise<void>) | undefined

  constructor(
    readonly name: string,
    readonly commands: Map<string, PlainCommand> = new Map(),
  ) {}

  command(name: string): PlainCommand {
    const command = new PlainCommand(name)
    this.commands.set(name, command)
    return command
  }

  description(): this {
    return this
  }

  argument(flags: string): this {
    this.#arguments.push(flags)
    return this
  }

  option(flags: string, _about: string, parse?: Parse | string): this {
    const [, short, long = '', behind = ''] = /^(?:(-\w), )?--([\w-]+)(?: (.*))?$/.exec(flags) ?? []
    const isNegative = long.startsWith('no-')
    const key = keyOf(isNegative ? long.slice(3) : long)
    const option: Option = {
      key,
      isNegative,
      takes: behind === '' ? 'nothing' : /^<[^.]+>$/.test(behind) ? 'word' : 'other',
      parse: typeof parse === 'function' ? parse : undefined,
    }
    if (short !== undefined) this.#options.set(short, option)
    this.#options.set(`--${long}`, option)
    if (typeof parse === 'string') this.#defaults.set(key, parse)
    else if (isNegative && !this.#options.has(`--${long.slice(3)}`)) this.#defaults.set(key, true)
    return this
  }

  addHelpText(): this {
    return this
  }

  action(does: (...given: unknown[]) => Promise<void>): this {
    this.does = does
    return this
  }

  /** The arguments and the options, as an action is given them; nothing for words that commander has to look at. */
  given(words: readonly string[]): unknown[] | undefined {
    const operands: string[] = []
    const said: (readonly [Option, string])[] = []
    for (let place = 0; place < words.length; place++) {
      const word = words[place]!
      if (word === '-' || !word.startsWith('-')) {
        operands.push(word)
        continue
      }
      const [, name, value] = /^(--[^=]+)=([\s\S]*)$/.exec(word) ?? []
      const option = this.#options.get(name ?? word)
      if (!option || option.takes === 'other' || (value !== undefined && option.takes === 'nothing'))
        return undefined
      const behind = option.takes === 'nothing' ? '' : (value ?? words[++place])
      const isOption = value === undefined && behind !== '-' && behind?.startsWith('-')
      if (behind === undefined || isOption) return undefined
      said.push([option, behind])
    }
    const own = this.#ofArguments(operands)
    return own && [...own, this.#valuesOf(said)]
  }

  /** A word may be wrong: it is looked at where nothing else is. */
  #valuesOf(said: readonly (readonly [Option, string])[]): Readonly<Record<string, unknown>> {
    const values = Object.fromEntries(this.#defaults)
    for (const [{ key, takes, isNegative, parse }, word] of said) {
      if (takes === 'nothing') values[key] = !isNegative
      else values[key] = parse ? parse(word, values[key]) : word
    }
    return values
  }

  #ofArguments(operands: readonly string[]): unknown[] | undefined {
    const [first] = this.#arguments
    if (first?.includes('...')) return first.startsWith('<') && operands.length === 0 ? undefined : [operands]
    const needed = this.#arguments.filter(flags => flags.startsWith('<')).length
    if (operands.length < needed || operands.length > this.#arguments.length) return undefined
    return this.#arguments.map((_, place) => operands[place])
  }
}

/** What does what the words ask for; nothing where commander has to look at them. @param define defines the command of that name */
export function plainCall(
  [name, ...words]: readonly string[],
  define: (name: string, root: CommandWords) => void,
): (() => Promise<void>) | undefined {
  if (name === undefined) return undefined
  const root = new PlainCommand('')
  define(name, root)
  const command = root.commands.get(name)
  const given = command?.given(words)
  return given && command?.does && (() => command.does!(...given))
}
