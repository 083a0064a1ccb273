/** `diaglot diff`: what changed between two diagrams, or since a version that git has. */
import type { DiagramDifference } from '../diff/diagrams.js'
import type { ComparedFiles } from '../diff/report/report.js'
import type { FormatEntry } from '../format.js'
import { formatOfFile } from '../registry.js'
import type { Sides } from './against.js'
import { oneInput, type ReadOptions, sideOf } from './compared.js'
import { configFor, formatCalled } from './config/config.js'
import { countsOf } from './counts.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { writeStdout, writeWhole } from './outputs.js'
import { colorWords, oneOf, say, wantsColor } from './terminal.js'

export interface DiffOptions extends ReadOptions {
  readonly json?: boolean
  readonly markdown?: boolean
  readonly svg?: boolean
  readonly output?: string
  readonly against?: string
  readonly config?: string | false
}

export async function diffCommand(
  words: readonly string[],
  options: DiffOptions,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  oneOf('--color', options.color, colorWords)
  const forms = (['json', 'markdown', 'svg'] as const).filter(form => options[form])
  if (forms.length > 1) throw new CommandError(`--${forms[0]} and --${forms[1]} are two forms: choose one`)
  const { config } = await configFor(process.cwd(), options.config, formats)
  const docComments = options.docComments ?? config.docComments ?? false
  const { pairs, worst } = sound(await pairsOf(words, { ...options, docComments }, formats))
  if (!options.quiet) for (const pair of pairs) sayPassedOver(pair)
  if (options.svg && pairs.length > 1)
    throw new CommandError('--svg draws one picture, of two files; name one file with --against')
  const { comparedTexts } = await import('../diff/diagrams.js')
  const files = pairs.map(([before, after]) => ({
    before: before.name,
    after: after.name,
    diagrams: comparedTexts(before.diagrams, after.diagrams),
  }))
  const differ = files.some(({ diagrams }) => diagrams.some(({ differences }) => differences.length > 0))
  const text = options.svg ? await pictureOf(files[0], formats) : await reported(files, options)
  if (options.output === undefined || options.output === '-') {
    if (!options.quiet) await writeStdout(text)
  } else await writeWhole(options.output, text)
  if (worst > exitCodes.clean) return worst
  return differ ? exitCodes.findings : exitCodes.clean
}

/** The pairs that can be compared. What is wrong with others is said; where there is only that, it is thrown. */
function sound(all: readonly (Sides | CommandError)[]): {
  readonly pairs: readonly Sides[]
  readonly worst: ExitCode
} {
  const [first] = all
  if (all.length === 1 && first instanceof CommandError) throw first
  const pairs: Sides[] = []
  let worst: ExitCode = exitCodes.clean
  for (const one of all) {
    if (!(one instanceof CommandError)) pairs.push(one)
    else {
      say(one.message)
      if (one.exitCode > worst) worst = one.exitCode
    }
  }
  return { pairs, worst }
}

/** Diagrams of a document that nothing reads are not compared, and named: those of the newer side, where both have some. */
function sayPassedOver([before, after]: Sides): void {
  const { name, passedOver } = after.passedOver.length > 0 ? after : before
  const kinds = [...countsOf(passedOver)].map(([kind, times]) => `${times} ${kind}`)
  if (kinds.length > 0) say(`not compared in ${name}: ${kinds.join(', ')}`)
}

async function pairsOf(
  words: readonly string[],
  options: DiffOptions,
  formats: readonly FormatEntry[],
): Promise<(Sides | CommandError)[]> {
  const asked = options.from === undefined ? undefined : formatCalled(formats, options.from)
  if (options.against !== undefined) {
    const { sidesSince } = await import('./against.js')
    return sidesSince(options.against, words, formats, options, asked)
  }
  const [before, after] = words
  if (before === undefined || after === undefined || words.length > 2)
    throw new CommandError('two files are compared: diaglot diff A B; or files with a version: --against REF')
  if (before === '-' && after === '-') throw new CommandError('only one of the two can be standard input')
  const inputs = [await oneInput(before), await oneInput(after)]
  const [a, b] = inputs as [(typeof inputs)[0], (typeof inputs)[0]]
  return [[await sideOf(a, formats, options, asked), await sideOf(b, formats, options, asked)]]
}

async function reported(files: readonly ComparedFiles[], { json, markdown, color }: DiffOptions) {
  if (json) return (await import('../diff/report/json.js')).jsonDifferences(files)
  if (markdown) return (await import('../diff/report/markdown.js')).markdownDifferences(files)
  const { prettyDifferences } = await import('../diff/report/pretty.js')
  return prettyDifferences(files, wantsColor(color, process.stdout))
}

/** One picture of both: of several diagrams, the first that changed. */
async function pictureOf(files: ComparedFiles | undefined, formats: readonly FormatEntry[]): Promise<string> {
  const diagrams = files?.diagrams ?? []
  const shown = diagrams.find(({ differences }) => differences.length > 0) ?? diagrams[0]
  if (!shown) throw new CommandError('there is no diagram to draw', exitCodes.unreadable)
  const svg = await formatOfFile(formats, '.svg')?.load()
  if (!svg) throw new CommandError('there is no format that draws SVG')
  const { diffPicture } = await import('../diff/draw.js')
  return diffPicture(shown as DiagramDifference, svg)
}
