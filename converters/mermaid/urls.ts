/** The targets of `click`, as they can stand between quotes, and none that would run a script. */

/** The nearest URL that is written; `undefined` for one that runs a script when it is clicked. */
export function nearestUrl(url: string): string | undefined {
  // Browsers look through blanks, control characters and character references.
  const bare = url.replace(/&(?:colon|#0*58|#x0*3a);?/gi, ':').replace(/&(?:tab|newline);|[\s\p{C}]/giu, '')
  if (/^[^\w]*(?:javascript|vbscript|data:text\/html)/i.test(bare) || bare === '') return undefined
  return url
    .replace(/["<>\s\p{C}]/gu, encodeURIComponentSafely)
    .replace(/#[^;]*;/g, code => code.replaceAll(';', '%3B'))
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
