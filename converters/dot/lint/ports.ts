/** Ports that edges name and nodes do not have: Graphviz warns of each, and ends the edge at the middle of the node. */
import { entryOf } from '../../../src/ir/lists.js'
import type { Message } from '../../../src/messages/message.js'
import { nearestWord } from '../../../src/text/similar.js'
import { shapeOfDot } from '../shapes.js'
import { textIn } from '../words/attributes.js'
import { isRecord } from '../words/node.js'
import { portsIn } from '../words/ports.js'
import { fieldsOfRecord } from '../words/record.js'
import type { ResolvedGraph, ResolvedNode } from '../words/resolved.js'
import * as say from './messages.js'

const COMPASS: ReadonlySet<string> = new Set(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'c', '_'])

export function unknownPorts({ edges }: ResolvedGraph): Message[] {
  const known = new Map<ResolvedNode, ReadonlySet<string>>()
  const said = new Set<string>()
  return edges.flatMap(({ tail, head, attributes, at }): Message[] =>
    (
      [
        [tail, textIn(attributes, 'tailport')],
        [head, textIn(attributes, 'headport')],
      ] as const
    ).flatMap(([node, whole]): Message[] => {
      const port = whole?.split(':')[0] ?? ''
      if (port === '' || COMPASS.has(port)) return []
      const ports = entryOf(known, node, () => portsOf(node))
      const key = JSON.stringify([node.id.text, port])
      if (ports.has(port) || said.has(key)) return []
      said.add(key)
      return [say.noPort({ node: node.id.text, port, meant: nearestWord(port, ports, 2) }, at)]
    }),
  )
}

const PORT = /\bport\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

function portsOf({ attributes }: ResolvedNode): Set<string> {
  const label = attributes.get('label')
  if (!label) return new Set()
  if (label.html) return new Set([...label.text.matchAll(PORT)].map(([, a, b]) => a ?? b ?? ''))
  if (!isRecord(shapeOfDot(textIn(attributes, 'shape') ?? ''))) return new Set()
  return new Set(portsIn(fieldsOfRecord(label.text, {}) ?? []))
}
