/** The targets of `click`, as they can stand between quotes, and none that would run a script. */
import { runsScript } from '../../../src/text/script-urls.js'

/** The nearest URL that is written; `undefined` for one that runs a script when it is clicked. */
export function nearestUrl(url: string): string | undefined {
  if (runsScript(url) || url.replace(/[\s\p{C}]/gu, '') === '') return undefined
  return url
    .replace(/^`|["<>\s\p{C}]|ﬂ(?=°)|¶(?=ß)/gu, encodeURIComponentSafely)
    .replace(/#\w+;/g, code => code.replace(';', '%3B'))
    .replace(/%%(?=\{)/g, '%25%25')
    .replace(/&(?=#?\w+;)/g, '%26')
}

function encodeURIComponentSafely(char: string): string {
  try {
    return encodeURIComponent(char)
  } catch {
    // Half a surrogate pair has no percent code.
    return '%EF%BF%BD'
  }
}
