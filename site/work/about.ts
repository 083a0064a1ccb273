/** What the words of the languages mean, in the language of the page: the library says it in English. */
import type { OpenSettings } from '../../src/language/index.js'

export const aboutWord: NonNullable<OpenSettings['about']> = ({ about }) => about

/** Another language has some hundred sentences to load: who shows them waits for it. */
export const wordsLoaded = (): Promise<void> => Promise.resolve()
