/** Puts the picture of a diagram that we draw, in light and dark, beside the one of its own renderer, on one sheet. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { convert } from '../src/index.js'
import { closeChromium, sharedPage } from './browser/chromium.js'
import { drawDrawio } from './browser/drawio.js'
import { photograph } from './browser/picture.js'
import { drawDot, drawMermaid } from './browser/svg.js'

const usage = `usage: npm run look:side -- FILE...

Draws .fz, .mmd, .mermaid, .gv, .dot and .drawio files and writes .look/<name>-side.png: above what the diagram's own renderer draws (Mermaid,
Graphviz, draw.io; of FlowZap Code what draw.io shows of it), below it our picture in light, and in dark.
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

const withSheet = sharedPage(async () => undefined)

async function byItsOwn(extension: Extension, text: string): Promise<Buffer | undefined> {
  if (extension === '.mmd' || extension === '.mermaid') return (await drawMermaid(text, {})).png
  if (extension === '.gv' || extension === '.dot') return (await drawDot(text, {})).png
  const page = extension === '.drawio' ? text : (await convert(text, { from: 'flowzap', to: 'drawio' })).text
  return (await drawDrawio(page, { page: 0, png: {} })).png
}

async function ours(extension: Extension, text: string, scheme: 'light' | 'dark'): Promise<string> {
  const { files } = await convert(text, { from: languages.get(extension)!, to: 'svg', options: { scheme } })
  return files[0]?.text ?? ''
}

async function lookAt(file: string): Promise<string> {
  const extension = extname(file).toLowerCase() as Extension
  const text = readFileSync(file, 'utf8')
  const own = await byItsOwn(extension, text)
  const pictures = [
    own
      ? `<img width="1400" style="object-fit:contain;max-height:1400px" src="data:image/png;base64,${own.toString('base64')}">`
      : 'nothing drawn',
    await ours(extension, text, 'light'),
    await ours(extension, text, 'dark'),
  ]
  const png = await withSheet(async ({ page }) => {
    await page.setContent(
      `<!DOCTYPE html><style>svg,img{display:block;max-width:1400px;height:auto;margin:12px;outline:1px solid #ccc}</style><body>${pictures.join('')}`,
    )
    const height = await page.evaluate<number>('document.documentElement.scrollHeight')
    return photograph(page, { x: 0, y: 0, width: 1430, height }, { scale: 1 })
  })
  mkdirSync('.look', { recursive: true })
  const path = join('.look', `${basename(file, extname(file))}-side.png`)
  writeFileSync(path, png)
  return path
}

async function main(files: readonly string[]): Promise<number> {
  const unknown = files.filter(file => !languages.has(extname(file).toLowerCase() as Extension))
  if (files.length === 0 || unknown.length > 0) {
    process.stderr.write(
      unknown.length > 0 ? `look:side: cannot draw ${unknown.join(', ')}\n\n${usage}` : usage,
    )
    return 2
  }
  for (const file of files) process.stdout.write(`${file} -> ${await lookAt(file)}\n`)
  return 0
}

main(process.argv.slice(2))
  .finally(closeChromium)
  .then(code => {
    process.exitCode = code
  })
