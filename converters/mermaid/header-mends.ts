/** What may be meant by a first line that is no header of a flowchart. */
import { withEdits } from '../../src/messages/edits.js'
import { joined, type Mend, type Proposal } from './mends.js'
import { type Misspelt, misspeltDirection, misspeltHeader, misspeltText } from './misspelt.js'

const HEADER =
  /^(?:flowchart-elk|swimlane-beta|graph|flowchart)(?:[^\S\n]+(?:LR|RL|TB|BT|TD|BR|v)\b|[^\S\n]*[<>^])?/
const ANY_DIRECTION = 'Expected a direction (TB, LR, BT, RL) and then the end of the line.'

/** Ways to make a header of a line, the likeliest first. Nothing is said of whether they do. */
export function headerMends(line: string): Mend[] {
  const found: Mend[] = []
  const add = (proposal: Proposal | undefined, from = line) => {
    if (proposal) found.push({ ...proposal, line: withEdits(from, proposal.edits) })
  }
  const word = misspeltHeader(line)
  const direction = misspeltDirection(line)
  add(word && spelt(word))
  add(direction && spelt(direction))
  const [renamed] = word ? found : []
  const second = renamed && misspeltDirection(renamed.line)
  if (renamed && second) {
    const turned = spelt(second)
    const both = joined(line, renamed, { ...turned, line: withEdits(renamed.line, turned.edits) })
    found.push({
      ...both,
      code: 'syntax/keyword',
      title: 'Mend the line',
      text: `${renamed.text} ${turned.text}`,
    })
  }
  add(removed(line, /(?<=^flowchart)-v2\b/, 'Write flowchart', ANY_DIRECTION))
  add(
    removed(
      line,
      /(?<=^(?:flowchart|graph)(?:[^\S\n]+(?:LR|RL|TB|BT|TD))?)\s*[:,.]\s*$/,
      'Remove the sign',
      ANY_DIRECTION,
    ),
  )
  add(statementBehind(line))
  add(noHeader(line))
  return found
}

function spelt(misspelt: Misspelt): Proposal {
  const { start, word, meant } = misspelt
  const end = start + word.length
  return {
    code: 'syntax/keyword',
    edits: [{ start, end, text: meant }],
    at: [start, end],
    title: `Write ${meant}`,
    text: misspeltText(misspelt),
  }
}

function removed(line: string, pattern: RegExp, title: string, text: string): Proposal | undefined {
  const match = pattern.exec(line)
  if (!match) return undefined
  const end = match.index + match[0].length
  return { edits: [{ start: match.index, end, text: '' }], at: [match.index, end], title, text }
}

/** `flowchart LR A --> B`: the statement gets a line of its own. */
function statementBehind(line: string): Proposal | undefined {
  const header = HEADER.exec(line)?.[0] ?? ''
  const rest = line.slice(header.length)
  if (!/(?:LR|RL|TB|BT|TD|[<>^v])$/.test(header) || !/^[^\S\n]+\w/.test(rest)) return undefined
  const start = header.length
  const edits = [{ start, end: start, text: '\n' }]
  return { edits, at: [start, line.length], title: 'Start a new line', text: ANY_DIRECTION }
}

/** A diagram without its first line begins with an arrow, or with what only a flowchart has. */
function noHeader(line: string): Proposal | undefined {
  if (!/-->|---|==>|-\.->|^\s*subgraph\s|^\s*\w+(?:\[[^\]]+\]|\([^)]+\)|\{[^}]+\})\s*;?$/.test(line))
    return undefined
  return {
    edits: [{ start: 0, end: 0, text: 'flowchart TD\n' }],
    at: [0, line.length],
    title: 'Add the header',
    text: 'The first line of a flowchart is missing: a header such as “flowchart TD”.',
  }
}
