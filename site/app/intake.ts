/** Ways into the page: files, drops, links that are pasted, and the address of the page. */
import type { Written } from '../shared/protocol.js'
import type { Key, Say } from '../texts/texts.js'
import { droppedFiles, LARGEST, type Opened } from './files.js'
import { unpacked } from './share.js'
import { words } from './workers.js'

interface Takes {
  readonly open: (text: string, format: Written['format']) => void
  /** Several files to choose from. */
  readonly several: (files: readonly Opened[]) => void
  readonly tell: (sentence: string) => void
  readonly failed: (error: unknown) => void
}

export class Intake {
  constructor(
    readonly say: Say,
    readonly takes: Takes,
  ) {}

  #tell(key: Key, values = {}): void {
    this.takes.tell(this.say(key, values))
  }

  /** Opens one file. */
  async file({ name, file }: Opened): Promise<void> {
    if (file.size > LARGEST) return this.#tell('tooLarge')
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const found = await words.ask('open', { bytes, file: name })
      if (!found) return
      if (found.text === '') return this.takes.tell(found.messages[0]?.text ?? this.say('unreadable'))
      this.takes.open(found.text, found.format ?? 'auto')
      this.#tell('opened', { name })
    } catch (error) {
      if (error instanceof DOMException) this.#tell('unreadable')
      else this.takes.failed(error)
    }
  }

  async files(files: readonly Opened[]): Promise<void> {
    const [first] = files
    if (!first) return this.#tell('noFiles')
    this.takes.several(files)
    await this.file(first)
  }

  /** The diagram in a link. @returns whether it was a link to a diagram */
  async link(address: string): Promise<boolean> {
    const own = address.startsWith(location.href.replace(/#.*/, '#'))
      ? address.slice(address.indexOf('#'))
      : undefined
    if (own !== undefined) return this.address(own)
    const found = await words.ask('unlink', { address })
    if (!found) return false
    if (found.text === undefined) {
      this.takes.tell(found.messages[0]?.text ?? '')
      return false
    }
    this.takes.open(found.text, found.format ?? 'auto')
    this.#tell('opened', { name: new URL(address).hostname })
    return true
  }

  /** The diagram behind `#` in the address of the page. */
  async address(hash: string): Promise<boolean> {
    const found = await unpacked(hash)
    if (found === 'damaged') this.#tell('damagedAddress')
    if (found === undefined || found === 'damaged') return false
    this.takes.open(found.text, found.format)
    return true
  }

  /** Drops anywhere on the page, and links that are pasted into the empty or wholly selected text. */
  listen(): void {
    addEventListener('dragover', event => event.preventDefault())
    addEventListener('drop', event => {
      const { dataTransfer } = event
      if (!dataTransfer) return
      const link = dataTransfer.getData('text/uri-list').split(/\r?\n/)[0] ?? ''
      if (dataTransfer.types.includes('Files')) {
        event.preventDefault()
        droppedFiles(dataTransfer).then(
          files => this.files(files),
          () => this.#tell('unreadable'),
        )
      } else if (/^https?:/i.test(link)) {
        event.preventDefault()
        this.link(link).catch(this.takes.failed)
      }
    })
    addEventListener('hashchange', () => void this.address(location.hash).catch(this.takes.failed))
  }
}

/** Whether what is pasted is an address and nothing else. */
export const isAddress = (text: string): boolean =>
  /^\s*https?:\/\/\S+\s*$/i.test(text) && text.length < 5_000_000
