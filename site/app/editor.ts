/** A text editor in a shadow root of its own, where its styles are adopted and no policy has anything against them. */
import type { Diagnostic } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type Extension, StateEffect } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  gutter,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { changeBetween, type TextChange } from './changes.js'
import { h } from './dom.js'
import { editorTheme } from './editor-theme.js'
import type { Asker } from './language/ask.js'
import { again } from './language/highlight.js'
import { language } from './language/language.js'
import { type Renames, rename } from './language/rename.js'

/** On what the page itself writes into an editor. */
const byPage = Annotation.define<true>()

/** What only who writes needs, and marks of messages: most of an editor, which a page that is only looked at does without. */
const loadWriting = () => import('./writing.js')
const loadMarks = () => import('./marks.js')

export interface EditorSettings {
  readonly label: string
  readonly hint?: string
  /** What is said of Tab, where it indents and does not go on to what follows. */
  readonly indents?: string
  readonly asker: Asker
  readonly renames: Renames
  /** @param typed whether a person did it */
  readonly changed: (typed: boolean) => void
}

export class Editor {
  readonly element: HTMLElement
  readonly view: EditorView
  /** Room for what comes later, so that no line moves then. */
  readonly #folds = new Compartment()
  readonly #marks = new Compartment()
  #inFolds: Extension = gutter({ class: 'cm-foldGutter' })
  #inMarks: Extension = gutter({ class: 'cm-gutter-lint' })
  #added: readonly Extension[] = []
  #writing: ReturnType<typeof loadWriting> | undefined
  #marking: ReturnType<typeof loadMarks> | undefined

  constructor(readonly settings: EditorSettings) {
    this.element = h('div', { className: 'editor' })
    const root = this.element.attachShadow({ mode: 'open' })
    this.view = new EditorView({ state: this.#fresh(''), root, parent: root })
    // Its text is large, and as few lines of it are there as are seen: it is scrolled by keys, too.
    this.view.scrollDOM.tabIndex = 0
    this.element.addEventListener('focusin', () => void this.ready(), { once: true })
  }

  /** What was loaded stays, whatever text stands here. */
  #fresh(text: string): EditorState {
    const extensions = [
      lineNumbers(),
      highlightActiveLineGutter(),
      this.#folds.of(this.#inFolds),
      this.#marks.of(this.#inMarks),
      extensionsOf(this.settings),
      keymap.of([{ key: 'Mod-f', run: () => this.#find() }]),
      this.#added,
    ]
    return EditorState.create({ doc: text, extensions })
  }

  #add(extension: Extension): void {
    this.#added = [...this.#added, extension]
    this.view.dispatch({ effects: StateEffect.appendConfig.of(extension) })
  }

  /** Undoes what follows, and knows what only who writes needs. */
  async ready(): ReturnType<typeof loadWriting> {
    this.#writing ??= loadWriting().then(writing => {
      this.#inFolds = writing.folding
      this.view.dispatch({ effects: this.#folds.reconfigure(writing.folding) })
      this.#add(writing.writing(this.settings.asker, this.settings.indents !== undefined))
      this.recolour()
      return writing
    })
    return this.#writing
  }

  async undo(): Promise<void> {
    ;(await this.ready()).undo(this.view)
  }

  async redo(): Promise<void> {
    ;(await this.ready()).redo(this.view)
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

  /** Writes a text into the editor as one step that can be undone, where somebody has written. */
  write(text: string): void {
    const change = changeBetween(this.text, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
    if (change) this.view.dispatch({ changes: change, annotations: byPage.of(true) })
  }

  /** Makes changes as if somebody had typed them. */
  async change(changes: readonly TextChange[], userEvent: string): Promise<void> {
    const { text } = this
    await this.ready()
    if (text === this.text) this.view.dispatch({ changes, userEvent })
  }

  /** Another text, with nothing to undo. */
  restart(text: string): void {
    this.view.setState(this.#fresh(text))
  }

  name(label: string): void {
    this.view.contentDOM.setAttribute('aria-label', label)
  }

  /** @param ofText the text that they are said of */
  async mark(diagnostics: readonly Diagnostic[], ofText = this.text): Promise<void> {
    if (diagnostics.length === 0 && !this.#marking) return
    this.#marking ??= loadMarks().then(marks => {
      this.#inMarks = marks.marking
      this.view.dispatch({ effects: this.#marks.reconfigure(marks.marking) })
      return marks
    })
    const { setDiagnostics } = await this.#marking
    if (ofText === this.text) this.view.dispatch(setDiagnostics(this.view.state, diagnostics))
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

function extensionsOf({ label, hint, indents, asker, renames, changed }: EditorSettings): Extension {
  return [
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.contentAttributes.of({
      'aria-label': label,
      ...(indents !== undefined && { 'aria-description': indents }),
      spellcheck: 'false',
    }),
    ...(hint === undefined ? [] : [placeholder(hint)]),
    language(asker, renames),
    editorTheme,
    EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (docChanged) changed(!transactions.every(transaction => transaction.annotation(byPage) === true))
    }),
  ]
}
