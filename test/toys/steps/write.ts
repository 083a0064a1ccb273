/** Parts, then steps, then what follows on what. */
import type { Drawing } from '../../../src/format.js'
import { CARRIED, goLine, partLine, stepLine, titleLines } from './statements.js'

export function writeSteps({ graph, carry }: Drawing): string {
  const lines = [
    'steps',
    ...titleLines(graph),
    ...[...graph.groups.values()].map(partLine),
    ...[...graph.nodes.values()].map(stepLine),
    ...graph.edges.map(goLine),
    ...(carry === undefined ? [] : [`${CARRIED}${carry}`]),
  ]
  return lines.map(line => `${line}\n`).join('')
}
