/**
 * What a pass works with: a draft of the graph, and one way to change it, which writes down every
 * change. So the list of changes is the difference between the graph and its lowered form, not a
 * second account of it.
 */

import type { Capabilities } from '../capabilities.js'
import type { Format, FormatOptions } from '../format.js'
import {
  applyChange,
  type Change,
  type Draft,
  draftOf,
  elementOf,
  elementsIn,
  type Path,
  valueAt,
} from '../ir/change.js'
import { isEmpty, sameValue } from '../ir/leaves.js'
import type { End, Graph, Group, Node, Range } from '../ir/model.js'
import { isSpelling } from '../ir/spelling.js'
import type { CoreCode } from '../messages/codes.js'
import { type About, type LossKind, type Message, message, type Severity } from '../messages/message.js'
import { type Foreign, foreignIn, NOTHING_FOREIGN } from './foreign.js'
import { type Fate, withCarried } from './names.js'
import { type Ledger, ledgerOf, post } from './tally.js'

/** The format that a graph is lowered for. */
export interface Target {
  readonly name: string
  readonly title: string
  readonly capabilities: Capabilities
  /**
   * True where the graph was read from this very format, or carried from it: what is put right then is a repair and not a
   * loss, and nothing of it is drawn anew.
   */
  readonly same?: boolean
  /** True where what it cannot hold may ride along in the text: then each loss is also said as one that does. */
  readonly carries?: boolean
}

/**
 * The target that lowering a graph for a format has. Throws a `TypeError` for a format that can only be read.
 * @param same whether the graph is of this very format
 */
export function targetOf(
  format: Pick<Format, 'name' | 'title' | 'capabilities'>,
  graph: Graph,
  options: FormatOptions,
  same: boolean,
): Target {
  const { name, title } = format
  if (!format.capabilities) throw new TypeError(`${title} can only be read`)
  const capabilities = format.capabilities(graph, options)
  return { name, title: capabilities.title ?? title, capabilities, same }
}

export interface Editor {
  readonly target: Target
  readonly draft: Draft
  /** The graph that is lowered, as it was. */
  readonly source: Graph
  /** What of the graph was drawn for another format, under the ids that it had. */
  readonly foreign: Foreign
  readonly messages: Message[]
  /** The same messages where what is lost rides along; filled where the target carries. */
  readonly carriedMessages: Message[]
  readonly ledger: Ledger
}

export interface Finding {
  readonly code: CoreCode
  /** Its code where the graph is of the target's own format: what changes then is put right, and not lost. */
  readonly repair?: CoreCode | undefined
  /**
   * The sentence, or what makes it: most elements fit, and nothing is said of them. One that names the fate is made for the
   * fate at hand; behind another, a second one says that it is carried.
   */
  readonly text: string | ((fate: Fate) => string)
  /** True for what rides along nowhere. */
  readonly forGood?: true
  readonly at?: Range | undefined
  /** Where it is less than the code's own. */
  readonly severity?: Severity
  /** What became of it, where the changes do not tell. */
  readonly loss?: LossKind
}

/** @param quiet whether nobody asks what is said and counted, only what comes out */
export function editorOf(graph: Graph, target: Target, quiet = false): Editor {
  const foreign = foreignIn(graph, target.capabilities, target.same === true)
  const ledger = ledgerOf(graph, quiet)
  return { target, draft: draftOf(graph), source: graph, foreign, messages: [], carriedMessages: [], ledger }
}

/** An editor that says what changes, and neither counts it nor asks what of the graph was drawn for another format. */
export function uncountedEditorOf(graph: Graph, target: Target): Editor {
  const ledger = { ...ledgerOf(graph, true), numbersOnly: false }
  const draft = draftOf(graph)
  return { target, draft, source: graph, foreign: NOTHING_FOREIGN, messages: [], carriedMessages: [], ledger }
}

/** Sets leaves of the draft, and says so in one message. What has no effect is left out; nothing is said of nothing. */
export function change(editor: Editor, finding: Finding, edits: readonly (readonly [Path, unknown])[]): void {
  const quiet = editor.ledger.numbersOnly
  let changes: Change[] | undefined
  let isLater = false
  for (const [path, after] of edits) {
    const before = valueAt(editor.draft, path)
    if (path[0] !== 'order' && sameValue(before, after)) {
      // What is there and empty says nothing, and goes without a word: a writer need not know both forms of it.
      if (after === undefined && before !== undefined) applyChange(editor.draft, path, after)
      continue
    }
    post(editor.ledger, path, before, after, finding.loss !== 'spelling')
    applyChange(editor.draft, path, after, isLater)
    isLater = true
    if (quiet) continue
    const one = { path, before, after }
    // Most are one alone, or two: a list that something is pushed to has room for sixteen more.
    if (!changes) changes = [one]
    else if (changes.length === 1) changes = [changes[0]!, one]
    else changes.push(one)
  }
  if (!changes) return
  if (changes.length > 2) changes = changes.slice()
  const { text, at, forGood } = finding
  const code = (editor.target.same && finding.repair) || finding.code
  const loss = finding.loss ?? lossOf(changes)
  const said = loss === 'added' || loss === 'reordered' || loss === 'spelling' ? 'info' : finding.severity
  const sentence = typeof text === 'string' ? text : text('left out')
  const more: { -readonly [K in keyof About]: About[K] } = { loss, changes }
  if (at) more.at = at
  if (said) more.severity = said
  const plain = message(code, sentence, more)
  editor.messages.push(plain)
  if (!editor.target.carries) return
  const rides = !forGood && (loss === 'approximated' || loss === 'dropped' || loss === 'reordered')
  const words = rides ? carriedSentence(text, sentence, loss) : sentence
  editor.carriedMessages.push(
    rides ? message(code, words, { ...more, severity: 'info', loss: 'carried' }) : plain,
  )
}

/** What rides along is no loss, only something that a reader of the text does not see. */
function carriedSentence(text: Finding['text'], sentence: string, loss: LossKind): string {
  const carried = typeof text === 'string' ? text : text('carried along')
  return carried === sentence ? withCarried(sentence, loss) : carried
}

function lossOf(all: readonly Change[]): LossKind {
  const values = all.some(isOrder) ? all.filter(change => !isOrder(change)) : all
  const changes = values.length > 0 ? values : all
  if (changes.every(wasEmpty)) return 'added'
  if (changes.every(wasSpelling)) return 'spelling'
  return changes.every(isNowEmpty) ? 'dropped' : 'approximated'
}

const isOrder = ({ path }: Change): boolean => path[0] === 'order'
const wasEmpty = ({ before }: Change): boolean => isEmpty(before)
const wasSpelling = ({ before }: Change): boolean => isSpelling(before)
const isNowEmpty = ({ after }: Change): boolean => isEmpty(after)

export function nodesOf({ draft }: Editor): Node[] {
  return elementsIn(draft.nodes)
}

export function groupsOf({ draft }: Editor): Group[] {
  return elementsIn(draft.groups)
}

/** The node of an id, if there is one. */
export function elementAt({ draft }: Editor, id: string): Node | undefined {
  return elementOf(draft.nodes, id)
}

/** The leaf paths of an edge's end, for changes that move a whole end. */
export function endLeaves(end: End): [readonly string[], unknown][] {
  return [
    [['kind'], end.kind],
    [['id'], end.id],
    [['side'], end.side],
    [['port'], end.port],
    [['label', 'text'], end.label?.text],
    [['label', 'rich'], end.label?.rich],
    [['arrow'], end.arrow],
  ]
}
