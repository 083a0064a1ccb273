/** Codes that nobody needs who only reads and writes: of files, documents, versions that are merged, addresses of editors, rules of the linter, checks, and drawings. */
import { checks } from './checks.js'
import type { Codes } from './code.js'
import { lints } from './lints.js'
import { messageWith } from './message.js'

export const fileCodes = {
  'document/file': {
    severity: 'info',
    about: 'The diagram stands in a file that the document names; what is wrong is said of that file.',
  },
  'document/refused': {
    severity: 'error',
    about:
      'That text, or a link, cannot stand there in the document, which stays as it is. Put the diagram into a file of its own.',
  },
  'document/unread': {
    severity: 'warning',
    about:
      'This looks like a diagram, but no text of it stands in the document, or it is never closed; it is not read.',
  },
  'merge/conflict': {
    severity: 'error',
    about:
      'Both sides of a merge changed one field of one element to different values, or one side removed an element that the other changed or hung something new on. The result has what ours says; the message says what theirs wanted. Change it there by hand where theirs is right.',
  },
  'merge/diagrams': {
    severity: 'error',
    about:
      'The three versions of a merge do not hold the same number of diagrams: a page came or went. Nothing is merged. Bring all three to the same pages first, or merge the text as it is.',
  },
  'merge/lines': {
    severity: 'error',
    about:
      'Both sides of a merge changed the same lines of a document, outside of its diagrams or in one that cannot be read. Both stand in the result between `<<<<<<<` and `>>>>>>>`: keep what is right, and take the marks out.',
  },
  'merge/text': {
    severity: 'warning',
    about:
      'Both sides of a merge changed a diagram, and it could not be merged by what it says: one version has errors, is a diagram of another kind or in another language, or a change cannot be made in its text. It is merged line by line, as git does; look at it.',
  },
  'merge/taken': {
    severity: 'info',
    about:
      'What theirs changed since the base was put into the text of ours. Everything else of that text stays as it is: comments, order, spelling.',
  },
  'limit/address': {
    severity: 'warning',
    about: 'Some programs, of Windows above all, cut such a long address. Pass on the file instead.',
  },
  'syntax/address': {
    severity: 'error',
    about:
      'No diagram stands in this address: it is cut off, names a file elsewhere, or is of no editor that is known. Nothing is ever loaded.',
  },
  'limit/direction': {
    severity: 'info',
    about:
      'A group says which way its inside flows, and a line crosses the group’s border. Both cannot be had in a readable drawing, so the inside flows as what is around the group does. A group that no line crosses keeps its own direction; lines that end at the group itself do not count.',
  },
  'limit/layout': {
    severity: 'info',
    about:
      'The graph has more nodes and edges than the full layout arranges in reasonable time, so a simpler and faster one took its place: ranks, rows and orthogonal lines, without the search for the fewest crossings. The limit is a count, so every machine draws the same.',
  },
  ...lints,
  ...checks,
} as const satisfies Codes

declare module './codes.js' {
  interface CodesBrought {
    readonly files: typeof fileCodes
  }
}

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(fileCodes)
