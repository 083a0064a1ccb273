/** Addresses that run a script when somebody follows them. */

/** As a browser sees an address: character references read, blanks and control characters gone. */
function bare(text: string): string {
  return text
    .replace(/&(?:colon|#0*58|#x0*3a);?/gi, ':')
    .replace(/&(?:tab|newline|#0*(?:9|10|13)|#x0*[9ad]);?/gi, '')
    .replace(/[\s\p{C}]/gu, '')
    .toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const SCRIPT = /(?:java|vb)script:/
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp)[;,]/
/** draw.io's own: they stay inside of draw.io, as long as what they open does. */
const OF_DRAWIO = /^data:(?:page\/|action\/)/

/**
 * Whether an address runs a script: `javascript:`, `vbscript:`, and what a browser would open as a page from `data:`, also where
 * one hides in the other.
 */
export function runsScript(url: string): boolean {
  const seen = bare(url).replace(/^[^\w]+/, '')
  if (/^(?:java|vb)script:/.test(seen)) return true
  if (!seen.startsWith('data:') || PICTURE.test(seen)) return false
  return !OF_DRAWIO.test(seen) || SCRIPT.test(bare(decoded(seen)))
}

/** Whether a text that means more than its words (HTML, a style, a format's own values) names such an address anywhere. */
export function namesScript(text: string): boolean {
  const seen = bare(decoded(text))
  return (
    SCRIPT.test(seen) || /data:(?!image\/(?:png|jpeg|gif|webp)[;,])[a-z]+\/[a-z]/.test(withoutPages(seen))
  )
}

const withoutPages = (text: string): string => text.replace(/data:(?:page\/|action\/)/g, '')
