/** What an editor asks about its language, answered by the library's service. */
import { type OpenText, openText } from '../../src/language/index.js'
import type { AnswerOf, At, RequestOf } from '../shared/protocol.js'
import { aboutWord, wordsLoaded } from './about.js'
import { formatFound, loaded } from './load.js'

/** The text that each editor of the page has open. */
const open = new Map<string, OpenText>()

async function opened({ who, text: { text, format: named } }: At): Promise<OpenText | undefined> {
  const before = open.get(who)
  const format = named === 'auto' ? await formatFound(text) : await loaded(named)
  if (!format?.read) return undefined
  if (before?.text === text && before.format === format.name) return before
  const now = openText(text, format, {
    about: aboutWord,
    ...(before?.format === format.name ? { before } : {}),
  })
  open.set(who, now)
  return now
}

export async function tokens(request: RequestOf<'tokens'>): Promise<AnswerOf<'tokens'>> {
  const text = await opened(request)
  if (!text) return { tokens: [], folds: [] }
  const found = text.tokens(request.offset, request.end)
  return { tokens: found.map(({ start, end, kind }) => [start, end, kind]), folds: text.folds() }
}

export async function complete(request: RequestOf<'complete'>): Promise<AnswerOf<'complete'>> {
  await wordsLoaded()
  return (await opened(request))?.completions(request.offset) ?? []
}

/** Messages are shown by the marks of the editor, with their fixes; what their codes mean is said here. */
export async function hover(request: RequestOf<'hover'>): Promise<AnswerOf<'hover'>> {
  await wordsLoaded()
  const text = await opened(request)
  const found = text?.hover(request.offset)
  if (!text || !found) return {}
  const shown = new Set(text.diagnostics().map(({ code, text: said }) => `${code}: ${said}`))
  const lines = found.lines.filter(line => !shown.has(line))
  return lines.length > 0 ? { hover: { at: found.at, lines } } : {}
}

export async function ids(request: RequestOf<'ids'>): Promise<AnswerOf<'ids'>> {
  return (await opened(request))?.references(request.offset) ?? []
}

export async function rename(request: RequestOf<'rename'>): Promise<AnswerOf<'rename'>> {
  return (await opened(request))?.rename(request.offset, request.name) ?? { edits: [], messages: [] }
}
