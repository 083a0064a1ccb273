/** Codes of the rules over the model, and of the comments in which authors say that a finding is meant. */
import type { Codes, CodeTable } from './code.js'

export const lints = {
  'lint/decision-exit': {
    severity: 'warning',
    about:
      'A decision, drawn as a diamond, has only one way out: whatever the answer, the same step follows. The other way is missing, or the step is no decision. Diamonds without words, and those where several ways meet, are not looked at, nor are diagrams whose lines have no heads.',
  },
  'lint/decision-label': {
    severity: 'warning',
    about:
      'Two or more ways out of a decision have no label, so nobody can tell when each is taken. One way without a label is fine: it is the one that is taken otherwise.',
  },
  'lint/duplicate-edge': {
    severity: 'warning',
    about:
      'Two edges say the same: the same ends, arrowheads, label and look. They are drawn side by side. The fix takes the second one out, and nothing else changes. In DOT, where parallel edges count things, and in draw.io, where they may be drawn so, nothing is said unless the rule is set.',
  },
  'lint/endless': {
    severity: 'info',
    onRequest: true,
    about:
      'Some steps lead only to each other, while other ways of the same diagram come to an end. Whoever walks in there does not get out; the way out may have been forgotten. Services and states that run forever are meant like that, so nothing is said unless the rule is set.',
  },
  'lint/similar-id': {
    severity: 'warning',
    about:
      'Nothing is said of a node but its id, and another node with a label has nearly that id: `start --> b` and `Start[Order arrives]`. Capital letters, `-` and `_` count in ids, so these are two nodes, and one of them is there by a slip of the pen.',
  },
  'lint/unreachable': {
    severity: 'info',
    onRequest: true,
    about:
      'Some steps lead into the rest of the diagram, and in a circle to each other, but no way leads to any of them from where the diagram starts. In a flowchart an edge is missing, or points the wrong way. Parts of a system that talk to each other are meant like that, so nothing is said unless the rule is set.',
  },
  'lint/unused-ignore': {
    severity: 'info',
    fix: 'named',
    about:
      'A comment says that a finding is meant (`diaglot-ignore CODE`, or `diaglot-ignore-file CODE` for the whole file), and there is no such finding: it was mended, the code is misspelt, or the comment stands at another line. Errors of reading cannot be ignored. The fix removes the comment, where this code is named.',
  },
} as const satisfies Codes

/** Those of them that formats give, too, where their own words break the rule. */
export const sharedLints = {
  'lint/orphan': {
    severity: 'warning',
  },
  'lint/overwritten': {
    severity: 'warning',
  },
} as const satisfies CodeTable
