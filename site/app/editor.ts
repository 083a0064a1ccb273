/** A text editor in a shadow root of its own, where its styles are adopted and no policy has anything against them. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState, type Extension, StateEffect } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { changeBetween } from './changes.js'
import { h } from './dom.js'
import { editorTheme } from './editor-theme.js'
import type { Asker } from './language/ask.js'
import { again, foldingChanged } from './language/highlight.js'
import { language } from './language/language.js'
import { type Renames, rename } from './language/rename.js'

/** On what the page itself writes into an editor. */
const byPage = Annotation.define<true>()

export interface EditorSettings {
  readonly label: string
  readonly hint?: string
  readonly asker: Asker
  readonly renames: Renames
  /** @param typed whether a person did it */
  readonly changed: (typed: boolean) => void
}

export class Editor {
  readonly element: HTMLElement
  readonly view: EditorView
  #extensions: Extension

  constructor(readonly settings: EditorSettings) {
    this.element = h('div', { className: 'editor' })
    const root = this.element.attachShadow({ mode: 'open' })
    this.#extensions = [extensionsOf(settings), keymap.of([{ key: 'Mod-f', run: () => this.#find() }])]
    this.view = new EditorView({ state: this.#fresh(''), root, parent: root })
    // Its text is large, and as few lines of it are there as are seen: it is scrolled by keys, too.
    this.view.scrollDOM.tabIndex = 0
    this.element.addEventListener('focusin', () => void this.#write(), { once: true })
  }

  #fresh(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.#extensions })
  }

  /** What is loaded later stays, whatever text stands here. */
  #add(more: Extension): void {
    this.#extensions = [this.#extensions, more]
    this.view.dispatch({ effects: StateEffect.appendConfig.of(more) })
  }

  async #write(): Promise<void> {
    const { writing } = await import('./writing.js')
    this.#add(writing(this.settings.asker))
  }

  /** The first time; then the keys of the search itself come before. */
  #find(): boolean {
    void import('./search.js').then(({ openSearchPanel, searching }) => {
      this.#add(searching)
      openSearchPanel(this.view)
    })
    return true
  }

  get text(): string {
    return this.view.state.doc.toString()
  }

  /** Writes a text into the editor as one step that can be undone. */
  write(text: string): void {
    const change = changeBetween(this.text, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
    if (change) this.view.dispatch({ changes: change, annotations: byPage.of(true) })
  }

  /** Another text, with nothing to undo. */
  restart(text: string): void {
    this.view.setState(this.#fresh(text))
  }

  name(label: string): void {
    this.view.contentDOM.setAttribute('aria-label', label)
  }

  mark(diagnostics: readonly Diagnostic[]): void {
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics))
  }

  /** Another language is spoken here now. */
  recolour(): void {
    this.view.dispatch({ effects: again.of(null) })
  }

  /** Asks for another name of what stands at the cursor. */
  rename(): void {
    void rename(this.view, this.settings.asker, this.settings.renames)
  }

  /** Selects a range and brings it into sight. */
  select(start: number, end: number, focus = true): void {
    const { length } = this.view.state.doc
    const [anchor, head] = [Math.min(start, length), Math.min(end, length)]
    this.view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    })
    if (focus) this.view.focus()
  }
}

function extensionsOf({ label, hint, asker, renames, changed }: EditorSettings): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    foldGutter({ foldingChanged }),
    lintGutter(),
    history(),
    drawSelection(),
    indentUnit.of('  '),
    bracketMatching(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
    ...(hint === undefined ? [] : [placeholder(hint)]),
    language(asker, renames),
    keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, indentWithTab]),
    editorTheme,
    EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (docChanged) changed(!transactions.every(transaction => transaction.annotation(byPage) === true))
    }),
  ]
}
