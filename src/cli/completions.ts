/** `diaglot completions`: what a shell needs to complete the words of a command line, made of the commands themselves. */
import type { Command, Option } from 'commander'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { writeStdout } from './outputs.js'

interface Described {
  readonly name: string
  readonly about: string
  readonly options: readonly {
    readonly words: readonly string[]
    readonly about: string
    readonly takes: boolean
  }[]
}

const shells: Readonly<Record<string, (commands: readonly Described[]) => string>> = { bash, zsh, fish }

/** Prints the completions for a shell. Throws a `CommandError` for one that is not known. */
export async function completionsCommand(shell: string, root: Command): Promise<ExitCode> {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined
  if (!script)
    throw new CommandError(`completions are for ${Object.keys(shells).join(', ')}, not for “${shell}”`)
  await writeStdout(script(root.commands.map(described)))
  return exitCodes.clean
}

const described = (command: Command): Described => ({
  name: command.name(),
  about: command.description(),
  options: [...command.options.map(optionOf), { words: ['--help'], about: 'help', takes: false }],
})

const optionOf = ({ short, long, description, required, optional }: Option) => ({
  words: [short, long].filter(word => word !== undefined),
  about: description,
  takes: required || optional,
})

function bash(commands: readonly Described[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words="${options.flatMap(({ words }) => words).join(' ')}" ;;`,
  )
  return `# diaglot completions bash > /etc/bash_completion.d/diaglot, or: source <(diaglot completions bash)
_diaglot() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _diaglot diaglot
`
}

function zsh(commands: readonly Described[]): string {
  const cases = commands.map(({ name, options }) => {
    const rules = options.flatMap(({ words, about, takes }) =>
      words.map(word => quoted(`${word}[${bracketed(about)}]${takes ? ':value:_files' : ''}`)),
    )
    return `    ${name}) _arguments ${rules.join(' ')} '*:file:_files' ;;`
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
compdef _diaglot diaglot
`
}

function fish(commands: readonly Described[]): string {
  const lines = commands.flatMap(({ name, about, options }) => [
    `complete -c diaglot -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
    ...options.map(({ words, about, takes }) => {
      const names = words.map(word => (word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`))
      const seen = `'__fish_seen_subcommand_from ${name}'`
      return `complete -c diaglot -n ${seen} ${names.join(' ')}${takes ? ' -r' : ''} -d ${quoted(about)}`
    }),
  ])
  return `# diaglot completions fish > ~/.config/fish/completions/diaglot.fish\n${lines.join('\n')}\n`
}

/** A word as all three shells take it. */
const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`

/** In zsh, brackets end what is said of an option, and a colon begins what it takes. */
const bracketed = (text: string): string =>
  text.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ',')
