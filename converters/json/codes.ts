/** Codes of messages that only the JSON form gives; the core has those that it shares with others. */
import type { CodeTable } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const jsonCodes = {
  'syntax/schema': {
    severity: 'error',
  },
} as const satisfies CodeTable

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly json: typeof jsonCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof jsonCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(jsonCodes)
