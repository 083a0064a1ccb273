/** Files of draw.io for editors: the words of XML, and elements that open and close. */
import type { Language } from '../../../src/language/language.js'
import { tokenizeXml } from './tokens.js'

export const drawioLanguage: Language = {
  tokenize: tokenizeXml,
  words: () => [],
  offer: () => ({}),
}
