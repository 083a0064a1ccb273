/** What a word of a language means, as it is said to who writes. */
import type { Word } from './language.js'

export const aboutWord = ({ about }: Word): string => about
