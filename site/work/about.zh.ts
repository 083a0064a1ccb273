/** What a word of a language means, in Chinese. Shapes have their sentences in Chinese already. */
import type * as own from './about.js'

/** Some hundred sentences, which nobody needs before somebody points or completes. */
let words: ReadonlyMap<string, string> | undefined

export const wordsLoaded: typeof own.wordsLoaded = async () => {
  words ??= (await import('./about-words.zh.js')).WORDS
}

export const aboutWord: typeof own.aboutWord = ({ about }) => {
  const [, kind, word] = /^The (style|arrowhead) (\w+)\.$/.exec(about) ?? []
  if (kind !== undefined) return `${kind === 'style' ? '样式' : '箭头'} ${word}。`
  return words?.get(about) ?? about
}
