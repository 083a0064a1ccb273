/** `diaglot completions`: what a shell needs to complete the words of a command line, made of the commands themselves. */
import type { Command, Option } from 'commander'
import type { FormatEntry } from '../format.js'
import { linkEditors } from '../links/links.js'
import { fenceWays } from '../migrate/plan-form.js'
import { knownOf } from './codes.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { cacheStrategies } from './files/cache.js'
import { pagesWords } from './job.js'
import { writeStdout } from './outputs.js'
import { reporters } from './reporters/index.js'
import { colorWords } from './terminal.js'

interface Described {
  readonly name: string
  readonly about: string
  readonly options: readonly {
    readonly words: readonly string[]
    readonly about: string
    readonly takes: boolean
    /** The words that it takes, where these are few; else it takes files. */
    readonly values: readonly string[]
  }[]
  /** The same for its arguments. */
  readonly values: readonly string[]
}

const shells: Readonly<Record<string, (commands: readonly Described[]) => string>> = { bash, zsh, fish }

/** The words that options and arguments take, where these are few. */
async function valuesIn(formats: readonly FormatEntry[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = formats.map(({ name }) => name)
  const { others, known } = await knownOf(formats)
  const codes = [...known.keys()].sort()
  const flags = formats.flatMap(({ flags = [] }) => flags.map(({ option }) => option))
  const ofFlags = others.flatMap(({ options = [] }) =>
    options.flatMap(({ name, values, offers }): [string, readonly string[]][] =>
      flags.includes(name) ? [[`--${name}`, offers?.() ?? values]] : [],
    ),
  )
  return new Map<string, readonly string[]>([
    ...ofFlags,
    ['code', codes],
    ['--allow', codes],
    ['--only', codes],
    ['--from', names],
    ['--to', names],
    ['--to <editor>', linkEditors().map(({ name }) => name)],
    ['--via', names],
    ['--reporter', Object.keys(reporters)],
    ['--color', colorWords],
    ['--pages', pagesWords],
    ['--cache-strategy', cacheStrategies],
    ['--fences', fenceWays],
    ['shell', Object.keys(shells)],
  ])
}

/** Prints the completions for a shell. Throws a `CommandError` for one that is not known. */
export async function completionsCommand(
  shell: string,
  root: Command,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined
  if (!script)
    throw new CommandError(`completions are for ${Object.keys(shells).join(', ')}, not for “${shell}”`)
  const values = await valuesIn(formats)
  const optionOf = ({ short, long, flags, description, required, optional }: Option) => ({
    words: [short, long].filter(word => word !== undefined),
    about: description,
    takes: required || optional,
    values: values.get(flags) ?? values.get(long ?? '') ?? [],
  })
  const described = (command: Command): Described => ({
    name: command.name(),
    about: command.description(),
    options: [
      ...command.options.map(optionOf),
      { words: ['--help'], about: 'help', takes: false, values: [] },
    ],
    values: command.registeredArguments.flatMap(argument => values.get(argument.name()) ?? []),
  })
  const commands = root.commands.map(described)
  // Commander has this one of its own, and lists it nowhere.
  const help = {
    name: 'help',
    about: 'help for a command',
    options: [],
    values: commands.map(({ name }) => name),
  }
  await writeStdout(script([...commands, help]))
  return exitCodes.clean
}

function bash(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options, values }) => {
    const taking = options.flatMap(({ words, values }) =>
      values.length === 0 ? [] : [`      ${words.join('|')}) values="${values.join(' ')}" ;;`],
    )
    const own = values.length === 0 ? [] : [`      *) [[ "$word" == -* ]] || values="${values.join(' ')}" ;;`]
    const lines = [...taking, ...own]
    const chosen = lines.length === 0 ? [] : ['      case "$before" in', ...lines, '      esac']
    return [
      `    ${name})`,
      `      words="${options.flatMap(({ words }) => words).join(' ')}"`,
      ...chosen,
      '      ;;',
    ].join('\n')
  })
  return `# diaglot completions bash > /etc/bash_completion.d/diaglot, or: source <(diaglot completions bash)
_diaglot() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words="" values=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [ -n "$values" ]; then
    compopt +o filenames 2> /dev/null
    COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _diaglot diaglot
`
}

function zsh(commands: readonly Described[]): string {
  const given = (values: readonly string[]) => (values.length === 0 ? '_files' : `(${values.join(' ')})`)
  const cases = commands.map(({ name, options, values }) => {
    const rules = options.flatMap(({ words, about, takes, values }) =>
      words.map(word => quoted(`${word}[${bracketed(about)}]${takes ? `:value:${given(values)}` : ''}`)),
    )
    return `    ${name}) _arguments ${rules.join(' ')} '*:file:${given(values)}' ;;`
  })
  const names = commands.map(({ name, about }) => quoted(`${name}:${about}`))
  return `#compdef diaglot
# diaglot completions zsh > "\${fpath[1]}/_diaglot"
_diaglot() {
  if (( CURRENT == 2 )); then
    local -a commands=(${names.join(' ')})
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = _diaglot ]; then
  _diaglot "$@"
else
  compdef _diaglot diaglot
fi
`
}

function fish(commands: readonly Described[]): string {
  const lines = commands.flatMap(({ name, about, options, values }) => [
    `complete -c diaglot -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
    ...(values.length > 0
      ? [`complete -c diaglot -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(values.join(' '))}`]
      : []),
    ...options.map(({ words, about, takes, values }) => {
      const names = words.map(word => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`))
      const seen = `'__fish_seen_subcommand_from ${name}'`
      return `complete -c diaglot -n ${seen} ${names.join(' ')}${takes ? ' -r' : ''}${values.length > 0 ? ` -f -a ${quoted(values.join(' '))}` : ''} -d ${quoted(about)}`
    }),
  ])
  return `# diaglot completions fish > ~/.config/fish/completions/diaglot.fish\n${lines.join('\n')}\n`
}

/** A word as all three shells take it. */
const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`

/** In zsh, brackets end what is said of an option, and a colon begins what it takes. */
const bracketed = (text: string): string =>
  text.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ',')
