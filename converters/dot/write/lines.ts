/** So many lines become one piece of text. */
const PIECE = 512

/**
 * The lines of a text. A line that was put together of parts is held as these until somebody joins it, and a hundred thousand of them are copied
 * by each collection of garbage: so they are joined piece by piece.
 */
export class Lines {
  readonly #pieces: string[] = []
  #lines: string[] = []

  push(...lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line)
    if (this.#lines.length >= PIECE) this.#join()
  }

  #join(): void {
    this.#pieces.push(this.#lines.join('\n'))
    this.#lines = []
  }

  /** All of them, each but the last with its line break. */
  text(): string {
    this.#join()
    return this.#pieces.join('\n')
  }
}
