/** A text as an editor has it open: what is asked of it is worked out when it is asked for the first time. */
import { fmtWith } from '../fmt/fmt.js'
import type { Format, FormatOptions } from '../format.js'
import { once } from '../ir/once.js'
import { type Linted, lintWith } from '../lint/lint.js'
import { codesOf, type Rules } from '../lint/settings.js'
import { inPlaces } from '../messages/edits.js'
import { hasErrors, type Message, type TextEdit } from '../messages/message.js'
import { readWith } from '../read.js'
import { type Completion, completionsAt } from './completions.js'
import { type Diagnostic, diagnosticsOf, shifted } from './diagnostics.js'
import { type Hover, hoverAt } from './hover.js'
import { type Ids, idsOf } from './ids.js'
import type { Language, Word } from './language.js'
import { type Tokens, tokensOf } from './lines.js'
import { type Fold, foldsOf, type Pair, pairsOf } from './nesting.js'
import type { Range } from './range.js'
import { type Renaming, rename } from './rename.js'
import { type DiagramSymbol, symbolsOf } from './symbols.js'
import type { Token } from './tokens.js'

export interface OpenSettings {
  readonly options?: FormatOptions
  /** By code: another severity, or `off`, as for `lint`. */
  readonly rules?: Rules
  /** The formats that the text may be in instead, where it has errors. */
  readonly formats?: readonly Format[]
  /** What a word of the language means, in the language of who writes; where it is not given, in English. */
  readonly about?: (word: Word) => string
  /** The same text before it was edited: what did not change since then is not worked out anew. */
  readonly before?: OpenText
}

export interface Formatting {
  readonly edits: readonly TextEdit[]
  /** Why it stays as it is. */
  readonly messages: readonly Message[]
}

/** All places are offsets into `text`, in UTF-16 code units, and all that comes out is plain data. */
export interface OpenText {
  readonly text: string
  /** The name of the format. */
  readonly format: string
  /** The tokens of the lines that a range touches, or of the whole text. What stands before the range is worked out once. */
  tokens(start?: number, end?: number): readonly Token[]
  /** Pairs of what opens and closes. */
  brackets(): readonly Pair[]
  /** The pair of which one half stands at an offset, or right before it. */
  bracketsAt(offset: number): Pair | undefined
  folds(): readonly Fold[]
  /** Groups with what stands in them, and nodes. */
  symbols(): readonly DiagramSymbol[]
  diagnostics(): readonly Diagnostic[]
  /** What may be written at an offset. */
  completions(offset: number): readonly Completion[]
  hover(offset: number): Hover | undefined
  /** Where the id at an offset is declared, or first stands. */
  definition(offset: number): Range | undefined
  /** Everywhere that the id at an offset stands. */
  references(offset: number): readonly Range[]
  /** Edits that give the node or the group at an offset another id, or a message (`syntax/update`) why it cannot have it. */
  rename(offset: number, name: string): Renaming
  /** Edits that bring the text into the style of its format, or messages why it stays as it is. */
  formatting(): Promise<Formatting>
}

const NONE: Language = { tokenize: () => '', words: () => [], offer: () => ({}) }
const tokensOfText = new WeakMap<OpenText, Tokens>()

/**
 * Opens a text for an editor.
 * @param text as it stands in the editor, with whatever is wrong in it
 * @param format a format that can be read; one that brings no language of its own has diagnostics, an outline and a style, but no tokens
 * @param settings rules, options of the format, and the text as it was before an edit (`before`)
 * @returns what answers the editor's questions, with plain data. `diagnostics()` has the messages of `lint`; `rename` says as message
 * `syntax/update` why something cannot be renamed; `formatting()` has the messages of `fmt`. Nothing throws for what is in the text.
 * @see docs/editors.md
 * @example
 * import { openText } from 'diaglot/language'
 * import { mermaid } from 'diaglot/mermaid'
 * const open = openText('flowchart LR\n  a[Order] --> b\n', mermaid)
 * open.completions(open.text.length)
 */
