/** `diaglot link`: the addresses that open the diagrams of a file in an editor. */
import { convertWith } from '../convert.js'
import { inDocument } from '../documents/in-document.js'
import type { Format, FormatEntry } from '../format.js'
import { linkEditors, linkOf } from '../links/links.js'
import { hasErrors, type Message } from '../messages/message.js'
import { readAmong } from '../read.js'
import { formatNamed } from '../registry.js'
import { oneInput } from './compared.js'
import { formatCalled } from './config/config.js'
import { CommandError, type ExitCode, exitCodes } from './exit.js'
import { type Unit, unitsOf } from './files/units.js'
import { writeStdout } from './outputs.js'
import { everyFormat } from './sources.js'
import { oneOf, type ReportOptions, report } from './terminal.js'

export interface LinkOptions extends ReportOptions {
  readonly to?: string
  readonly from?: string
}

interface Made {
  readonly texts: readonly string[]
  readonly messages: readonly Message[]
  readonly source: string
}

/** A line on standard output for each diagram. A text in a format of the editor's goes there as it stands, also where it has errors. */
export async function linkCommand(
  word: string,
  options: LinkOptions,
  formats: readonly FormatEntry[],
): Promise<ExitCode> {
  const editors = linkEditors()
  oneOf(
    '--to',
    options.to,
    editors.map(({ name }) => name),
  )
  const from = options.from === undefined ? undefined : formatCalled(formats, options.from, '--from')
  const input = await oneInput(word)
  const { document, units, found } = await unitsOf(input, await input.load(), formats, from)
  if (units.length === 0) throw new CommandError(`no diagram in ${input.name}`, exitCodes.unreadable)
  const messages: Message[] = [...(found?.messages ?? [])]
  const addresses: string[] = []
  let source = document
  for (const unit of units) {
    const editor =
      editors.find(({ name, formats: own }) =>
        options.to ? name === options.to : own.includes(unit.format.name),
      ) ?? editors[0]!
    const name = editor.formats.includes(unit.format.name) ? unit.format.name : editor.formats[0]!
    const made = await textsFor(unit, await formatNamed(formats, name)!.load(), formats)
    source ??= made.source
    messages.push(...(unit.block ? inDocument(unit.block, made.messages) : made.messages))
    for (const text of made.texts) {
      const link = linkOf(text, { editor: editor.name, format: name })
      addresses.push(`${link.address}\n`)
      messages.push(...link.messages)
    }
  }
  report(messages, { file: input.name, source: source ?? '' }, options)
  await writeStdout(addresses.join(''))
  return hasErrors(messages) ? exitCodes.findings : exitCodes.clean
}

async function textsFor(
  { format, text }: Unit,
  target: Format,
  formats: readonly FormatEntry[],
): Promise<Made> {
  const others = () => everyFormat({ formats })
  if (format.name === target.name) {
    const { messages, source } = await readAmong(format, text, {}, others)
    // A picture that holds a diagram is more than its text.
    const isText = format.inForm === undefined || /^\s*(?:<\?xml[^>]*>\s*)?<mx\w+/.test(source)
    if (isText)
      return { texts: [source], messages: messages.filter(({ severity }) => severity !== 'info'), source }
  }
  const { files, messages, source } = await convertWith(format, target, text, { soundOnly: true, others })
  return { texts: files.map(file => file.text), messages, source }
}
