/** A command over files that goes on: for each file that changes it is done again, for this file alone. */
import { basename, resolve } from 'node:path'
import { configFor } from './config/config.js'
import { CommandError, type ExitCode, failureOf } from './exit.js'
import { type OverFilesOptions, type Own, overFiles, type Surroundings } from './over-files.js'
import { pairsOf } from './pairs/pairs.js'
import { say } from './terminal.js'

/** Editors write a file in several steps, and git many files at once: so many milliseconds of quiet are waited for. */
const QUIET = 100

/** What decides about all files. */
const DECIDES = /^(?:diaglot\.config\.\w+|\.gitignore|\.diaglotignore)$/

/** As `overFiles`; ends when the process is interrupted, as the last run did. */
export async function watchFiles(
  words: readonly string[],
  options: OverFilesOptions,
  own: Own,
  done: string,
  around: Surroundings,
): Promise<ExitCode> {
  mustSuit(words, options)
  const run = (only?: ReadonlySet<string>) => overFiles(words, options, own, done, around, only)
  const { path, ...found } = await configFor(process.cwd(), options.config, around.formats)
  const pairs = pairsOf(options.same ?? [], found).flat()
  let code = await run()
  const { watch } = await import('chokidar')
  const watcher = watch([...words.map(fixedPart), ...pairs, ...(path === undefined ? [] : [path])], {
    ignoreInitial: true,
    ignored: name => /^(?:node_modules|\.git)$/.test(basename(name)),
  })
  const again = async (changed: ReadonlySet<string>): Promise<void> => {
    const all = [...changed].some(name => name === path || DECIDES.test(basename(name)))
    try {
      code = await run(all ? undefined : changed)
    } catch (error) {
      const { text, exitCode } = failureOf(error, 'diaglot')
      for (const line of text.split('\n')) say(line)
      code = exitCode
    }
  }
  await new Promise<void>(resolved => {
    onceQuiet(tell => watcher.on('all', (_, name) => tell(resolve(name))), again)
    watcher.on('ready', () => process.stderr.write('Waiting for files to change; Ctrl-C ends.\n'))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolved)
  })
  await watcher.close()
  return code
}

/** Gathers names until none has come for a while, and hands them on: one lot after the other. */
function onceQuiet(
  start: (tell: (name: string) => void) => void,
  hand: (names: ReadonlySet<string>) => Promise<void>,
): void {
  let names = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let before = Promise.resolve()
  start(name => {
    names.add(name)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const lot = names
      names = new Set()
      before = before.then(() => hand(lot))
    }, QUIET)
  })
}

/** Of a glob, the folder that it starts from. */
function fixedPart(word: string): string {
  const sign = word.search(/[*?[{(!]/)
  if (sign < 0) return word
  return word.slice(0, word.lastIndexOf('/', sign) + 1) || '.'
}

function mustSuit(words: readonly string[], options: OverFilesOptions): void {
  const { staged, changedSince, shard, updateBaseline } = options
  const wrong = [
    words.includes('-') && 'standard input',
    staged && '--staged',
    changedSince !== undefined && '--changed-since',
    shard !== undefined && '--shard',
    updateBaseline && '--update-baseline',
  ].find(word => typeof word === 'string')
  if (wrong) throw new CommandError(`--watch looks at files that change, and ${wrong} is something else`)
}
