/** What may be meant by a first line that is no header of a flowchart. */

import { withEdits } from '../../../../src/messages/edits.js'
import { joined } from './mends.js'
import * as say from './messages.js'
import { misspeltDirection, misspeltHeader } from './misspelt.js'
import type { Mend, Proposal } from './proposal.js'
import type { Said } from './said.js'
import { respelled } from './spelling.js'

const HEADER =
  /^(?:flowchart-elk|swimlane-beta|graph|flowchart)(?:[^\S\n]+(?:LR|RL|TB|BT|TD|BR|v)\b|[^\S\n]*[<>^])?/

/** Ways to make a header of a line, the likeliest first. Nothing is said of whether they do. */
export function headerMends(line: string): Mend[] {
  const found: Mend[] = []
  const add = (proposal: Proposal | undefined, from = line) => {
    if (proposal) found.push({ ...proposal, line: withEdits(from, proposal.edits) })
  }
  const word = misspeltHeader(line)
  const direction = misspeltDirection(line)
  add(word && respelled(word))
  add(direction && respelled(direction))
  const [renamed] = word ? found : []
  const second = renamed && misspeltDirection(renamed.line)
  if (word && renamed && second) {
    const turned = respelled(second)
    const both = joined(line, renamed, { ...turned, line: withEdits(renamed.line, turned.edits) })
    found.push({ ...both, sentence: (...place) => say.twoMisspelt(word, second, ...place) })
  }
  add(removed(line, /(?<=^flowchart)-v2\b/, say.flowchartVersion))
  add(removed(line, /(?<=^(?:flowchart|graph)\s+)(?:direction|diagram|chart)\s+/, say.wordInHeader))
  add(removed(line, /(?<=^(?:flowchart|graph))\s*:(?=\s+\S)/, say.signBehindHeader))
  add(removed(line, /(?<=^(?:flowchart|graph)(?:[^\S\n]+(?:LR|RL|TB|BT|TD))?)\s*\{\s*$/, say.bracesOfDiagram))
  add(
    removed(
      line,
      /(?<=^(?:flowchart|graph)(?:[^\S\n]+(?:LR|RL|TB|BT|TD))?)\s*[:,.]\s*$/,
      say.signBehindHeader,
    ),
  )
  add(statementBehind(line))
  add(noHeader(line))
  return found
}

function removed(line: string, pattern: RegExp, sentence: Said): Proposal | undefined {
  const match = pattern.exec(line)
  if (!match) return undefined
  const end = match.index + match[0].length
  return { sentence, edits: [{ start: match.index, end, text: '' }], at: [match.index, end] }
}

/** `flowchart LR A --> B`: the statement gets a line of its own. */
function statementBehind(line: string): Proposal | undefined {
  const header = HEADER.exec(line)?.[0] ?? ''
  const rest = line.slice(header.length)
  if (!/(?:LR|RL|TB|BT|TD|[<>^v])$/.test(header) || !/^[^\S\n]+\w/.test(rest)) return undefined
  const start = header.length
  const edits = [{ start, end: start, text: '\n' }]
  return { sentence: say.statementBehindHeader, edits, at: [start, line.length] }
}

/** A diagram without its first line begins with an arrow, or with what only a flowchart has. */
function noHeader(line: string): Proposal | undefined {
  if (!/-->|---|==>|-\.->|^\s*subgraph\s|^\s*\w+(?:\[[^\]]+\]|\([^)]+\)|\{[^}]+\})\s*;?$/.test(line))
    return undefined
  const edits = [{ start: 0, end: 0, text: 'flowchart TD\n' }]
  return { sentence: say.headerMissing, edits, at: [0, line.length] }
}