export function openText(text: string, format: Format, settings: OpenSettings = {}): OpenText {
  if (!format.read) throw new TypeError(`${format.title} can only be written, so that no editor can open it`)
  const language = format.language ?? NONE
  const before = settings.before && tokensOfText.get(settings.before)
  const tokens = tokensOf(text, language.tokenize, before)
  const open = answers(text, format, language, tokens, settings)
  tokensOfText.set(open, tokens)
  return open
}

function answers(
  text: string,
  format: Format,
  language: Language,
  tokens: Tokens,
  { options = {}, rules, formats = [], about = ({ about }) => about }: OpenSettings,
): OpenText {
  const shift = text.startsWith('\ufeff') ? 1 : 0
  const bare = text.slice(shift)
  const known = once(() => codesOf([format, ...formats]))
  const all = once(() => tokens.between(0, text.length))
  const ids = once((): Ids => idsOf(text, all(), language))
  const linted = once(
    (): Linted => lintWith(format, bare, { options, rules, others: formats, known: known() }),
  )
  const graphs = once(() =>
    linted.isMade() ? linted().graphs : readWith(format, bare, options, formats, { carry: false }).graphs,
  )
  const pairs = once(() => pairsOf(text, all()))
  const diagnostics = once(() =>
    diagnosticsOf(
      linted().found.map(({ message }) => message),
      known(),
      text,
      shift,
    ),
  )
  const rangeOf = ({ start, end }: Token): Range => [start, end]
  return {
    text,
    format: format.name,
    tokens: (start = 0, end = text.length) => tokens.between(start, end),
    brackets: pairs,
    bracketsAt: offset => pairs().find(pair => isAt(pair.open, offset) || isAt(pair.close, offset)),
    folds: once(() => foldsOf(text, all(), pairs())),
    symbols: once(() =>
      symbolsOf(graphs(), shift, {
        nameOf: (kind, id, diagram) => firstOf(ids(), kind, id, diagram),
        closeOf: closes(pairs()),
      }),
    ),
    diagnostics,
    completions: offset =>
      completionsAt({ text, tokens, ids: ids(), graphs: graphs(), about }, language, offset),
    hover: offset =>
      hoverAt(
        { text, tokens, ids: ids(), graphs: linted().graphs, diagnostics: diagnostics(), about },
        language,
        offset,
      ),
    definition(offset) {
      const id = ids().at(offset)
      const same = id && ids().same(id)
      const found = same && (same.find(({ token }) => token.declares) ?? same[0])
      return found && rangeOf(found.token)
    },
    references(offset) {
      const id = ids().at(offset)
      return id
        ? ids()
            .same(id)
            .map(({ token }) => rangeOf(token))
        : []
    },
    rename(offset, name) {
      const own =
        shift === 0 ? ids() : idsOf(bare, tokensOf(bare, language.tokenize).between(0, bare.length), language)
      const id = own.at(offset - shift)
      const found = rename({ text: bare, ids: own, format, options }, language, id, offset - shift, name)
      return { ...found, edits: shifted(found.edits, shift) }
    },
    formatting: () => formattingOf(format, bare, shift, options),
  }
}

async function formattingOf(
  format: Format,
  text: string,
  shift: number,
  options: FormatOptions,
): Promise<Formatting> {
  if (!format.fmt) return { edits: [], messages: [] }
  const { text: formatted, messages } = await fmtWith(format, text, { options })
  if (hasErrors(messages) || formatted === text) return { edits: [], messages }
  return { edits: shifted(inPlaces(format.fmt(text)), shift), messages }
}

const isAt = ({ start, end }: Token, offset: number): boolean => start <= offset && offset <= end

/** What ends a pair, by where it begins. */
function closes(pairs: readonly Pair[]): (open: number) => number | undefined {
  const ends = new Map(pairs.map(({ open, close }) => [open.start, close.end]))
  return open => ends.get(open)
}

/** Where an id is declared, or first stands. */
function firstOf(ids: Ids, kind: 'node' | 'group', name: string, diagram: number): Range | undefined {
  const found = ids.find(kind, name, diagram)
  const id = found.find(({ token }) => token.declares) ?? found[0]
  return id && [id.token.start, id.token.end]
}
