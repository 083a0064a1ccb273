/** A directive for a language that no directive draws: one for code, with the language as its argument. */
import type { Format } from '../format.js'
import { inPlaces } from '../messages/edits.js'
import type { TextEdit } from '../messages/message.js'
import type { Block, Range } from './block.js'
import { wordFor } from './languages.js'
import { directiveFor } from './named-file.js'

const CODE = 'code-block'

/**
 * The block of a directive, which becomes one for code in a format without a directive of its own.
 * @param argument all behind the name of the directive, with the blanks before it
 * @param more what else changes for a directive of another name
 * @see https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-code-block
 */
export function orCode(
  block: Block,
  word: Range,
  argument: Range,
  more: (directive: string) => readonly TextEdit[] = () => [],
): Block {
  const named = (edits: readonly TextEdit[], format: Format): readonly TextEdit[] => {
    const directive = directiveFor(format)
    if (!edits.some(({ start }) => start === word[0])) return edits
    if (directive !== undefined) return [...edits, ...more(directive)]
    const [start, end] = argument
    return [
      ...edits.filter(edit => edit.start !== word[0] && edit.start !== start),
      { start: word[0], end: word[1], text: CODE },
      { start, end, text: ` ${wordFor(format, 'fence')}` },
      ...more(CODE),
    ]
  }
  return {
    ...block,
    exchanged: (text, format) => {
      const { edits, refused } = block.exchanged(text, format)
      if (!edits) return { refused }
      return { edits: format ? inPlaces([...named(edits, format)]) : edits }
    },
  }
}
