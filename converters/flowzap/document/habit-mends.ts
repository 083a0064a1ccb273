/** Lines that are written as other languages have them: a chain of edges, a title behind a lane, a shape in brackets. */
import * as say from './messages.js'
import type { Proposal } from './proposal.js'

export function habitProposals(line: string): (Proposal | undefined)[] {
  return [chain(line), wordBeforeEdge(line), titledLane(line), shapeInBrackets(line), looseLoop(line)]
}

const END = '[\\w-]+(?:\\.[\\w-]+)?(?:\\.handle\\(\\w+\\))?'
const CHAIN = new RegExp(`^(\\s*)(${END}(?:\\s*->\\s*${END}){2,})\\s*$`)

/** `n1 -> n2 -> n3`: an edge has a line of its own, and its end no side for the next one to begin at. */
function chain(line: string): Proposal | undefined {
  const [, indent = '', edges] = CHAIN.exec(line) ?? []
  if (edges === undefined) return undefined
  const ends = edges.split('->').map(end => end.trim())
  const statements = ends.slice(1).map((to, place) => {
    const from = place === 0 ? ends[0]! : ends[place]!.replace(/\.handle\(\w+\)$/, '')
    return `${indent}${from} -> ${to}`
  })
  const at = [indent.length, line.trimEnd().length] as const
  return {
    sentence: (...place) => say.sharedLine({ statement: statements[1]!.trim() }, ...place),
    line: statements.join('\n'),
    at,
  }
}

/** `edge n1 -> n2`. */
function wordBeforeEdge(line: string): Proposal | undefined {
  const [, indent = '', word = ''] =
    new RegExp(`^(\\s*)(edge|link|arrow|connect|flow)\\s+(?=${END}\\s*->)`, 'i').exec(line) ?? []
  if (word === '') return undefined
  const start = indent.length
  return {
    sentence: (...place) => say.extraWord({ word }, ...place),
    line: indent + line.slice(start + word.length).trimStart(),
    at: [start, start + word.length],
  }
}

/** `user "The user" {`. */
function titledLane(line: string): Proposal | undefined {
  const [, id = '', title = ''] = /^(\s*[A-Za-z_]\w*)\s+"([^"{}#]*)"\s*\{\s*$/.exec(line) ?? []
  if (id === '') return undefined
  const written = `${id} { # ${title}`
  return {
    sentence: (...place) => say.titleOfLane({ written: written.trim() }, ...place),
    line: written,
    at: [line.indexOf('"'), line.lastIndexOf('"') + 1],
  }
}

/** `n1(circle) label:"x"`, `n1[rectangle] "x"`. */
function shapeInBrackets(line: string): Proposal | undefined {
  const match = /^(\s*[\w-]+)\s*(?:\(\s*(\w+)\s*\)|\[\s*(\w+)\s*\])\s*((?:\w+\s*[:=]\s*)?".*)?$/.exec(line)
  if (!match) return undefined
  const [, id = '', round, square, rest = ''] = match
  const shape = (round ?? square)!
  const text = rest.startsWith('"') ? `label:${rest}` : rest
  const written = `${id}: ${shape}${text === '' ? '' : ` ${text}`}`
  return {
    sentence: (...place) => say.noColonBehindId({ written: written.trim() }, ...place),
    line: written,
    at: [id.length, line.indexOf(shape, id.length) + shape.length + 1],
  }
}

/** `loop n1 n2 "again"`, `loop "again" n1 n2`. */
function looseLoop(line: string): Proposal | undefined {
  const [, indent = '', before, ids = '', behind] =
    /^(\s*)loop\s+(?:"([^"[\]]*)"\s+)?((?:[\w.-]+(?:\s*,\s*|\s+))*[\w.-]+)(?:\s+"([^"[\]]*)")?\s*$/.exec(
      line,
    ) ?? []
  const condition = before ?? behind
  if (condition === undefined || (before !== undefined && behind !== undefined)) return undefined
  const written = `loop [${condition}] ${ids.split(/\s*,\s*|\s+/).join(' ')}`
  return {
    sentence: (...place) => say.looseLoop({ written }, ...place),
    line: indent + written,
    at: [indent.length, line.trimEnd().length],
  }
}
