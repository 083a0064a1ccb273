/** What a worker does for each kind of question. */
import { fix, fmt, linkEditors, linkOf, lint, openedAddress, read, readingOf, write } from '../../src/core.js'
import { formatOfName, isFormat, likelyFormat } from '../shared/formats.js'
import type { AnswerOf, Asks, Kind, RequestOf, Written } from '../shared/protocol.js'
import { convert, follow } from './convert.js'
import { draw } from './draw.js'
import { few } from './few.js'
import { complete, hover, ids, rename, tokens } from './language.js'
import { everyFormat, formatFound, loaded } from './load.js'
import { sourceOf } from './source.js'

async function look(written: Written): Promise<AnswerOf<'look'>> {
  const source = await sourceOf(written)
  if (!source) return { messages: [], total: 0, count: 0, size: 0 }
  const { format, reading } = source
  const { messages } = lint(written.text, { format })
  const [first] = reading.graphs
  const size = reading.graphs.reduce((sum, { nodes, edges }) => sum + nodes.size + edges.length, 0)
  return {
    ...(isFormat(format.name) && { format: format.name }),
    // Where the text turned out to be in another format, reading says so and the linter does not.
    ...few(reading.format === undefined ? messages : reading.messages),
    count: reading.graphs.length,
    size,
    ...(first && size <= LARGEST_READ && { reading: readingOf(first) }),
  }
}

/** Nobody has more than this read to them. */
const LARGEST_READ = 2000

async function open({ bytes, file }: RequestOf<'open'>): Promise<AnswerOf<'open'>> {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 4000))
  const name = formatOfName(file) ?? likelyFormat(beginning)
  const format = await loaded(name)
  const first = read(bytes, { format })
  const { source, messages } = first
  const found = first.graphs.length > 0 ? name : (await formatFound(source))?.name
  return {
    text: source,
    messages: source === '' ? messages : [],
    ...(found && isFormat(found) && { format: found }),
  }
}

async function unlink({ address }: RequestOf<'unlink'>): Promise<AnswerOf<'unlink'>> {
  const { text, format, messages } = openedAddress(address)
  return { messages, ...(text !== undefined && { text }), ...(format && isFormat(format) && { format }) }
}

async function links({ source: written }: RequestOf<'links'>): Promise<AnswerOf<'links'>> {
  const source = await sourceOf(written)
  if (!source) return []
  const { format: own, reading } = source
  const made: { title: string; address: string; long: boolean }[] = []
  for (const { name: editor, title, formats } of linkEditors()) {
    const format = formats.includes(own.name) ? own.name : formats[0]!
    const text =
      format === own.name || !isFormat(format)
        ? written.text
        : (await write(reading.graphs, { format: await loaded(format), from: own, layouts: reading.layouts }))
            .text
    const { address, messages } = linkOf(text, { editor, format })
    made.push({ title, address, long: messages.length > 0 })
  }
  return made
}

async function tidy(written: Written): Promise<AnswerOf<'tidy'>> {
  const source = await sourceOf(written)
  if (!source?.format.fmt) return { text: written.text, messages: [] }
  const { text, messages } = await fmt(written.text, { format: source.format })
  return { text, messages }
}

async function mend(written: Written): Promise<AnswerOf<'fix'>> {
  const source = await sourceOf(written)
  if (!source) return { text: written.text, count: 0 }
  const { text, applied } = fix(written.text, { format: source.format, formats: await everyFormat() })
  return { text, count: applied.length }
}

export const jobs: { readonly [K in Kind]: (request: RequestOf<K>) => Promise<Asks[K]['answer']> } = {
  look,
  convert,
  follow,
  draw,
  open,
  unlink,
  links,
  tidy,
  fix: mend,
  tokens,
  complete,
  hover,
  ids,
  rename,
}
