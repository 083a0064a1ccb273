/** Which addresses may stand in a link. */

/**
 * False for addresses that run code when they are followed: `javascript:`, `vbscript:`, and `data:` that
 * a browser would open as a page. Blanks and control characters are ignored, as browsers ignore them.
 * draw.io's own `data:page/…` and `data:action/…` stay inside of draw.io.
 */
export function isSafeUrl(url: string): boolean {
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '').toLowerCase()
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(bare)?.[1]
  if (scheme === 'javascript' || scheme === 'vbscript') return false
  if (scheme !== 'data') return true
  return /^data:(page\/|action\/|image\/(png|jpeg|gif|webp)[;,])/.test(bare)
}
