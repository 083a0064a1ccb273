/** Law 6 as a function: a graph put into the text that it came from. Gives what breaks it, as a sentence. */

import type { Format } from '../../src/format.js'
import { firstDifference } from '../../src/ir/difference.js'
import type { Graph } from '../../src/ir/model.js'
import { loweredToPut, putWith } from '../../src/put/put.js'
import { readWith } from '../../src/read.js'
import type { Breach } from './laws.js'
import { lostCell } from './lost-cell.js'
import { lostLine } from './lost-line.js'

/** An unchanged graph changes nothing: `put(d, graph(d)) = d`. */
export function putsNothing(format: Format, text: string): Breach {
  const { graphs } = readWith(format, text, {}, [], { carry: false })
  const put = putWith(format, text, graphs)
  if (put.messages.length > 0) return put.messages[0]!.text
  return put.text === text ? undefined : `a graph that is the text’s own changes it:\n${put.text}`
}

/** An edited graph is what the text reads as afterwards, and lines of what nobody edited stay: `read(put(d, g)) = ⌊g⌋`. */
export function putsEdit(format: Format, text: string, edited: Graph): Breach {
  const [before] = readWith(format, text, {}, [], { carry: false }).graphs
  const wanted = loweredToPut(format, edited, {}, before)
  const put = putWith(format, text, [wanted])
  if (put.messages.length > 0) return `${put.messages[0]!.text}\n${text}`
  const [back] = readWith(format, put.text, {}, [], { carry: false }).graphs
  const difference = back
    ? firstDifference(back, format.asShown?.(wanted, back) ?? wanted)
    : 'nothing is read'
  if (difference !== undefined) return `${difference}\n${text}\n---\n${put.text}`
  const lost = format.name === 'drawio' ? lostCell(text, put.text) : lostLine(text, put.text, before!, wanted)
  return lost === undefined ? undefined : `“${lost}” went\n${text}\n---\n${put.text}`
}
