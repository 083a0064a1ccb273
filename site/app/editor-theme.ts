/** How the editors look. Colours are variables of the page, which reach into shadow roots, so light and dark are one theme. */
import { EditorView } from '@codemirror/view'

export const editorTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-line': { unicodeBidi: 'plaintext' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--quiet)', borderColor: 'var(--rule)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--line)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--match)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--match)', outline: '1px solid var(--accent)' },
  '.cm-tooltip': { backgroundColor: 'var(--panel)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-hover': { maxWidth: '36rem', padding: '0.2rem 0.6rem', fontFamily: 'var(--sans)' },
  '.cm-hover p': { margin: '0.2rem 0' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
  '.cm-textfield': { backgroundColor: 'var(--paper)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-diagnosticAction': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--panel)',
    color: 'var(--quiet)',
    borderColor: 'var(--rule)',
  },
  '.dg-comment': { color: 'var(--token-comment)', fontStyle: 'italic' },
  '.dg-keyword': { color: 'var(--token-keyword)' },
  '.dg-string': { color: 'var(--token-string)' },
  '.dg-name': { color: 'var(--token-name)' },
  '.dg-attribute': { color: 'var(--token-attribute)' },
  '.dg-operator': { color: 'var(--token-operator)' },
  '.dg-number': { color: 'var(--token-number)' },
  '.dg-shape': { color: 'var(--token-shape)' },
})
