/** Runs as the HTML that Mermaid and draw.io take in labels. */
import type { Format, Run } from './runs.js'

/** @param lineBreak how the target writes one @param quote what stands around an attribute's value */
export function htmlOfRuns(runs: readonly Run[], lineBreak: string, quote: '"' | "'" = '"'): string {
  const escaped = (text: string): string =>
    text
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  return runs
    .map(({ text, format }) =>
      text
        .split('\n')
        .map(line => (line === '' ? '' : tagged(escaped(line), format, quote)))
        .join(lineBreak),
    )
    .join('')
}

function tagged(text: string, format: Format, quote: string): string {
  const value = (said: string): string =>
    `${quote}${said.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;')}${quote}`
  const { bold, italic, underline, strike, raised, color, size, face, href } = format
  const font = [
    ...(color === undefined ? [] : [`color=${value(color)}`]),
    ...(face === undefined ? [] : [`face=${value(face)}`]),
    ...(size === undefined ? [] : [`style=${value(`font-size: ${Math.round(size * 100) / 100}px`)}`]),
  ]
  let html = text
  for (const [on, tag] of [
    [raised !== undefined, raised],
    [strike, 's'],
    [underline, 'u'],
    [italic, 'i'],
    [bold, 'b'],
  ] as const) {
    if (on) html = `<${tag}>${html}</${tag}>`
  }
  if (font.length > 0) html = `<font ${font.join(' ')}>${html}</font>`
  return href === undefined ? html : `<a href=${value(href)}>${html}</a>`
}
