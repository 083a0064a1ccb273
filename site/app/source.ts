/** The left side: the text of a person, its format, and what is said of it. */

import { type FormatName, formatNames, formats, isFormat, likelyFormat } from '../shared/formats.js'
import type { Looked, Written } from '../shared/protocol.js'
import type { Say } from '../texts/texts.js'
import { applyFix, diagnosticsOf } from './diagnostics.js'
import { h, later } from './dom.js'
import { Editor } from './editor.js'
import { keep, keys } from './keep.js'
import { Asker } from './language/ask.js'
import { words } from './workers.js'

export interface SourceActs {
  /** The text was changed, by whomever. */
  readonly changed: () => void
  readonly looked: (looked: Looked) => void
  readonly tell: (sentence: string) => void
  readonly failed: (error: unknown) => void
}

/** So long after the last key a text is read, in milliseconds; a large one later. */
export const delayOf = ({ length }: { readonly length: number }): number => (length > 100_000 ? 400 : 80)

export class Source {
  readonly editor: Editor
  readonly choice: HTMLSelectElement
  looked: Looked = { messages: [], total: 0, count: 0, size: 0 }
  /** The text that was looked at last. */
  seen = ''
  readonly #read = later(() => void this.#look())

  constructor(
    readonly say: Say,
    readonly acts: SourceActs,
  ) {
    this.editor = new Editor({
      label: say('sourceEditor'),
      hint: say('placeholder'),
      indents: say('leaveEditor'),
      asker: new Asker('source', () => this.written),
      renames: { say, tell: acts.tell },
      changed: () => this.#changed(),
    })
    this.choice = h(
      'select',
      { id: 'format', on: { change: () => this.#reread() } },
      h('option', { value: 'auto' }),
    )
    for (const name of formatNames)
      this.choice.append(h('option', { value: name, textContent: formats[name].title }))
    this.#tell()
  }

  get written(): Written {
    const { value } = this.choice
    return { text: this.editor.text, format: isFormat(value) ? value : 'auto' }
  }

  /** The format that the text is in, as far as anybody knows. */
  get format(): FormatName | undefined {
    return this.looked.format
  }

  /** Another diagram. It can be undone, but for the first. */
  async open(text: string, format: Written['format'] = 'auto'): Promise<void> {
    if (this.editor.text !== '') await this.editor.ready()
    // What is told from the text goes on being told from it, also when another text takes its place.
    this.choice.value = likelyFormat(text) === format ? 'auto' : format
    this.editor.write(text)
    this.#changed()
    this.editor.view.dispatch({ selection: { anchor: 0 } })
  }

  /** Whatever stands here now is somebody's new text. */
  replaced(): void {
    this.choice.value = 'auto'
  }

  fix(message: Looked['messages'][number]): void {
    void applyFix(this.editor, this.seen, message).catch(this.acts.failed)
  }

  #changed(): void {
    const { text, format } = this.written
    keep(keys.text, text)
    keep(keys.format, format)
    this.acts.changed()
    this.#read(delayOf(text))
  }

  #reread(): void {
    this.#changed()
    this.editor.recolour()
  }

  async #look(): Promise<void> {
    const { written } = this
    try {
      const looked = await words.ask('look', written)
      if (!looked || written.text !== this.editor.text) return
      this.looked = looked
      this.seen = written.text
      void this.editor
        .mark(diagnosticsOf(this.editor, written.text, looked.messages, this.say))
        .catch(this.acts.failed)
      this.#tell()
      this.acts.looked(looked)
    } catch (error) {
      this.acts.failed(error)
    }
  }

  /** What the first choice of the list found. */
  #tell(): void {
    const { format } = this.looked
    const found = format && formats[format].title
    this.choice.options[0]!.textContent = found
      ? this.say('formatFound', { format: found })
      : this.say('formatUnknown')
  }
}
