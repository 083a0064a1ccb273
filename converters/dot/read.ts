/** From DOT to graphs. */
import type { FormatOptions, ReadResult } from '../../src/format.js'
import { MAX_FIELD_LEVELS } from '../../src/ir/model.js'
import { type Message, message } from '../../src/messages/message.js'
import { textIn } from './attributes.js'
import { CARRY, mapGraph } from './map.js'
import { isRecord } from './node.js'
import { nestsTooDeep } from './record.js'
import { resolveDot } from './resolve.js'
import type { ResolvedGraph } from './resolved.js'
import { shapeOfDot } from './shapes.js'

/**
 * Reads every graph of a DOT file. Gives `syntax/…` messages for what Graphviz rejects, `limit/nesting` and `limit/size`;
 * never throws for what is in the text. Source of the rules: https://graphviz.org/doc/info/lang.html and
 * Graphviz itself.
 */
export function readDot(text: string, _options: FormatOptions = {}): ReadResult {
  const { graphs, messages } = resolveDot(text)
  return {
    graphs: graphs.map(mapGraph),
    messages: [...messages, ...graphs.flatMap(leftOut), ...graphs.flatMap(deepRecords)],
    carried: graphs.map(({ attributes }) => attributes.get(CARRY)?.text || undefined),
  }
}

function leftOut({ tooMuch }: ResolvedGraph): Message[] {
  if (!tooMuch) return []
  const words =
    'The statements of this graph make more than diaglot holds: edges between all nodes of two subgraphs, defaults that every node gets, nodes in many subgraphs. What is too much is left out, from here on.'
  return [message('limit/size', words, { at: tooMuch })]
}

/** Records that nest deeper than the model does: they show their nodes' names, as Graphviz does for a bad label. */
function deepRecords({ nodes }: ResolvedGraph): Message[] {
  const deep = nodes.filter(({ attributes }) => {
    const label = attributes.get('label')
    return (
      label &&
      !label.html &&
      nestsTooDeep(label.text) &&
      isRecord(shapeOfDot(textIn(attributes, 'shape') ?? ''))
    )
  })
  return deep.map(({ id, at }) =>
    message(
      'limit/nesting',
      `The fields of node “${id.text}” nest deeper than ${MAX_FIELD_LEVELS} levels, so its name is shown instead of them.`,
      { at },
    ),
  )
}
