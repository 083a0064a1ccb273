/** Codes of messages that only Graphviz DOT gives; the core has those that it shares with others. */
import type { CodeTable } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const dotCodes = {
  'syntax/brace': {
    severity: 'error',
  },
  'syntax/edge-operator': {
    severity: 'error',
  },
  'syntax/quote': {
    severity: 'error',
  },
  'syntax/unquoted': {
    severity: 'error',
  },
  'lint/assignment': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/attribute-behind': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/compound': {
    severity: 'warning',
  },
  'lint/edge-operator': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/html-label': {
    severity: 'warning',
  },
  'lint/ignored-attribute': {
    severity: 'warning',
  },
  'lint/ignored-text': {
    severity: 'warning',
  },
  'lint/keyword': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/name': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/number': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/ortho-label': {
    severity: 'warning',
  },
  'lint/plain-subgraph': {
    severity: 'warning',
  },
  'lint/port': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/record-label': {
    severity: 'warning',
  },
  'lint/unfilled': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/unknown-cluster': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/unknown-port': {
    severity: 'warning',
  },
  'lint/unknown-value': {
    severity: 'warning',
    fix: 'meaning',
  },
} as const satisfies CodeTable

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly dot: typeof dotCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof dotCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(dotCodes)
