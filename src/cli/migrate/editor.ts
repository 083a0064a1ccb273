/** The editor that opens texts of a format from their addresses. */
import { type Editor, editors } from '../../links/editors.js'

/** Nothing where none takes the format as it is. */
export const editorOf = (format: string): Editor | undefined =>
  editors.find(({ formats }) => formats.includes(format))
