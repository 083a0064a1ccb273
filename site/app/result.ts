/** The right side as a text: one format of the tabs, which follows the source, and which the source follows. */
import { formats, type TargetName } from '../shared/formats.js'
import type { Converted, Written } from '../shared/protocol.js'
import type { Key, Say } from '../texts/texts.js'
import { diagnosticsOf } from './diagnostics.js'
import { later } from './dom.js'
import { Editor } from './editor.js'
import { Asker } from './language/ask.js'
import { delayOf } from './source.js'
import { drawing, words } from './workers.js'

export interface ResultActs {
  readonly source: () => Written
  /** The source with the edit in it. */
  readonly followed: (text: string) => void
  readonly converted: (target: TargetName, converted: Converted) => void
  readonly tell: (key: Key | '', why?: string) => void
  readonly say: (sentence: string) => void
  readonly failed: (error: unknown) => void
  readonly carries: () => boolean
}

export class Result {
  readonly editor: Editor
  #target: TargetName
  /** The texts that a person edited, by format: they are brought up to date, and not written anew. */
  readonly #own = new Map<TargetName, string>()
  #isReplaced = false
  readonly #bring = later(() => void this.#bringBack())

  constructor(
    readonly say: Say,
    target: TargetName,
    readonly acts: ResultActs,
  ) {
    this.#target = target
    this.editor = new Editor({
      label: say('resultEditor', { format: formats[target].title }),
      asker: new Asker('result', () => this.#written),
      renames: { say, tell: acts.say },
      changed: typed => typed && this.#edited(),
    })
  }

  get target(): TargetName {
    return this.#target
  }

  get #written(): Written {
    return { text: this.editor.text, format: this.#target }
  }

  /** Shows another format. */
  show(target: TargetName): void {
    if (target !== this.#target) {
      this.#target = target
      this.editor.restart(this.#own.get(target) ?? '')
      this.editor.name(this.say('resultEditor', { format: formats[target].title }))
    }
    // It may have stood there already, unseen.
    this.editor.recolour()
    void this.refresh()
  }

  /** Forgets what a person wrote here. */
  anew(): void {
    this.#own.delete(this.#target)
    void this.refresh()
  }

  /** Another diagram stands at the left: nothing of the last one is kept. */
  forget(): void {
    this.#own.clear()
  }

  /** The whole text at the left is another one: where that is another diagram, nothing of the last one is kept. */
  replaced(): void {
    this.#isReplaced = true
  }

  /** Brings the text up to date with the source. */
  async refresh(): Promise<void> {
    const target = this.#target
    const source = this.acts.source()
    const standing = this.#own.get(target)
    try {
      const request = {
        source,
        to: target,
        carry: this.acts.carries(),
        ...(standing !== undefined && { standing }),
      }
      // What is laid out takes longer, and is in nobody's way where pictures are drawn.
      const lane = target === 'drawio' ? drawing : words
      const converted = await lane.ask('convert', request)
      if (!converted || target !== this.#target || standing !== this.#own.get(target)) return
      const isReplaced = this.#isReplaced
      this.#isReplaced = false
      if (isReplaced && !converted.follows) return this.anew()
      this.acts.converted(target, converted)
      if (converted.follows) {
        if (standing !== undefined) this.#own.set(target, converted.text)
        this.editor.write(converted.text)
        if (standing === undefined) void this.editor.mark([]).catch(this.acts.failed)
        this.acts.tell(standing === undefined ? '' : 'follows')
      } else this.acts.tell('followsNot', converted.messages[0]?.text)
    } catch (error) {
      this.acts.failed(error)
    }
  }

  #edited(): void {
    const { text } = this.editor
    this.#own.set(this.#target, text)
    this.#bring(delayOf(text))
  }

  async #bringBack(): Promise<void> {
    const edited = this.#written
    const text = this.acts.source()
    try {
      // An empty side takes what is written on the other.
      const followed = await words.ask('follow', { text, edited })
      if (!followed || edited.text !== this.editor.text || text.text !== this.acts.source().text) return
      void this.editor
        .mark(diagnosticsOf(this.editor, edited.text, followed.ofEdited, this.say))
        .catch(this.acts.failed)
      if (followed.follows) {
        this.acts.tell('follows')
        this.acts.followed(followed.text)
      } else
        this.acts.tell(
          'sourceFollowsNot',
          followed.messages[0]?.text ?? this.say('readOnly', { format: text.format }),
        )
    } catch (error) {
      this.acts.failed(error)
    }
  }
}
