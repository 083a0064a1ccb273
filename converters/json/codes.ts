/** Codes of messages that only the JSON form gives; the core has those that it shares with others. */
import type { Codes } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const jsonCodes = {
  'syntax/schema': {
    severity: 'error',
    about:
      'A JSON file is well formed but does not fit the JSON Schema of the form (`diaglot/schema.json` in the package): a name is unknown, a value has the wrong type, or something required is missing.',
  },
} as const satisfies Codes

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly json: typeof jsonCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof jsonCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(jsonCodes)
