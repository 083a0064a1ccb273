/** Runs as the HTML that Mermaid and draw.io take in labels. */
import { type Format, type Formatted, linesOfRuns, type Run } from './runs.js'

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

/** Lines that stand at their sides, as blocks; neighbours on the same side are one. */
export function htmlOfSides({ runs, sides = [] }: Formatted, lineBreak: string): string {
  const blocks: { readonly side: string | undefined; html: string }[] = []
  const lines = linesOfRuns(runs)
  // What ends the last line begins no other.
  if (lines.length > 1 && lines.at(-1)!.length === 0) lines.pop()
  for (const [i, line] of lines.entries()) {
    const html = htmlOfRuns(line, lineBreak)
    const last = blocks.at(-1)
    if (last && last.side === sides[i]) last.html += lineBreak + html
    else blocks.push({ side: sides[i], html })
  }
  return blocks
    .map(({ side, html }) => `<div${side === undefined ? '' : ` style="text-align: ${side}"`}>${html}</div>`)
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
