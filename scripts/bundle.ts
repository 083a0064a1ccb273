/** Bundles: the command line in few files, since Node takes half a millisecond to find and link each of 150 modules; and the library in a page. */
import { chmodSync, rmSync } from 'node:fs'
import { build, type Plugin } from 'esbuild'
import type { FormatName } from '../converters/index.js'

/** From the compiled sources to a command with a file for each format, which is loaded when it is used. Packages stay outside. */
export async function bundleCli(main: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    entryPoints: [main],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
  chmodSync(`${folder}/main.js`, 0o755)
}

export interface Bundled {
  readonly text: string
  /** The files that it was made of, packages included. */
  readonly inputs: readonly string[]
}

/** A program of TypeScript that imports from the present sources, as one file for a page. @param plugins what changes in them */
export async function bundleForPage(
  program: string,
  format: 'esm' | 'iife',
  plugins: Plugin[] = [],
): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    plugins,
    write: false,
    logLevel: 'error',
  })
  const [made] = Object.values(metafile.outputs)
  return { text: outputFiles[0]!.text, inputs: Object.keys(made!.inputs) }
}

/** A program that converts from one format to another with nothing else at hand, left under the name `convert`. */
export function pairProgram(from: FormatName, to: FormatName): string {
  const reader = from === 'flowzap-json' ? 'flowzapJson' : `${from}Reader`
  const folder = (name: FormatName) => (name === 'flowzap-json' ? 'flowzap' : name)
  return `
import { convert } from './src/core.ts'
import { ${reader} as from } from './converters/${folder(from)}/index.ts'
import { ${to}Writer as to } from './converters/${folder(to)}/index.ts'
globalThis.convert = text => convert(text, { from, to })
`
}
