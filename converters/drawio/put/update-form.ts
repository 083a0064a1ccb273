/** `--update` of a picture or a page that holds a file: the file in it is brought up to date. */
import type { Drawing, FormatOptions, UpdateResult } from '../../../src/format.js'
import { fileIn } from '../document/envelope.js'
import { noDiagramInside } from './messages.js'
import { updateDrawio } from './update.js'

/** As `updateDrawio`, for files in every form: where something changed, the text is that of the plain file. */
export function updateForm(
  existing: string,
  drawings: readonly Drawing[],
  options: FormatOptions = {},
): UpdateResult {
  const file = fileIn(existing)
  if (file === undefined) return { text: existing, messages: [noDiagramInside()] }
  const { text, messages } = updateDrawio(file, drawings, options)
  return { text: text === file ? existing : text, messages }
}
