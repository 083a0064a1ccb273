/**
 * One sheet for each diagram: what its own renderer draws and what we draw as PNG, and below them, a row for each theme, our picture in light and
 * in dark and the page of that theme as draw.io shows it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { rasterizer } from '../src/cli/raster.js'
import { convert } from '../src/index.js'
import { themeNames } from '../src/theme/theme.js'
import { closeChromium, sharedPage } from './browser/chromium.js'
import { drawDrawio } from './browser/drawio.js'
import { photograph } from './browser/picture.js'
import { drawDot, drawMermaid } from './browser/svg.js'

const usage = `usage: npm run look:side -- [--first] FILE...

Draws .fz, .mmd, .mermaid, .gv, .dot and .drawio files and writes .look/<name>-side.png: above, what the diagram's own renderer draws (Mermaid,
Graphviz, draw.io; of FlowZap Code what draw.io shows of it) and our PNG; below, for each theme, our SVG in light, in dark, and draw.io's page.

  --first  only the first row, with draw.io's page as it is without a theme in its last place: as large as fits
`

const languages = new Map([
  ['.fz', 'flowzap'],
  ['.mmd', 'mermaid'],
  ['.mermaid', 'mermaid'],
  ['.gv', 'dot'],
  ['.dot', 'dot'],
  ['.drawio', 'drawio'],
] as const)
type Extension = typeof languages extends Map<infer K, unknown> ? K : never

/** A column of the sheet; a row is no higher than it is wide. */
const WIDTH = 760

const withSheet = sharedPage(async () => undefined)

async function byItsOwn(extension: Extension, text: string): Promise<Buffer | undefined> {
  if (extension === '.mmd' || extension === '.mermaid') return (await drawMermaid(text, {})).png
  if (extension === '.gv' || extension === '.dot') return (await drawDot(text, {})).png
  return byDrawio(extension, text)
}

async function byDrawio(extension: Extension, text: string, theme?: string): Promise<Buffer | undefined> {
  const from = languages.get(extension)!
  const isPage = from === 'drawio' && theme === undefined
  const page = isPage ? text : (await convert(text, { from, to: 'drawio', options: { theme } })).text
  return (await drawDrawio(page, { page: 0, png: {} })).png
}

async function ours(extension: Extension, text: string, theme: string, scheme: string): Promise<string> {
  const { files } = await convert(text, {
    from: languages.get(extension)!,
    to: 'svg',
    options: { theme, scheme },
  })
  return files[0]?.text ?? ''
}

const rasterize = rasterizer({ fonts: [], warn: said => process.stderr.write(`${said}\n`) })

async function ourPng(extension: Extension, text: string): Promise<Uint8Array> {
  const { text: svg } = await convert(text, { from: languages.get(extension)!, to: 'png' })
  return rasterize(svg, 1.5)
}

const shown = (png: Uint8Array | undefined): string =>
  png ? `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">` : 'nothing drawn'

async function lookAt(file: string, first: boolean): Promise<string> {
  const extension = extname(file).toLowerCase() as Extension
  const text = readFileSync(file, 'utf8')
  const rows = [
    [
      shown(await byItsOwn(extension, text)),
      shown(await ourPng(extension, text)),
      first ? shown(await byDrawio(extension, text, 'plain')) : '',
    ],
    ...(await Promise.all(
      (first ? [] : themeNames).map(async theme => [
        await ours(extension, text, theme, 'light'),
        await ours(extension, text, theme, 'dark'),
        shown(await byDrawio(extension, text, theme)),
      ]),
    )),
  ]
  const cells = rows.map(row => `<tr>${row.map(cell => `<td>${cell}`).join('')}`)
  const png = await withSheet(async ({ page }) => {
    await page.setContent(
      first
        ? `<!DOCTYPE html><style>main{display:flex;flex-wrap:wrap;gap:8px;align-items:start;width:${2 * WIDTH}px}img{max-width:100%;max-height:${WIDTH}px;outline:1px solid #ccc}</style><main>${rows[0]!.join('')}</main>`
        : `<!DOCTYPE html><style>td{vertical-align:top;width:${WIDTH}px}svg,img{display:block;max-width:${WIDTH}px;max-height:${WIDTH}px;width:auto;height:auto;outline:1px solid #ccc}</style><table>${cells.join('')}</table>`,
    )
    const [width, height] = await page.evaluate<[number, number]>(
      '(({ right, bottom }) => [right + 8, bottom + 8])(document.querySelector("main, table").getBoundingClientRect())',
    )
    return photograph(page, { x: 0, y: 0, width, height }, { scale: 1 })
  })
  mkdirSync('.look', { recursive: true })
  const path = join('.look', `${basename(file, extname(file))}-side.png`)
  writeFileSync(path, png)
  return path
}

async function main(args: readonly string[]): Promise<number> {
  const first = args.includes('--first')
  const files = args.filter(arg => arg !== '--first')
  const unknown = files.filter(file => !languages.has(extname(file).toLowerCase() as Extension))
  if (files.length === 0 || unknown.length > 0) {
    process.stderr.write(
      unknown.length > 0 ? `look:side: cannot draw ${unknown.join(', ')}\n\n${usage}` : usage,
    )
    return 2
  }
  for (const file of files) process.stdout.write(`${file} -> ${await lookAt(file, first)}\n`)
  return 0
}

main(process.argv.slice(2))
  .finally(closeChromium)
  .then(code => {
    process.exitCode = code
  })
