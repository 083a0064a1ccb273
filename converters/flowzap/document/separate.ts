/** Statements that share a line, where FlowZap Code has a line for each. */
import * as say from './messages.js'
import type { Proposal } from './proposal.js'

/** `User { n1: circle label:"a" }`, `n1: circle n2: circle`, and a lane whose brace stands on the next line. */
export function separateStatements(line: string): Proposal | undefined {
  return braceBelow(line) ?? several(line)
}

/** Whether a line that is no statement closes its lane behind one. */
export function closesLane(line: string): boolean {
  return several(line)?.line.endsWith('\n}') === true
}

const BRACE_BELOW = /^([^\S\n]*)([^\s{}":#/](?:[^{}":#\n]*[^{}":#\s])?)[^\S\n]*\n\s*(\{.*)$/

/** What is a lane's name, if the line that follows begins with a brace. */
export function isNameOfLane(line: string): boolean {
  return BRACE_BELOW.test(`${line}\n{`)
}

function braceBelow(text: string): Proposal | undefined {
  const match = BRACE_BELOW.exec(text.replace(/\r\n?/g, '\n'))
  if (!match) return undefined
  const [, indent = '', name = '', rest = ''] = match
  const start = text.indexOf('{')
  return {
    sentence: (...place) => say.braceBelow({ name }, ...place),
    line: `${indent}${name} ${rest}`,
    at: [start, start + 1],
  }
}

/** Where a statement may begin behind another: a node, an edge or a loop, and the brace that closes the lane. */
const BEGINNING =
  /(?<=[\s;,{])(?:n\d+\s*:\s*[A-Za-z]+(?=\s|$)|n\d+(?:\.handle\(\w+\))?\s*->|loop\s*\[|\}\s*$)|(?<=\S)\}\s*$/g

function several(line: string): Proposal | undefined {
  // Texts, and what a `#` begins, hold no statements.
  const bare = line.replace(/"[^"]*"|#.*/g, text => '_'.repeat(text.length))
  const lane = /^\s*[A-Za-z_]\w*\s*\{\s*(?=\S)/.exec(bare)?.[0].length
  const cuts = [...bare.matchAll(BEGINNING)].map(({ index }) => index)
  const places = [...new Set([lane ?? 0, ...cuts])].filter(place => place > 0 && !isTarget(bare, place))
  const first = places[0]
  if (first === undefined) return undefined
  const pieces = [0, ...places].map((place, index) => line.slice(place, places[index]).trim())
  const statements = pieces.map(piece => piece.replace(/\s*[;,]+$/, ''))
  const begun = statements[1]!
  return {
    sentence: (...place) => say.sharedLine({ statement: shortened(begun) }, ...place),
    line: /^\s*/.exec(line)![0] + statements.join('\n'),
    at: [first, first + begun.length],
  }
}

/** `n1 -> n2 -> n3`: what stands behind an arrow is no beginning. */
function isTarget(line: string, place: number): boolean {
  return /->\s*$/.test(line.slice(0, place))
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
