/** Codes of messages that only draw.io gives; the core has those that it shares with others. */
import type { CodeTable } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const drawioCodes = {
  'syntax/drawio': {
    severity: 'error',
  },
  'syntax/xml': {
    severity: 'error',
  },
  'lint/empty-page': {
    severity: 'info',
  },
  'lint/outside-container': {
    severity: 'warning',
  },
  'lint/stacked-shape': {
    severity: 'warning',
  },
  'repair/attached-edge': {
    severity: 'info',
  },
  'repair/cell-id': {
    severity: 'warning',
  },
  'repair/cell-parent': {
    severity: 'warning',
  },
  'repair/column-titles': {
    severity: 'info',
  },
  'repair/hidden-layer': {
    severity: 'info',
  },
  'repair/inferred-direction': {
    severity: 'info',
  },
  'repair/inferred-group': {
    severity: 'info',
  },
  'repair/inferred-side': {
    severity: 'info',
  },
  'repair/inferred-label': {
    severity: 'info',
  },
  'repair/no-graph': {
    severity: 'info',
  },
  'repair/inferred-note': {
    severity: 'info',
  },
  'repair/inferred-picture': {
    severity: 'info',
  },
  'repair/inferred-title': {
    severity: 'info',
  },
  'repair/loose-edge': {
    severity: 'warning',
  },
  'repair/mermaid-picture': {
    severity: 'warning',
  },
  'repair/unknown-shape': {
    severity: 'info',
  },
  'repair/unsafe-html': {
    severity: 'info',
  },
  'repair/update-added': {
    severity: 'info',
  },
  'repair/update-changed': {
    severity: 'info',
  },
  'repair/update-edge': {
    severity: 'info',
  },
  'repair/update-kept': {
    severity: 'info',
  },
  'repair/update-label': {
    severity: 'info',
  },
  'repair/update-place': {
    severity: 'info',
  },
  'repair/update-removed': {
    severity: 'info',
  },
  'repair/update-shape': {
    severity: 'info',
  },
  'repair/update-style': {
    severity: 'info',
  },
} as const satisfies CodeTable

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly drawio: typeof drawioCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof drawioCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(drawioCodes)
