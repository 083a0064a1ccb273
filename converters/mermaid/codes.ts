/** Codes of messages that only Mermaid gives; the core has those that it shares with others. */
import type { CodeTable } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const mermaidCodes = {
  'syntax/direction-line': {
    severity: 'error',
  },
  'syntax/letter': {
    severity: 'error',
  },
  'syntax/link-number': {
    severity: 'error',
  },
  'syntax/other-diagram': {
    severity: 'error',
  },
  'syntax/official': {
    severity: 'error',
  },
  'syntax/subgraph': {
    severity: 'error',
  },
  'syntax/yaml': {
    severity: 'error',
  },
  'limit/official': {
    severity: 'error',
  },
  'lint/arrow-sign': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/comma-in-id': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/direction-line': {
    severity: 'warning',
  },
  'lint/edge-id': {
    severity: 'warning',
  },
  'lint/ignored-direction': {
    severity: 'warning',
  },
  'lint/ignored-directive': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/label-over-lines': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/lost-member': {
    severity: 'warning',
  },
  'lint/mermaid-drawn': {
    severity: 'warning',
  },
  'lint/mermaid-version': {
    severity: 'error',
  },
  'lint/pipes-in-label': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/semicolon-in-style': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/style-target': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/subgraph-as-node': {
    severity: 'warning',
  },
  'lint/undefined-class': {
    severity: 'warning',
    fix: 'meaning',
  },
  'lint/unknown-target': {
    severity: 'warning',
  },
  'repair/arrow': {
    severity: 'warning',
  },
  'repair/group-cycle': {
    severity: 'warning',
  },
  'limit/mermaid-edges': {
    severity: 'warning',
  },
} as const satisfies CodeTable

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly mermaid: typeof mermaidCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof mermaidCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(mermaidCodes)
