/** A code that only this format gives: it is known wherever the format is, and nowhere else. */
import type { Codes } from '../../../src/messages/code.js'
import { messageWith } from '../../../src/messages/message.js'

export const stepsCodes = {
  'syntax/first-word': {
    severity: 'error',
    about:
      'A text of steps begins with the word `steps` on a line of its own. Without it, nothing of it is read.',
  },
} as const satisfies Codes

declare module '../../../src/messages/codes.js' {
  interface CodesBrought {
    readonly steps: typeof stepsCodes
  }
}

export const message = /* @__PURE__ */ messageWith(stepsCodes)
