/** A file as a migration sees it: its diagrams, and the files that it names. */

import type { Block, FileReference, Found as FoundIn } from '../documents/block.js'
import type { DocumentKind } from '../documents/documents.js'
import { provedEdits, type Wanted } from '../documents/proved.js'
import type { Format, FormatEntry } from '../format.js'
import { lineTable, placeOf } from '../messages/place.js'
import type { Converting } from './convert.js'
import type { SourceFile } from './make.js'
import { type FenceWay, wayIn } from './plan-form.js'
import { namesFor } from './references/kinds.js'
import { filesNamed, type Named, type Reference } from './references/reference.js'
import * as say from './sentences.js'
import {
  type Found,
  redrawnAs,
  refusedBy,
  type Surveyed,
  type SurveyedDiagram,
  type SurveyedFile,
  surveyed,
} from './survey.js'

/** What stands in a file: the file itself, or the blocks of a document. */
export interface Holding {
  readonly kind?: DocumentKind
  /** The text of a document. */
  readonly document?: string
  readonly found?: FoundIn
  /** What finds the diagrams of a document. */
  readonly find?: (document: string) => FoundIn
  readonly units: readonly {
    readonly format: Format
    readonly text: string | Uint8Array
    readonly block?: Block
    readonly index: number
  }[]
  /** What looks like a diagram and is of no format, each by its word. */
  readonly passedOver: readonly string[]
}

/** A name of a file, and which of the drawn ones it is. */
interface OwnReference extends Reference {
  readonly place?: number
}

export interface Source extends SourceFile {
  readonly kind?: DocumentKind
  readonly diagrams: readonly (Found & SourceFile['diagrams'][number])[]
  /** What looks like a diagram and is none that is read. */
  readonly others: readonly SurveyedDiagram[]
  readonly references: readonly OwnReference[]
  /** What a document holds, and what finds it. */
  readonly found?: FoundIn
  readonly find?: (document: string) => FoundIn
}

/** @param text of the file, as places of messages count in it */
export async function sourceIn(
  path: string,
  text: string,
  holding: Holding,
  formats: readonly Pick<FormatEntry, 'extensions'>[],
): Promise<Source> {
  const { kind, document, found, find } = holding
  const table = lineTable(text)
  const lineAt = (offset: number) => placeOf(table, offset).line
  const diagrams = holding.units.map(({ format, text, block, index }) => ({
    format,
    text,
    oneText: block !== undefined,
    lineOf: (offset: number) => lineAt(block ? block.offsetOf(offset) : offset),
    ...(block && { index, block }),
    ...(block?.title !== undefined && { heading: block.title }),
  }))
  const stay = (at: number, stays: NonNullable<SurveyedDiagram['stays']>): SurveyedDiagram => ({
    line: lineAt(at),
    from: '',
    texts: [],
    stays,
    losses: [],
  })
  const read = new Set(holding.units.map(({ index }) => index))
  const others = [
    ...(found?.messages ?? []).flatMap(({ code, text, at }) =>
      code === 'document/unread' ? [stay(at?.[0] ?? 0, { why: 'broken', because: text })] : [],
    ),
    ...(found?.blocks ?? []).flatMap(({ language, at }, index) =>
      !read.has(index) && holding.passedOver.includes(language)
        ? [stay(at[0], { why: 'other-kind', kind: language, because: say.otherKind({ kind: language }) })]
        : [],
    ),
  ]
  const drawn: readonly FileReference[] = found?.files ?? []
  // A program replaces an address in braces, which leads nowhere that is known here.
  const isDrawn = ({ at }: Named) => drawn.some(({ fileAt }) => fileAt[0] === at[0])
  const names =
    document === undefined
      ? []
      : (await namesFor(kind?.name, document, formats)).filter(named => !isDrawn(named))
  const blocks = found?.blocks ?? []
  const referencesTo = (named: Named, place?: number): OwnReference[] => {
    const [start, end] = named.at
    const block = blocks.findIndex(({ at }) => at[0] <= start && end <= at[1])
    return filesNamed(path, document!.slice(start, end), named).map(file => ({
      path: file,
      line: lineAt(start),
      use: named.use,
      ...(block >= 0 && { block }),
      ...(place !== undefined && { place }),
    }))
  }
  const references = [
    ...names.flatMap(named => referencesTo(named)),
    ...drawn.flatMap(({ fileAt, isLoose }, place) =>
      referencesTo({ at: fileAt, use: 'drawn', isAddress: false, ...(isLoose && { isLoose }) }, place),
    ),
  ]
  return {
    ...(document !== undefined && { document }),
    ...(kind && { kind }),
    ...(found && { found }),
    ...(find && { find }),
    diagrams,
    others,
    names,
    drawn,
    references,
  }
}

/** What a file would become. */
export async function surveyOf(
  path: string,
  source: Source & Pick<SurveyedFile, 'digest' | 'fixed' | 'leadsTo'>,
  converting: Converting & { readonly digest: (text: string) => string },
): Promise<SurveyedFile> {
  const { kind, digest, diagrams, others, fixed, leadsTo } = source
  const drawsTarget = kind !== undefined && converting.to.drawnIn?.includes(kind.name) === true
  const way = wayIn(converting.settings, drawsTarget)
  const surveys: Surveyed[] = []
  for (const found of diagrams) surveys.push(await surveyed({ ...found, way }, converting))
  const own = held(source, surveys, converting.to)
  return {
    path,
    digest,
    ...(kind && { document: { title: kind.title, drawsTarget } }),
    diagrams: [...own, ...others].sort((a, b) => a.line - b.line),
    ...(fixed && { fixed }),
    references: referencesOf(source, way, converting.to),
    ...(leadsTo !== undefined && { leadsTo }),
  }
}

/** The same with those staying that the document would not hold: with all others in their places it is read as was meant. */
function held(
  { document, found, find, diagrams }: Source,
  surveys: readonly Surveyed[],
  to: Format,
): SurveyedDiagram[] {
  const own = surveys.map(({ diagram }) => diagram)
  if (document === undefined || !found || !find) return own
  const wanted = surveys.flatMap(({ inPlace: text }, place): Wanted[] => {
    const { block, index } = diagrams[place]!
    return text === undefined || !block || index === undefined
      ? []
      : [{ index, text, edited: block.exchanged(text, to) }]
  })
  const { refused } = provedEdits(document, find, found, wanted)
  const at = new Map(refused.map(message => [message.at?.[0], message]))
  return own.map((diagram, place) => {
    const message = at.get(diagrams[place]!.block?.at[0])
    return message ? refusedBy(message, diagram) : diagram
  })
}

/** The files that a document names, each with how it goes on when that file becomes another. */
const referencesOf = ({ references, drawn }: Source, way: FenceWay, to: Format): Reference[] =>
  references.map(({ place, ...reference }) => {
    const redrawn =
      place !== undefined
        ? redrawnAs(drawn[place]!, way, to)
        : reference.use === 'shown' && way === 'picture' && PICTURE.test(reference.path)
          ? ('pictured' as const)
          : undefined
    return { ...reference, ...(redrawn && { redrawn }) }
  })

/** A file that is a picture as well as a diagram, in whose place another picture can be shown. */
const PICTURE = /\.(?:svg|png)$/i
