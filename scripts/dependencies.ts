/**
 * Writes docs/dependencies.md: what the package needs, why, under which licence and how large, as it is installed now; and what those
 * packages bring with them. A package that nobody gave a reason for has no place here, so it stops the script.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PAGE = 'docs/dependencies.md'

/** What a package does for diaglot, and when it is loaded. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['@noble/hashes', 'SHA-256 for plans of `diaglot/migrate`, which need it at once and have no files.'],
  ['@resvg/resvg-wasm', 'PNG: draws our SVG as pixels. Optional, and loaded for a PNG only.'],
  ['@ts-graphviz/common', 'Types alone: the attributes that Graphviz has. Nothing of it is loaded.'],
  ['chokidar', 'Command line: `--watch`.'],
  ['commander', 'Command line: commands, flags, help.'],
  ['diff', 'Command line: patches, for `--dry-run`, `--diff` and `fmt --check`.'],
  [
    'elkjs',
    'The layout of graphs without lanes, for draw.io and pictures. Loaded when such a page is laid out.',
  ],
  ['fflate', 'Packs and unpacks pages of draw.io, and addresses of editors.'],
  ['htmlparser2', 'Where elements begin and end in documents that are HTML or have HTML in them.'],
  ['ignore', 'Command line: `.gitignore` and `.diaglotignore`.'],
  ['js-yaml', 'Mermaid’s frontmatter and `@{ … }`, and configs in YAML.'],
  ['jsonc-parser', 'JSON with the places of its values: diaglot’s form, FlowZap’s graph, notebooks.'],
  ['lilconfig', 'Command line: finds the config upward.'],
  ['micromark', 'Where fences stand in Markdown.'],
  ['picomatch', 'Command line: the globs of a config’s overrides.'],
  ['tinyglobby', 'Command line: globs, and the files of a folder.'],
  ['vscode-languageserver', 'Command line: the protocol of `diaglot lsp`, and loaded for it only.'],
  ['vscode-languageserver-textdocument', 'Command line: texts with their changes, for `diaglot lsp`.'],
])

interface Installed {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly kilobytes: number
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly peer?: boolean; readonly hasInstallScript?: boolean }>
  >
}

/** The text of the page, from package.json, the lock file and what is installed in `root`. Throws where a reason is missing or left over. */
export function dependenciesPage(root = '.'): string {
  const { dependencies, optionalDependencies } = json(join(root, 'package.json')) as Record<
    'dependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const direct = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].sort()
  const odd = [
    ...direct.filter(name => !REASONS.has(name)),
    ...[...REASONS.keys()].filter(name => !direct.includes(name)),
  ]
  if (odd.length > 0) throw new Error(`Reasons and package.json do not agree on ${odd.join(', ')}.`)
  const all = installed(root)
  const mine = all.filter(({ name }) => direct.includes(name))
  const theirs = all.filter(({ name }) => !direct.includes(name))
  const total = all.reduce((sum, { kilobytes }) => sum + kilobytes, 0)
  return [
    '# What diaglot depends on',
    '',
    `Whoever installs diaglot installs ${all.length} other packages, ${megabytes(total)} in all, of which elkjs is ${megabytes(all.find(({ name }) => name === 'elkjs')!.kilobytes)}. None runs a script when it is installed. ` +
      'The lock file of this repository pins each by its digest. This page is written by `npm run docs`, and a test holds it against what is installed.',
    '',
    'A bill of materials (SBOM) is not part of the package: it would name the versions of our lock file, and you have those of yours. Called in a project that has diaglot, and a version of its own, `npm sbom --omit dev --sbom-format cyclonedx`, or `spdx`, ' +
      'prints what is installed there, with licences and digests. Called here, it leaves out what tools of ours need as well.',
    '',
    `**elkjs is under the Eclipse Public License 2.0 (or the GPL 3), and resvg under the Mozilla Public License 2.0**; all others are under ${others(all)}. diaglot uses both unchanged, as packages of ` +
      'their own. Whoever hands on a bundle with elkjs in it hands on elkjs: its licence asks that people are told so, and where its source is (<https://github.com/kieler/elkjs>). ' +
      'A page that converts between text formats has no part of either ([library.md](library.md) has the sizes).',
    '',
    '| package | licence | size | what for |',
    '|---|---|---|---|',
    ...mine.map(
      found =>
        `| ${found.name} ${found.version} | ${found.licence} | ${size(found.kilobytes)} | ${REASONS.get(found.name)} |`,
    ),
    '',
    '## What those bring with them',
    '',
    '| package | licence | size |',
    '|---|---|---|',
    ...theirs.map(
      ({ name, version, licence, kilobytes }) => `| ${name} ${version} | ${licence} | ${size(kilobytes)} |`,
    ),
    '',
  ].join('\n')
}

/** Every package that is there for users, by name, as the lock file says. */
function installed(root: string): Installed[] {
  const { packages } = json(join(root, 'package-lock.json')) as Lock
  const theirs = Object.entries(packages).filter(([path, { dev, peer }]) => path !== '' && !dev && !peer)
  const scripted = theirs.filter(([, { hasInstallScript }]) => hasInstallScript)
  if (scripted.length > 0)
    throw new Error(`${scripted.map(([path]) => path).join(', ')} runs a script when it is installed.`)
  // One that stands in two folders, because a tool of ours wants another version, is one for whoever has no such tool.
  const byName = new Map(
    theirs.map(([path]) => {
      const folder = join(root, path)
      const { name, version, license } = json(join(folder, 'package.json')) as Record<string, string>
      const found = { name: name!, version: version!, licence: license!, kilobytes: bytesOf(folder) / 1000 }
      return [`${name} ${version}`, found]
    }),
  )
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function others(all: readonly Installed[]): string {
  const licences = [...new Set(all.map(({ licence }) => licence))]
    .filter(name => !/EPL|MPL/.test(name))
    .sort()
  const last = licences.pop()!
  return `${licences.join(', ')} or ${last}`
}

/** Of the files, not of the blocks that they take on a disk, so that it is the same everywhere. Packages within are counted by themselves. */
function bytesOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const path = join(folder, entry.name)
      return sum + (entry.isDirectory() ? bytesOf(path) : statSync(path).size)
    }, 0)
}

const size = (kilobytes: number): string => `${Math.max(1, Math.round(kilobytes))} kB`
const megabytes = (kilobytes: number): string => `${(kilobytes / 1000).toFixed(1)} MB`
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, dependenciesPage())
