/** Every check of FlowZap Code, run over one diagram. */
import type { Diagram } from '../document/diagram.js'
import type { Finding } from '../document/finding.js'
import { checkEdgePlaces, checkHandles, checkPrefixes, checkUndefinedNodes } from './edges.js'
import { checkOrphans, checkReturns } from './flow.js'
import { checkCharacters, checkEscapes, checkLabelLengths, checkLostLines } from './labels.js'
import { checkLaneIds, checkLaneLabels } from './lanes.js'
import { checkComments, checkEmpty, checkLanesClosed, checkSize, checkStatements } from './lines.js'
import { checkLoopNodes, checkLoopPlaces, checkLoopsNested } from './loops.js'
import { checkAttributes, checkDuplicateIds, checkNodePlaces, checkNumbering, checkShapes } from './nodes.js'

/** What a reader must say of a diagram. */
const forReaders: readonly ((diagram: Diagram) => Finding[])[] = [
  checkEmpty,
  checkStatements,
  checkLanesClosed,
  checkLaneIds,
  checkLaneLabels,
  checkShapes,
  checkNodePlaces,
  checkDuplicateIds,
  checkNumbering,
  checkAttributes,
  checkCharacters,
  checkEscapes,
  checkUndefinedNodes,
  checkHandles,
  checkPrefixes,
  checkEdgePlaces,
]

/** What only the linter says. */
const forLinter: readonly ((diagram: Diagram) => Finding[])[] = [
  checkSize,
  checkComments,
  checkLabelLengths,
  checkLostLines,
  checkLoopNodes,
  checkLoopPlaces,
  checkLoopsNested,
  checkOrphans,
]

/** The findings that a reader reports, in the order of their places. */
export function readFindings(diagram: Diagram): Finding[] {
  return inOrder(forReaders.flatMap(check => check(diagram)))
}

/** All findings, in the order of their places; with `advice`, also what is no fault. */
export function lintFindings(diagram: Diagram, advice: boolean): Finding[] {
  const run = [...forReaders, ...forLinter, ...(advice ? [checkReturns] : [])]
  return inOrder(run.flatMap(check => check(diagram)))
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
}
