/** The files of the site: bundles with names made of what is in them, and what stands beside them. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import type { Language } from '../../site/texts/texts.js'
import { inChinese } from './chinese.js'
import { docsFiles } from './docs.js'
import { examplesIn } from './examples.js'

/** What all bundles have in common. Chunks are loaded when they are needed. */
const common = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  splitting: true,
  write: false,
  metafile: true,
  logLevel: 'error',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  legalComments: 'none',
} as const satisfies BuildOptions

/** @returns the paths of all files in the folder */
export async function buildSite(folder: string): Promise<string[]> {
  const files = new Map<string, string | Uint8Array>()
  const add = (name: string, content: string | Uint8Array) => files.set(name, content)
  const hashed = (name: string, content: string | Uint8Array) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
    const named = name.replace(/(\.\w+)$/, `-${hash}$1`)
    add(named, content)
    return named
  }
  const entry = async (path: string, more: Pick<BuildOptions, 'define' | 'plugins'> = {}) => {
    const { outputFiles, metafile } = await build({ ...common, ...more, entryPoints: [path], outdir: 'out' })
    for (const { path: file, contents } of outputFiles) add(basename(file), contents)
    const [name] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === path)!
    return basename(name)
  }

  const workers: Readonly<Record<Language, string>> = {
    en: await entry('site/work/worker.ts'),
    zh: await entry('site/work/worker.ts', { plugins: [inChinese] }),
  }
  const examples = examplesIn().map(({ text, name, ...example }) => ({
    ...example,
    file: hashed(`${name}.txt`, text),
  }))
  const main = await entry('site/app/main.ts', {
    define: { WORKERS: JSON.stringify(workers), EXAMPLES: JSON.stringify(examples) },
  })
  const style = hashed('style.css', await minified('site/style.css'))
  const icon = hashed('icon.svg', readFileSync('site/icon.svg'))
  add('index.html', filled(readFileSync('site/index.html', 'utf8'), { main, style, icon }))

  const search = await entry('site/docs/search.ts')
  const docsStyle = hashed('docs.css', await minified('site/docs/docs.css'))
  for (const [name, content] of docsFiles({ search, style: docsStyle, icon }))
    add(join('docs', name), content)

  const names = [...files.keys()].sort()
  const version = createHash('sha256')
  for (const name of names) version.update(name).update(files.get(name)!)
  add('service-worker.js', await serviceWorker(names, version.digest('hex').slice(0, 12)))
  for (const [name, content] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return [...files.keys()]
}

/** Places in braces, filled. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

async function minified(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]!.text
}

/** It has to have the same name in every build, and so is no module with a hash in its name. */
async function serviceWorker(files: readonly string[], version: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['site/work/service-worker.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'error',
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
  })
  return outputFiles[0]!.text
}
