/** From DOT to graphs. */

import type { Document, FormatOptions, ReadResult } from '../../../src/format.js'
import { MAX_FIELD_LEVELS } from '../../../src/ir/model.js'
import { hasErrors, type Message } from '../../../src/messages/message.js'
import { shapeOfDot } from '../shapes.js'
import { textIn } from '../words/attributes.js'
import { CARRY } from '../words/diaglot-attributes.js'
import { isRecord } from '../words/node.js'
import { fieldsOfRecord, nestsTooDeep } from '../words/record.js'
import type { ResolvedGraph } from '../words/resolved.js'
import { isLatin, mapGraph } from './map.js'
import { badRecord, fieldsTooDeep, tooMuch as saidTooMuch } from './messages.js'
import { resolveDot } from './resolve.js'

/**
 * Reads every graph of a DOT file, and nothing around it. Never throws for what is in the text.
 * @param text DOT, without a mark of its encoding
 * @param _options none are known
 * @returns a graph for each, and messages: `syntax/…` for what Graphviz rejects, `lint/…` for what it warns of, `repair/…`, `limit/nesting` and `limit/size`
 * @see https://graphviz.org/doc/info/lang.html and Graphviz itself; docs/dot.md
 * @example
 * const { graphs, messages } = readDot('digraph { a -> b }')
 */
export function readDot(text: string, _options: FormatOptions = {}): ReadResult {
  const { graphs, messages } = resolveDot(text)
  const all = [...messages, ...graphs.flatMap(leftOut), ...graphs.flatMap(badRecords)]
  return {
    graphs: graphs.map(mapGraph),
    messages: all,
    carried: graphs.map(({ attributes }) => attributes.get(CARRY)?.text || undefined),
    ...(!hasErrors(all) && !graphs.some(isLatin) && { documents: documentsIn(text, graphs) }),
  }
}

/**
 * A file in pieces, each with one graph: what stands before a graph belongs to it, but for the rest of the line on which the one before it
 * ends, and empty lines there.
 */
function documentsIn(text: string, graphs: readonly ResolvedGraph[]): Document[] {
  let start = 0
  return graphs.map(({ at }, place) => {
    LINE_END.lastIndex = at[1]
    const end = place === graphs.length - 1 ? text.length : at[1] + (LINE_END.exec(text)?.[0].length ?? 0)
    const document = { format: 'dot', text: text.slice(start, end) }
    start = end
    return document
  })
}

const LINE_END = /(?:\s*\n)?/y

function leftOut({ tooMuch }: ResolvedGraph): Message[] {
  return tooMuch ? [saidTooMuch(tooMuch)] : []
}

/** Records that show their nodes' names: they nest deeper than the model does, or Graphviz calls the label bad. */
function badRecords({ nodes }: ResolvedGraph): Message[] {
  return nodes.flatMap(({ id, attributes, at }): Message[] => {
    const label = attributes.get('label')
    if (!label || label.html || !/[{}|<>]/.test(label.text)) return []
    if (!isRecord(shapeOfDot(textIn(attributes, 'shape') ?? ''))) return []
    const node = id.text
    if (nestsTooDeep(label.text)) return [fieldsTooDeep({ node, levels: MAX_FIELD_LEVELS }, at)]
    return fieldsOfRecord(label.text, {}) ? [] : [badRecord({ node, label: label.text }, at)]
  })
}
