/** A text of a stranger in a message: one line, and not all of it. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 50 ? `${line.slice(0, 49)}…` : line
}
