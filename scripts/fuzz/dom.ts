/** mermaid's parser wants a browser's globals; where a script imports it, these have to be there before. */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html><body></body>')
for (const name of [
  'window',
  'document',
  'DOMParser',
  'Element',
  'HTMLElement',
  'Node',
  'NodeFilter',
  'DocumentFragment',
  'HTMLTemplateElement',
  'NamedNodeMap',
  'CSSStyleSheet',
] as const) {
  const value = name === 'window' ? window : window[name as keyof typeof window]
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
}
