/** The form of a plan: plain data, which a person reads, a program checks, and another run carries out. */

import {
  about,
  count,
  entries,
  fields,
  flag,
  just,
  type Kind,
  listOf,
  oneOf,
  option,
  text,
} from '../form/kinds.js'
import type { FormatOptions } from '../format.js'
import type { Tally } from '../lower/tally.js'
import type { Severity } from '../messages/message.js'

/** Goes up where a program that carries out the last one could not carry out the next. */
export const PLAN_VERSION = 1

export const fenceWays = ['inline', 'extract', 'picture'] as const
/** What becomes of a diagram in a document: exchanged in place; in a file of its own with a link; or with a picture in its place, too. */
export type FenceWay = (typeof fenceWays)[number]

export const ways = ['file', ...fenceWays, 'stays'] as const

/** Why a diagram stays as it is, as programs are told. */
export const reasons = [
  'already',
  'other-kind',
  'broken',
  'limit',
  'several',
  'taken',
  'place',
  'read-only',
  'link',
  'unreadable',
] as const
export type Reason = (typeof reasons)[number]

/** How a plan was asked for: all that says what a source becomes. */
export interface PlanSettings {
  /** The name of the format. */
  readonly to: string
  /** What was asked for; left out, what fits each document. */
  readonly fences?: FenceWay
  readonly remove: boolean
  /** Whether a link to the target's own editor stands beside a picture. */
  readonly playground: boolean
  readonly carry: boolean
  readonly options: FormatOptions
}

/** What becomes of diagrams in a document. @param drawsTarget whether those who show it draw a text of the target that stands in it */
export const wayIn = ({ fences }: PlanSettings, drawsTarget: boolean): FenceWay =>
  fences ?? (drawsTarget ? 'inline' : 'picture')

export interface Plan {
  readonly diaglotPlan: typeof PLAN_VERSION
  /** Of the program that made it. */
  readonly version: string
  readonly settings: PlanSettings
  readonly files: readonly PlannedFile[]
}

export interface PlannedFile {
  /** From the root of the plan, with `/`. */
  readonly path: string
  /** Of its bytes; empty where they cannot be read. */
  readonly digest: string
  readonly diagrams: readonly PlannedDiagram[]
  /** Files that it names, and that stand under another name then. */
  readonly links?: readonly Moved[]
  /** Whether it goes when all is written. */
  readonly remove?: boolean
  /** What is to be known besides, in plain words. */
  readonly notes?: readonly string[]
}

export interface Moved {
  readonly from: string
  readonly to: string
  /** The picture that stands where a document draws the old one and nothing there draws the new one. */
  readonly picture?: string
}

export interface PlannedDiagram {
  /** Which block of the document, from 0; left out where the whole file is the diagram. */
  readonly block?: number
  /** Where it begins, from 1. */
  readonly line: number
  /** The name of its format; empty where none is clear. */
  readonly from: string
  /** Its own title, or the heading that it stands under. */
  readonly name?: string
  readonly way: (typeof ways)[number]
  /** The files that it becomes. */
  readonly files?: readonly NewFile[]
  /** The picture that takes its place, or that of a file. */
  readonly picture?: string
  /** Of the text that takes its place in the document. */
  readonly digest?: string
  readonly why?: Reason
  /** Of a kind of diagram that is not converted: what it is called. */
  readonly kind?: string
  /** Why it stays, in one plain sentence. */
  readonly because?: string
  readonly tally?: Tally
  /** What it loses, the worst first. */
  readonly losses?: readonly PlannedLoss[]
  /** Lanes that it could have, and parts that it could be split into: shown, never done. */
  readonly proposals?: readonly string[]
}

export interface NewFile {
  readonly path: string
  readonly digest: string
  /** Whether it is there already, just so. */
  readonly there?: boolean
}

export const lossKinds = ['dropped', 'approximated', 'carried', 'noted'] as const

/** All that is said under one code of one diagram. */
export interface PlannedLoss {
  readonly code: string
  readonly kind: (typeof lossKinds)[number]
  readonly severity: Severity
  readonly count: number
  /** The first of them, and where it is said. */
  readonly text: string
  readonly line?: number
}

