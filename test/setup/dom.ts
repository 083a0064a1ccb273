/**
 * A browser's globals, for mermaid's parser and maxGraph, which want them before they are imported. They stay where they are
 * imported: an environment of vitest's own would start a process for each file that names one, and for the next without.
 */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!doctype html><body></body>')
for (const name of [
  'window',
  'document',
  'navigator',
  'DOMParser',
  'XMLSerializer',
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
