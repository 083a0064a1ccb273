/** What is said of a text that is to be formatted. */
import { type Message, message } from '../messages/message.js'

/** @param first what is said of the first of the errors */
export const notFormatted = ({ first }: { readonly first: string }): Message =>
  message('syntax/fmt', `The text has errors, so it is not formatted: ${first}`)

/** @param fault how the text would read otherwise */
export const wouldReadOtherwise = ({ fault }: { readonly fault: string }): Message =>
  message('syntax/fmt', `Formatted, the text would not say the same (${fault}), so it stays as it is.`)
