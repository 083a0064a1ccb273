/** Renders diagrams to PNGs with the programs that people will see them in, and prints what it measures there. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { closeChromium, findChromium } from './browser/chromium.js'
import { drawDrawio } from './browser/drawio.js'
import { countKinds, findFaults } from './browser/faults.js'
import type { PictureSize } from './browser/picture.js'
import { drawDot, drawMermaid, drawSvg, type Picture } from './browser/svg.js'

const usage = `usage: npm run look -- FILE... [-o OUT.png] [--scale N | --size PIXELS] [--page N] [--quiet]

Draws .drawio and .xml (draw.io's own viewer), .mmd and .mermaid (Mermaid), .gv and .dot (Graphviz) and .svg files
in Chromium, and writes .look/<name>.png, or with several pages .look/<name>-1.png, .look/<name>-2.png, ...
For draw.io files it prints what it measures.

  -o, --output OUT.png  where to write, for a single file
      --scale N         picture pixels for one pixel of the diagram (default: whatever fits --size, at most 2)
      --size PIXELS     the longer side of the picture (default: 2400)
      --page N          only this page of a draw.io file, counted from 1
  -q, --quiet           print counts, not each finding
  -h, --help            this text

Exit codes: 0 drawn, 1 the program that draws it reported an error, 2 bad usage, 3 a file could not be read or there
is no Chromium (CHROMIUM_PATH names one).
`

interface Wish {
  readonly files: readonly string[]
  readonly output?: string
  readonly page?: number
  readonly size: PictureSize
  readonly quiet: boolean
}

const positive = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!(number > 0) || !Number.isFinite(number))
    throw new TypeError(`${name} wants a number above 0, not "${text}"`)
  return number
}

function readWish(args: string[]): Wish | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      scale: { type: 'string' },
      size: { type: 'string' },
      page: { type: 'string' },
      quiet: { type: 'boolean', short: 'q', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  if (positionals.length === 0) throw new TypeError('no file is named')
  if (values.output !== undefined && positionals.length > 1)
    throw new TypeError('--output is for a single file')
  const scale = positive(values.scale, '--scale')
  const longest = positive(values.size, '--size')
  if (scale !== undefined && longest !== undefined)
    throw new TypeError('--scale and --size exclude each other')
  const page = positive(values.page, '--page')
  return {
    files: positionals,
    quiet: values.quiet,
    size: { ...(scale === undefined ? {} : { scale }), ...(longest === undefined ? {} : { longest }) },
    ...(page === undefined ? {} : { page: Math.floor(page) }),
    ...(values.output === undefined ? {} : { output: values.output }),
  }
}

function save(png: Buffer, file: string, wish: Wish, page?: number): string {
  const plain = wish.output ?? join('.look', `${basename(file, extname(file))}.png`)
  const extension = extname(plain)
  const path =
    page === undefined ? plain : `${plain.slice(0, plain.length - extension.length)}-${page}${extension}`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, png)
  return path
}

const say = (line: string) => process.stdout.write(`${line}\n`)

function complain(errors: readonly string[]): boolean {
  for (const error of errors) say(`  error: ${error.replaceAll('\n', '\n    ')}`)
  return errors.length === 0
}

/** Draws the pages of a draw.io file one by one; false where the viewer reported an error. */
async function lookAtDrawio(file: string, text: string, wish: Wish): Promise<boolean> {
  let clean = true
  let pages = 1
  const first = wish.page ?? 1
  for (let page = first; page <= (wish.page ?? pages); page++) {
    const drawing = await drawDrawio(text, { page: page - 1, png: wish.size })
    pages = drawing.pages
    const { faults, crossings } = findFaults(drawing)
    const { vertices, edges } = drawing.cells
    const path = drawing.png && save(drawing.png, file, wish, pages > 1 ? page : undefined)
    const counts = `${vertices} vertices, ${edges} edges, ${crossings} crossings, ${faults.length} findings`
    say(`${file} page ${page} of ${pages}: ${counts}${path === undefined ? '' : ` -> ${path}`}`)
    clean = complain(drawing.errors) && clean
    for (const address of drawing.refused) say(`  not loaded: ${address}`)
    if (wish.quiet) for (const [kind, count] of countKinds(faults)) say(`  ${kind}: ${count}`)
    else for (const fault of faults) say(`  ${fault.kind}: ${fault.says}`)
  }
  return clean
}

const pictures = new Map<string, (text: string, size: PictureSize) => Promise<Picture>>([
  ['.mmd', drawMermaid],
  ['.mermaid', drawMermaid],
  ['.gv', drawDot],
  ['.dot', drawDot],
  ['.svg', drawSvg],
])
const drawioExtensions = new Set(['.drawio', '.xml', '.dio'])

async function lookAt(file: string, text: string, wish: Wish): Promise<boolean> {
  const extension = extname(file).toLowerCase()
  const draw = pictures.get(extension)
  if (draw === undefined) return lookAtDrawio(file, text, wish)
  const picture = await draw(text, wish.size)
  say(`${file}${picture.png === undefined ? ': nothing drawn' : ` -> ${save(picture.png, file, wish)}`}`)
  return complain(picture.errors)
}

function fail(code: 2 | 3, message: string): number {
  process.stderr.write(`look: ${message}\n${code === 2 ? `\n${usage}` : ''}`)
  return code
}

async function main(args: string[]): Promise<number> {
  let wish: Wish | 'help'
  try {
    wish = readWish(args)
  } catch (error) {
    return fail(2, error instanceof Error ? error.message : String(error))
  }
  if (wish === 'help') {
    process.stdout.write(usage)
    return 0
  }
  if (findChromium() === undefined) return fail(3, 'no Chromium found; set CHROMIUM_PATH to the path of one')
  let code = 0
  for (const file of wish.files) {
    const extension = extname(file).toLowerCase()
    if (!pictures.has(extension) && !drawioExtensions.has(extension)) {
      return fail(2, `${file}: cannot draw "${extension}" files`)
    }
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch (error) {
      code = fail(3, error instanceof Error ? error.message : String(error))
      continue
    }
    if (!(await lookAt(file, text, wish)) && code === 0) code = 1
  }
  return code
}

main(process.argv.slice(2))
  .finally(closeChromium)
  .then(code => {
    process.exitCode = code
  })
