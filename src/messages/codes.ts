/**
 * The codes of messages that any format or lowering gives. Each format brings its own beside them (`codes.ts` in its folder), and so can
 * a format of one's own. Every code has a default severity and a paragraph for the documentation.
 */
import type { CodeTable } from './code.js'
import { sharedLints } from './lints.js'
import { losses } from './losses.js'

export const codes = {
  'syntax/conflict': {
    severity: 'error',
  },
  'syntax/cut-off': {
    severity: 'error',
  },
  'syntax/duplicate-id': {
    severity: 'error',
  },
  'syntax/encoding': {
    severity: 'error',
  },
  'syntax/fence': {
    severity: 'error',
  },
  'syntax/fmt': {
    severity: 'error',
  },
  'syntax/keyword': {
    severity: 'error',
  },
  'syntax/other-format': {
    severity: 'error',
  },
  'syntax/prose': {
    severity: 'error',
  },
  'syntax/reference': {
    severity: 'error',
  },
  'syntax/unclosed': {
    severity: 'error',
  },
  'syntax/undefined-node': {
    severity: 'error',
  },
  'syntax/unexpected': {
    severity: 'error',
  },
  'syntax/unknown-shape': {
    severity: 'error',
  },
  'syntax/update': {
    severity: 'error',
  },
  'lint/conflict': {
    severity: 'warning',
  },
  'lint/fence': {
    severity: 'warning',
  },
  'lint/unknown-attribute': {
    severity: 'warning',
    fix: 'meaning',
  },
  'repair/carried': {
    severity: 'warning',
  },
  'repair/carry-unread': {
    severity: 'info',
  },
  'repair/character': {
    severity: 'warning',
  },
  'repair/edge-order': {
    severity: 'warning',
  },
  'repair/group-order': {
    severity: 'info',
  },
  'repair/handle-missing': {
    severity: 'warning',
  },
  'repair/id': {
    severity: 'info',
  },
  'repair/lane-id': {
    severity: 'warning',
  },
  'repair/link': {
    severity: 'warning',
  },
  'repair/loop-lane': {
    severity: 'warning',
  },
  'repair/loop-order': {
    severity: 'warning',
  },
  'repair/node-order': {
    severity: 'info',
  },
  'repair/node-place': {
    severity: 'warning',
  },
  'repair/numbering': {
    severity: 'warning',
  },
  'repair/restored': {
    severity: 'info',
  },
  'repair/unsafe-link': {
    severity: 'warning',
  },
  'repair/updated': {
    severity: 'info',
  },
  'graph/cycle': {
    severity: 'error',
  },
  'graph/id': {
    severity: 'error',
  },
  'graph/key': {
    severity: 'error',
  },
  'graph/nesting': {
    severity: 'error',
  },
  'graph/reference': {
    severity: 'error',
  },
  'graph/type': {
    severity: 'error',
  },
  'graph/value': {
    severity: 'error',
  },
  'limit/nesting': {
    severity: 'error',
  },
  'limit/size': {
    severity: 'error',
  },
  ...sharedLints,
  ...losses,
} as const satisfies CodeTable

/**
 * The lists of codes that there are, by who brings them. A format adds its own, so that `Code` is the union of all and closed:
 * `declare module 'diaglot' { interface CodesBrought { readonly mine: typeof mineCodes } }`.
 */
export interface CodesBrought {
  readonly core: typeof codes
}

/** The codes of the core. */
export type CoreCode = keyof typeof codes

/** Every code that is brought. */
export type Code = { [List in keyof CodesBrought]: keyof CodesBrought[List] }[keyof CodesBrought]
