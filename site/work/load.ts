/**
 * Formats, through the doors of the package. FlowZap Code is the source or the first target, and a picture is drawn in any case; the others
 * are loaded when they are needed.
 */
import { flowzap, flowzapJson } from '../../converters/flowzap/index.js'
import { svg } from '../../converters/svg/index.js'
import { type Format, lint } from '../../src/core.js'
import { type FormatName, formatNames, likelyFormat } from '../shared/formats.js'

const doors: Readonly<Record<FormatName | 'svg', () => Promise<Format>>> = {
  flowzap: async () => flowzap,
  mermaid: async () => (await import('../../converters/mermaid/index.js')).mermaid,
  dot: async () => (await import('../../converters/dot/index.js')).dot,
  drawio: async () => (await import('../../converters/drawio/index.js')).drawio,
  'flowzap-json': async () => flowzapJson,
  json: async () => (await import('../../converters/json/index.js')).json,
  svg: async () => svg,
}

export const loaded = (name: FormatName | 'svg'): Promise<Format> => doors[name]()

/** The halves of formats that write, which are half as large. */
const writers: Partial<typeof doors> = {
  mermaid: async () => (await import('../../converters/mermaid/writer.js')).mermaidWriter,
  dot: async () => (await import('../../converters/dot/writer.js')).dotWriter,
  drawio: async () => (await import('../../converters/drawio/writer.js')).drawioWriter,
}

/** As much of a format as writes anew what was read in another one. */
export const writerOf = (name: FormatName | 'svg'): Promise<Format> => (writers[name] ?? doors[name])()

/** Where a diagram begins that has other lines before it. */
const BEGINNING = 20_000

/** All that are read, in the order in which the library asks them about a text. */
export const everyFormat = (): Promise<Format[]> => Promise.all(formatNames.map(loaded))

/**
 * The format that a text is in. The likely one is asked first, so that others are loaded only where it says no; nothing where none says yes.
 */
export async function formatFound(text: string): Promise<Format | undefined> {
  if (text.trim() === '') return undefined
  const likely = await loaded(likelyFormat(text))
  if (likely.sniff?.(text)) return likely
  const formats = await everyFormat()
  const own = formats.find(({ sniff }) => sniff?.(text))
  if (own) return own
  try {
    // Behind other lines and in fences, the library looks itself; linting says which format it found.
    const { format } = lint(text.slice(0, BEGINNING), { formats })
    return formats.find(({ name }) => name === format)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
