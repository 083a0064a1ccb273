/** Blanks that show nothing and that `\s` does not know: joiners, fillers, marks of direction, the empty braille cell. */
const unseen = '\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u2800\u3164\ufe0e\ufe0f\uffa0'
const blank = new RegExp(`^[\\s${unseen}]*$`)

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  return blank.test(text)
}
