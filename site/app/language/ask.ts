/** The questions of one editor about its text. */
import type { AnswerOf, At, Kind, RequestOf, Written } from '../../shared/protocol.js'
import { words } from '../workers.js'

/** Questions about a place in a text. */
type PlaceKind = { [K in Kind]: RequestOf<K> extends At ? K : never }[Kind]

export class Asker {
  /**
   * @param who the name of the editor
   * @param written what stands in it
   */
  constructor(
    readonly who: string,
    readonly written: () => Written,
  ) {}

  /** Nothing where a newer question took its place, or the text is another one by now. A language that fails is no reason to stop typing. */
  async ask<K extends PlaceKind>(
    kind: K,
    offset: number,
    more: Omit<RequestOf<K>, keyof At>,
  ): Promise<AnswerOf<K> | undefined> {
    const { who } = this
    const text = this.written()
    const request = { who, text, offset, ...more } as unknown as RequestOf<K>
    const answer = await words.ask(kind, request, who).catch(() => undefined)
    return text.text === this.written().text ? answer : undefined
  }
}
