/** Bundles: the package in few files, since Node takes half a millisecond to find and link each of 150 modules; and the library in a page. */
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { rolldown } from 'rolldown'
import { type FormatName, formats } from '../converters/index.js'
import type { HelpAtHand } from '../src/cli/help-at-hand.js'
import { helpFor } from '../src/cli/program.js'
import { Chunks } from './chunks.js'
import { facadeless } from './facades.js'
import { lateExpressions } from './late-expressions.js'

/** Every module that somebody else starts at, as `package.json` has it: `./dist/` and the path of its source. */
function doors(): readonly string[] {
  const { bin, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    bin: Record<string, string>
    exports: Record<string, string | { default: string }>
  }
  const targets = Object.values(exports).map(target => (typeof target === 'string' ? target : target.default))
  return [...Object.values(bin), ...targets].flatMap(target => /^\.\/dist\/(.*)\.js$/.exec(target)?.[1] ?? [])
}

/**
 * The code of the package, which the command and the library share: a file for each door, and beside them what several of them need.
 * A format is loaded when it is used; packages stay outside.
 */
export async function bundlePackage(dist: string): Promise<void> {
  const chunks = new Chunks(process.cwd())
  const bundle = await rolldown({
    // Threads start at a door of their own.
    input: Object.fromEntries(
      [...doors(), 'src/cli/worker', 'src/cli/official/thread'].map(door => [door, `${door}.ts`]),
    ),
    // Packages, and what Node has.
    external: /^[^./]/,
    platform: 'neutral',
    transform: { target: 'es2022' },
    // As package.json says of the files that are made.
    treeshake: { moduleSideEffects: false },
    preserveEntrySignatures: 'allow-extension',
    plugins: [chunks.plugin, lateExpressions, facadeless],
    // What one command needs at once, another loads when it needs it.
    checks: { ineffectiveDynamicImport: false },
    logLevel: 'warn',
  })
  try {
    await bundle.write({
      dir: dist,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      format: 'esm',
      sourcemap: true,
      // What a bundler is told of a call stays.
      comments: { annotation: true, legal: true, jsdoc: false },
      codeSplitting: { groups: chunks.groups, includeDependenciesRecursively: false },
    })
  } finally {
    await bundle.close()
  }
  chmodSync(join(dist, 'src/cli/main.js'), 0o755)
  writeFileSync(join(dist, 'src/cli/help.json'), `${JSON.stringify(helpMade())}\n`)
}

/** The help of the command, in lines without an end. */
function helpMade(): HelpAtHand {
  const text = helpFor(formats, Number.MAX_SAFE_INTEGER, '')
  const line = text.split('\n').find(line => line.startsWith('  -h, --help'))!
  return { text, column: line.indexOf('display help') }
}

/** The package of the present sources without its types, in a folder in which its name means itself. */
export async function packageIn(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  cpSync('package.json', join(folder, 'package.json'))
  await bundlePackage(join(folder, 'dist'))
}

export interface Bundled {
  readonly text: string
  /** The files that it was made of, packages included. */
  readonly inputs: readonly string[]
}

export interface Around {
  /** Where it imports from. */
  readonly folder?: string
  /** What changes in what it imports. */
  readonly plugins?: Plugin[]
}

/** A program of TypeScript that imports from the present sources, or from the package in a folder, as one file for a page. */
export async function bundleForPage(
  program: string,
  format: 'esm' | 'iife',
  { folder = process.cwd(), plugins = [] }: Around = {},
): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, loader: 'ts' },
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

/** A program of somebody who has the package, that converts from one format to another with nothing else at hand, left under the name `convert`. */
export function pairProgram(from: FormatName, to: FormatName): string {
  const reader = from === 'flowzap-json' ? 'flowzapJson' : `${from}Reader`
  const door = (name: FormatName) => (name === 'flowzap-json' ? 'flowzap' : name)
  return `
import { convert } from 'diaglot/core'
import { ${reader} as from } from 'diaglot/${door(from)}'
import { ${to}Writer as to } from 'diaglot/${door(to)}'
globalThis.convert = text => convert(text, { from, to })
`
}