export const tallyKind = fields(
  Object.fromEntries(
    (
      ['total', 'kept', 'approximated', 'carried', 'dropped', 'added', 'reordered'] satisfies (keyof Tally)[]
    ).map(name => [name, count]),
  ),
  ['total', 'kept', 'approximated', 'carried', 'dropped', 'added', 'reordered'],
)

const LONGEST_PATH = 4096

/** What makes a path of the plan one that leads out of its root, or means another thing on another system; nothing for a good one. */
export function pathFault(path: string): string | undefined {
  if (path === '' || path.length > LONGEST_PATH) return 'it is empty or too long'
  if (/[\u0000-\u001f\\]/.test(path)) return 'it holds a sign that no path of a plan has'
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'it does not start from the folder of the plan'
  const parts = path.split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..'))
    return 'it leads out of the folder of the plan, or goes a roundabout way'
  if (parts.some(part => /^\.git$/i.test(part))) return 'it leads into what git keeps for itself'
  return undefined
}

const path: Kind = {
  fault: (value, where) => {
    const fault = text.fault(value, where) ?? pathFault(value as string)
    return fault === undefined || typeof value !== 'string'
      ? fault
      : `${where}: “${value.slice(0, 100)}” is no path of a plan: ${fault}`
  },
  schema: { type: 'string', minLength: 1, maxLength: LONGEST_PATH },
}

const newFile = fields({ path, digest: text, there: flag }, ['path', 'digest'])

export const lossFields = {
  code: text,
  kind: oneOf(lossKinds),
  severity: oneOf(['error', 'warning', 'info'] satisfies Severity[]),
  count,
  text,
  line: count,
}

const loss = fields(lossFields, ['code', 'kind', 'severity', 'count', 'text'])

const diagram = fields(
  {
    block: about('Which block of the document, from 0; left out where the whole file is the diagram.', count),
    line: about('Where it begins, from 1.', count),
    from: about('The name of its format.', text),
    name: about('Its own title, or the heading that it stands under.', text),
    way: about('What becomes of it.', oneOf(ways)),
    files: about('The files that it becomes.', listOf(newFile)),
    picture: about('The picture that takes its place.', path),
    digest: about('Of the text that takes its place.', text),
    why: about('Why it stays as it is.', oneOf(reasons)),
    kind: about('What a kind of diagram is called that is not converted.', text),
    because: about('Why it stays as it is, in a sentence.', text),
    tally: about('What becomes of everything that it says, counted.', tallyKind),
    losses: about('What it loses, the worst first.', listOf(loss)),
    proposals: about('Lanes that it could have, or parts that it could be split into.', listOf(text)),
  },
  ['line', 'from', 'way'],
)

const WHOLE = 'the plan'

export const planKind = fields(
  {
    diaglotPlan: just(PLAN_VERSION),
    version: about('The version of diaglot that made it.', text),
    settings: fields(
      {
        to: about('The format that everything becomes.', text),
        fences: about('What becomes of diagrams in documents, where that was asked for.', oneOf(fenceWays)),
        remove: about('Whether source files go.', flag),
        playground: about('Whether a link to the editor of the format stands beside each picture.', flag),
        carry: about('Whether what the format cannot hold rides along.', flag),
        options: about('Options of formats.', entries(option)),
      },
      ['to', 'remove', 'playground', 'carry', 'options'],
    ),
    files: listOf(
      fields(
        {
          path: about('From the folder of the plan, with /.', path),
          digest: about('Of its bytes: a file that has another one is refused.', text),
          diagrams: listOf(diagram),
          links: about(
            'Files that it names, and that have other names then.',
            listOf(fields({ from: path, to: path, picture: path }, ['from', 'to'])),
          ),
          remove: about('Whether it goes when all is written.', flag),
          notes: listOf(text),
        },
        ['path', 'digest', 'diagrams'],
      ),
    ),
  },
  ['diaglotPlan', 'version', 'settings', 'files'],
  WHOLE,
)

/**
 * What is wrong with a value that is to be a plan, such as one that a stranger gave; nothing where it is one. Names of formats and options
 * are not asked for.
 */
export const planFault = (value: unknown): string | undefined => planKind.fault(value, WHOLE)

/** The JSON Schema of a plan, which the package has as `diaglot/plan.schema.json`. */
export const planSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A plan of diaglot migrate',
  ...planKind.schema,
}
