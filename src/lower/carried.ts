/** What is said of a loss where the value rides along in the text that is written. */
import type { Message } from '../messages/message.js'

/** A loss that rides along is no loss, only something that a reader of the text does not see: the message says so. */
export function asCarried(said: Message): Message {
  if (said.loss !== 'approximated' && said.loss !== 'dropped' && said.loss !== 'reordered') return said
  return { ...said, severity: 'info', loss: 'carried', text: carriedWords(said.text, said.loss) }
}

function carriedWords(text: string, loss: 'approximated' | 'dropped' | 'reordered'): string {
  const words = text.replace(/\b(is|are) left out\b/g, '$1 carried along')
  if (words !== text) return words
  const what = loss === 'dropped' ? 'it is carried along' : 'how it was is carried along'
  return `${text.replace(/\.$/, '')}; ${what}.`
}
