/** What edges call the ports of a node in DOT. */
import type { Node } from '../../../src/ir/model.js'
import { withTitle } from '../../../src/ir/records.js'
import { nearestFields, nearestNodeShape } from './nearest-node.js'
import { portsIn, withPortsInside } from './ports.js'

/** The port that an edge to a node names in DOT, where the node has fields; `undefined` where the port is gone. */
export function writtenPorts(node: Node): ReadonlyMap<string, string | undefined> {
  const { fields = [] } = node
  const own = { ...node, shape: nearestNodeShape(node.shape, node) }
  const whole = withTitle(own)
  const named = new Set(portsIn(nearestFields(own) ?? (whole && nearestFields(whole)) ?? []))
  const { renamed } = withPortsInside(fields)
  const written = new Map<string, string | undefined>()
  for (const port of portsIn(fields)) {
    const name = renamed.get(port) ?? port
    written.set(port, named.has(name) ? name : undefined)
  }
  return written
}
