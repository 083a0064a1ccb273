/** PNG pictures, drawn by the package `@resvg/resvg-wasm`. It is optional: who writes no PNG needs none of it. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { CommandError, exitCodes } from './exit.js'
import { inFamilies } from './font-family.js'
import { fontsFor } from './fonts.js'

const PACKAGE = '@resvg/resvg-wasm'

type Drawing = Pick<typeof import('@resvg/resvg-wasm'), 'Resvg'>

export interface Rasterizing {
  /** Font files to draw with, instead of those that the system has. */
  readonly fonts: readonly string[]
  /** Said where signs of the picture have no font. */
  readonly warn: (text: string) => void
  /** Where the package is; tests have one where it is not. */
  readonly load?: () => Promise<Drawing>
}

/** An SVG picture as a PNG file. The same fonts give the same bytes. */
export function rasterizer({
  fonts,
  warn,
  load = loaded,
}: Rasterizing): (svg: string, scale: number) => Promise<Uint8Array> {
  return async (svg, scale) => {
    const { Resvg } = await load()
    const { files, missing, families } = await fontsFor(textOf(svg), fonts)
    if (missing.length > 0)
      warn(
        `no font for ${missing.join(', ')} was found, so that empty boxes stand there in the picture; name one with --font FILE`,
      )
    const drawing = new Resvg(inFamilies(svg, families), {
      font: { fontBuffers: [...files] },
      fitTo: { mode: 'zoom', value: scale },
    })
    try {
      const image = drawing.render()
      const png = image.asPng()
      image.free()
      return png
    } finally {
      drawing.free()
    }
  }
}

/** What is shown as text: no names of elements and attributes. */
const textOf = (svg: string): string =>
  svg.replace(/<(?:title|desc|style)\b[^<>]*>[^<]*<\/\w+>|<[^<>]*>/g, '')

let ready: Promise<Drawing> | undefined

/** It can be made ready once only. */
function loaded(): Promise<Drawing> {
  ready ??= prepared()
  return ready
}

async function prepared(): Promise<Drawing> {
  try {
    const { initWasm, Resvg } = await import(PACKAGE)
    await initWasm(await readFile(createRequire(import.meta.url).resolve(`${PACKAGE}/index_bg.wasm`)))
    return { Resvg }
  } catch (error) {
    throw missingPackage(error)
  }
}

/** What to say where the package cannot be used. */
export function missingPackage(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') return error
  return new CommandError(
    `a PNG picture is drawn by the package ${PACKAGE}, which is not installed: npm install ${PACKAGE}`,
    exitCodes.unreadable,
  )
}
