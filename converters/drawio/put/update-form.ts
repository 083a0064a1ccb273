/** `--update` of a picture or a page that holds a file: the file in it is brought up to date, and shown anew. */
import type { Drawing, FormatOptions, UpdateResult } from '../../../src/format.js'
import { fileIn, pagesOf } from '../document/envelope.js'
import { readPage } from '../read/read.js'
import { formIn, inForm } from '../write/forms.js'
import { nothingHeld } from './messages.js'
import { updateDrawio } from './update.js'

/** As `updateDrawio`, for files in every form. @param existing of a PNG picture the file that stands in it */
export function updateForm(
  existing: string,
  drawings: readonly Drawing[],
  options: FormatOptions = {},
): UpdateResult {
  const form = formIn(options)
  const file = fileIn(existing)
  if (!form && file === existing) return updateDrawio(existing, drawings, options)
  if (file === undefined) return { text: existing, messages: [nothingHeld()] }
  const { text, messages } = updateDrawio(file, drawings, options)
  if (text === file) return { text: existing, messages }
  const pages = pagesOf(text).pages.map((page, i) => readPage(page, i + 1, { whole: true, infer: true }))
  return { text: form ? inForm(form, text, pages, options) : text, messages }
}
