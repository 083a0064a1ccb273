/** Files that HTML names: `href`, `src` and `data` of its tags. */
import type { Named } from './reference.js'

const TAG = /<([a-z][^\s/<>]*)((?:[\s/][^<>]*)?)>/gi
const ATTRIBUTE = /(?<=\s)(href|src|data|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** @param from where the text begins in its document */
export function namesInHtml(text: string, from = 0): Named[] {
  const found: Named[] = []
  for (const { index, 1: tag = '', 2: rest = '' } of text.matchAll(TAG)) {
    const start = from + index + 1 + tag.length
    for (const attribute of rest.matchAll(ATTRIBUTE)) {
      const value = attribute[2] ?? attribute[3] ?? ''
      const end = start + attribute.index + attribute[0].length - 1
      const use = attribute[1]!.toLowerCase() === 'href' ? 'link' : 'shown'
      found.push({ at: [end - value.length, end], use, isAddress: true })
    }
  }
  return found
}
