/** Codes of messages that only FlowZap Code gives; the core has those that it shares with others. */
import type { CodeTable } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const flowzapCodes = {
  'syntax/unclosed-lane': {
    severity: 'error',
  },
  'syntax/undefined-lane': {
    severity: 'error',
  },
  'syntax/unknown-attribute': {
    severity: 'error',
  },
  'syntax/unknown-side': {
    severity: 'error',
  },
  'lint/attribute': {
    severity: 'error',
  },
  'lint/character': {
    severity: 'error',
  },
  'lint/comment': {
    severity: 'warning',
    fix: 'named',
  },
  'lint/duplicate-id': {
    severity: 'error',
  },
  'lint/edge-place': {
    severity: 'error',
  },
  'lint/edge-repeated': {
    severity: 'warning',
  },
  'lint/empty': {
    severity: 'error',
  },
  'lint/escape': {
    severity: 'warning',
  },
  'lint/handle-missing': {
    severity: 'error',
  },
  'lint/handle-side': {
    severity: 'error',
  },
  'lint/label-length': {
    severity: 'warning',
  },
  'lint/lane-id': {
    severity: 'warning',
  },
  'lint/lane-label': {
    severity: 'error',
  },
  'lint/lane-prefix': {
    severity: 'error',
  },
  'lint/lane-reopened': {
    severity: 'warning',
  },
  'lint/lane-unclosed': {
    severity: 'error',
  },
  'lint/loop-nested': {
    severity: 'error',
  },
  'lint/loop-nodes': {
    severity: 'warning',
  },
  'lint/loop-place': {
    severity: 'error',
  },
  'lint/lost-line': {
    severity: 'error',
  },
  'lint/no-return': {
    severity: 'info',
    onRequest: true,
  },
  'lint/node-id': {
    severity: 'error',
  },
  'lint/node-place': {
    severity: 'error',
  },
  'lint/numbering': {
    severity: 'error',
  },
  'lint/separator': {
    severity: 'error',
  },
  'lint/shape': {
    severity: 'error',
  },
  'lint/size': {
    severity: 'error',
  },
  'lint/statement': {
    severity: 'error',
  },
  'lint/undefined-node': {
    severity: 'error',
  },
  'repair/edge-place': {
    severity: 'warning',
  },
  'repair/edge-repeated': {
    severity: 'warning',
  },
  'repair/empty': {
    severity: 'warning',
  },
  'repair/escape': {
    severity: 'warning',
  },
  'repair/lane-label': {
    severity: 'warning',
  },
  'repair/lane-prefix': {
    severity: 'warning',
  },
  'repair/lane-reopened': {
    severity: 'warning',
  },
  'repair/node-id': {
    severity: 'warning',
  },
  'repair/separator': {
    severity: 'warning',
  },
  'repair/shape': {
    severity: 'warning',
  },
  'limit/flowzap-size': {
    severity: 'error',
  },
} as const satisfies CodeTable

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly flowzap: typeof flowzapCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof flowzapCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(flowzapCodes)

/**
 * The checks. `lint` is the code of the linter's message. `read` is the code of the reader's, for what
 * a reader must say: what it could not understand and what it put right.
 */
export const checks = {
  attribute: { lint: 'lint/attribute', read: 'syntax/unknown-attribute' },
  character: { lint: 'lint/character', read: 'repair/character' },
  comment: { lint: 'lint/comment' },
  'duplicate-id': { lint: 'lint/duplicate-id', read: 'syntax/duplicate-id' },
  empty: { lint: 'lint/empty', read: 'repair/empty' },
  escape: { lint: 'lint/escape', read: 'repair/escape' },
  'edge-place': { lint: 'lint/edge-place', read: 'repair/edge-place' },
  'edge-repeated': { lint: 'lint/edge-repeated', read: 'repair/edge-repeated' },
  'handle-missing': { lint: 'lint/handle-missing', read: 'repair/handle-missing' },
  'handle-side': { lint: 'lint/handle-side', read: 'syntax/unknown-side' },
  'label-length': { lint: 'lint/label-length' },
  'lane-id': { lint: 'lint/lane-id', read: 'repair/lane-id' },
  'lane-label': { lint: 'lint/lane-label', read: 'repair/lane-label' },
  'lane-prefix': { lint: 'lint/lane-prefix', read: 'repair/lane-prefix' },
  'lane-reopened': { lint: 'lint/lane-reopened', read: 'repair/lane-reopened' },
  'lane-unclosed': { lint: 'lint/lane-unclosed', read: 'syntax/unclosed-lane' },
  'loop-nested': { lint: 'lint/loop-nested' },
  'loop-nodes': { lint: 'lint/loop-nodes' },
  'loop-place': { lint: 'lint/loop-place' },
  'lost-line': { lint: 'lint/lost-line' },
  nesting: { lint: 'lint/statement', read: 'limit/nesting' },
  'no-return': { lint: 'lint/no-return' },
  'node-id': { lint: 'lint/node-id', read: 'repair/node-id' },
  'node-in-label': { lint: 'lint/lane-label', read: 'repair/lane-label' },
  'node-place': { lint: 'lint/node-place', read: 'repair/node-place' },
  numbering: { lint: 'lint/numbering' },
  orphan: { lint: 'lint/orphan' },
  rect: { lint: 'lint/shape', read: 'repair/shape' },
  separator: { lint: 'lint/separator', read: 'repair/separator' },
  shape: { lint: 'lint/shape', read: 'syntax/unknown-shape' },
  size: { lint: 'lint/size' },
  keyword: { lint: 'lint/statement', read: 'syntax/keyword' },
  unclosed: { lint: 'lint/statement', read: 'syntax/unclosed' },
  statement: { lint: 'lint/statement', read: 'syntax/unexpected' },
  'undefined-node': { lint: 'lint/undefined-node', read: 'syntax/undefined-node' },
} as const satisfies Record<string, { lint: Code; read?: Code }>

export type Check = keyof typeof checks
