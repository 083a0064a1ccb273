/** What mermaid itself says of a diagram. */
import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { message } from '../codes.js'

interface OfKind {
  /** As the diagram begins: `sequenceDiagram`. */
  readonly kind: string
}

export const refused = ({ kind, why }: OfKind & { readonly why: string }, at: Range): Message =>
  message('syntax/official', `Mermaid refuses this ${kind}: ${why.replace(/[.:]$/, '')}.`, { at })

export const unknownKind = ({ kind }: OfKind, at: Range): Message =>
  message('syntax/official', `The mermaid of this project knows no diagrams that begin with “${kind}”.`, {
    at,
  })

export const unended = ({ kind, seconds }: OfKind & { readonly seconds: number }, at: Range): Message =>
  message(
    'limit/official',
    `Mermaid did not come to an end with this ${kind} within ${seconds} seconds and was stopped.`,
    { at },
  )
