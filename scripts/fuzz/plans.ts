/** Migrations of any texts, plans of strangers, and undo bundles that somebody changed: carried out as they say, or refused with nothing touched. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { undoSchema } from '../../src/cli/migrate/journal.js'
import { type Plan, pathFault, planFault, planSchema } from '../../src/migrate/plan-form.js'
import { type MigrationSettings, planMigration, type TextFile } from '../../src/migration.js'
import { inProcess } from '../../test/cli/in-process.js'
import { ownDocuments } from './documents.js'
import { emptyFolder, ownFolder } from './folder.js'
import { type Count, type Target, target } from './targets.js'
import { corpusTexts, withEdits } from './texts.js'
import { harmedValues, mustBeClean } from './values.js'

const extensions = ['mmd', 'gv', 'fz', 'md', 'mdx', 'html', 'rst', 'adoc', 'ipynb', 'drawio', 'json', 'txt']
const stems = [
  'a',
  'b',
  'docs/a',
  'docs/b c',
  '__proto__',
  'constructor',
  'x/__proto__/y',
  'A',
  'é',
  'a#b',
  'a?b%20',
  '%41',
]

const path = fc
  .tuple(fc.constantFrom(...stems), fc.constantFrom(...extensions))
  .map(([stem, extension]) => `${stem}.${extension}`)

const files = (texts: fc.Arbitrary<string>): fc.Arbitrary<TextFile[]> =>
  fc.uniqueArray(fc.record({ path, text: texts }), {
    minLength: 1,
    maxLength: 5,
    selector: file => file.path,
  })

const settings: fc.Arbitrary<MigrationSettings> = fc.record(
  {
    to: fc.constantFrom('flowzap', 'mermaid', 'dot', 'drawio'),
    fences: fc.constantFrom('inline', 'extract', 'picture'),
    remove: fc.boolean(),
    playground: fc.boolean(),
    carry: fc.boolean(),
    options: fc.constant({ 'lanes-from': 'none' }),
  },
  { requiredKeys: ['to'] },
)

const lookOf = (all: readonly TextFile[]): string => JSON.stringify(all)

/** What a migration makes can stand where the plan says, nothing is lost on the way, and a second one has nothing to do. */
async function migrated(given: readonly TextFile[], how: MigrationSettings, count: Count): Promise<void> {
  const { plan, files: made, removed, failed } = await planMigration(given, how)
  mustBeClean()
  const fault = planFault(JSON.parse(JSON.stringify(plan)))
  if (fault !== undefined) throw new Error(`its own form refuses the plan: ${fault}\n${lookOf(given)}`)
  count('plans')
  if (failed.length > 0) throw new Error(`not made as planned: ${JSON.stringify(failed)}\n${lookOf(given)}`)
  const texts = new Map(given.map(({ path, text }) => [path, text]))
  const seen = new Set<string>()
  for (const { path } of made) {
    const wrong = seen.has(path) ? 'it is made twice' : pathFault(path)
    if (wrong !== undefined) throw new Error(`${path}: ${wrong}\n${lookOf(given)}`)
    // What stands there is a document that changes, and never a file that somebody else wrote.
    if (
      texts.has(path) &&
      !plan.files.some(file => file.path === path && file.diagrams.length + (file.links?.length ?? 0) > 0)
    )
      throw new Error(`${path} is written over\n${lookOf(given)}`)
    seen.add(path)
  }
  for (const path of removed) texts.delete(path)
  for (const { path, text } of made) texts.set(path, text)
  count('plans')
  const second = await planMigration(
    [...texts].map(([path, text]) => ({ path, text })),
    how,
  )
  const again = second.plan.files.flatMap(({ path, diagrams }) =>
    diagrams.filter(({ way }) => way === 'inline' || way === 'picture' || way === 'extract').map(() => path),
  )
  if (again.length > 0) throw new Error(`a second migration changes ${again.join(', ')}\n${lookOf(given)}`)
  count('plans')
}

/** The folder of one turn: files, and beside the folder one that nothing may touch. */
function treeWith(given: readonly TextFile[]): string {
  const root = join(emptyFolder('plan'), 'root')
  mkdirSync(root)
  writeFileSync(join(root, '../outside.mmd'), 'graph LR\n')
  for (const { path, text } of given) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const stateOf = (root: string): string =>
  readdirSync(join(root, '..'), { recursive: true, encoding: 'utf8' })
    .sort()
    .filter(name => statSync(join(root, '..', name)).isFile() && /^(?:root\/|outside)/.test(name))
    .map(name => `${name}\0${readFileSync(join(root, '..', name), 'utf8')}`)
    .join('\0\0')

const sample: readonly TextFile[] = [
  { path: 'a.mmd', text: 'flowchart LR\n  a[Start] --> b\n' },
  { path: 'docs/b.md', text: '# B\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n[a](../a.mmd)\n' },
  { path: 'docs/c.html', text: '<pre class="mermaid">\n  graph LR\n    a --&gt; b\n</pre>\n' },
]

const words = [
  'files',
  'path',
  'digest',
  'diagrams',
  'way',
  'remove',
  'links',
  'from',
  'to',
  'before',
  'after',
  'data',
  'mode',
]

/** The command with words, which may refuse, and never fails by a fault of its own. */
async function ran(root: string, ...own: string[]): Promise<number | null> {
  const { status, stderr } = await inProcess([...own, '--root', root], { cwd: root, input: '' })
  if (status === 4 || stderr.includes('\n    at ')) throw new Error(`a fault: ${stderr}`)
  mustBeClean()
  return status
}

/** A plan that somebody changed is carried out inside of its folder, and can be undone; or it is refused, and everything is as it was. */
async function plannedByStranger(value: unknown, count: Count): Promise<void> {
  const root = treeWith(sample)
  const before = stateOf(root)
  const file = join(root, '../plan.json')
  writeFileSync(file, JSON.stringify(value) ?? 'null')
  const bundle = join(root, '../undo')
  const status = await ran(root, 'apply', file, '--undo-to', bundle, '--quiet')
  const now = stateOf(root)
  count('plans')
  if (status === 2 && now !== before) throw new Error(`refused, and files changed: ${now}`)
  if (readFileSync(join(root, '../outside.mmd'), 'utf8') !== 'graph LR\n')
    throw new Error('a file outside changed')
  if (now === before) return
  if ((await ran(root, 'apply', '--undo', bundle, '--quiet')) !== 0 || stateOf(root) !== before)
    throw new Error(`it cannot be undone: ${stateOf(root)}\n${JSON.stringify(value)}`)
  count('plans')
}

/** Undo with a changed bundle: files are as they were before, or nothing was touched. */
async function undoneByStranger(text: string, made: MadeTree, count: Count): Promise<void> {
  const root = treeWith(made.after)
  const [before, after] = [made.stateBefore, stateOf(root)]
  const bundle = join(root, '../undo')
  writeFileSync(bundle, text.replaceAll('ROOT', JSON.stringify(root).slice(1, -1)))
  const status = await ran(root, 'apply', '--undo', bundle, '--quiet')
  const now = stateOf(root)
  count('plans')
  if (status !== 0 && now !== after)
    throw new Error(`refused with exit code ${status}, and files changed\n${text}`)
  // A line less undoes less; but no file has another text than before or after.
  const known = new Set([...before.split('\0\0'), ...after.split('\0\0')])
  const strange = now.split('\0\0').find(file => !known.has(file) && !isIn(text, file))
  if (strange !== undefined) throw new Error(`another file: ${strange}\n${text}`)
  count('plans')
}

/** Whether a bundle holds that very file, with its digest: then it says so itself. */
function isIn(bundle: string, file: string): boolean {
  const [, content = ''] = file.split('\0')
  return bundle.includes(Buffer.from(content).toString('base64'))
}

interface MadeTree {
  readonly plan: Plan
  readonly stateBefore: string
  readonly after: readonly TextFile[]
  /** With `ROOT` for the folder. */
  readonly bundle: string
}

/** A plan of the sample, what it makes, and the bundle that undoes it. */
async function madeTree(): Promise<MadeTree> {
  const { plan } = await planMigration(sample, { to: 'flowzap', remove: true })
  const root = treeWith(sample)
  const stateBefore = stateOf(root)
  const file = join(ownFolder('plan'), 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  const bundle = join(root, '../undo')
  if ((await ran(root, 'apply', file, '--undo-to', bundle, '--quiet')) !== 0)
    throw new Error('the sample is not carried out')
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(root, name)).isFile(),
  )
  const after = names.map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  return { plan, stateBefore, after, bundle: readFileSync(bundle, 'utf8').replaceAll(root, 'ROOT') }
}

/** What a schema takes is what the program takes, but for paths, whose rule a schema does not tell. */
function schemaAgrees(value: unknown, count: Count): void {
  const plain = JSON.parse(JSON.stringify(value) ?? 'null')
  const fault = planFault(plain)
  const { valid, errors } = new Validator(planSchema as never, '7').validate(plain)
  const isOfPath = fault?.includes('is no path of a plan') === true
  if (!isOfPath && valid !== (fault === undefined))
    throw new Error(`the program says ${fault}, the schema ${valid ? 'takes it' : errors.at(-1)?.error}`)
  mustBeClean()
  count('plans')
}

export async function planTargets(): Promise<Target[]> {
  const texts = [...corpusTexts(['.mmd', '.gv', '.fz']), ...ownDocuments()]
  const made = await madeTree()
  const lines = made.bundle
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as unknown)
  const inLines = harmedValues(fc.constant(lines), words).map(value =>
    (Array.isArray(value) ? value : [value]).map(line => JSON.stringify(line) ?? '').join('\n'),
  )
  const plans = harmedValues(fc.constant(made.plan), words)
  const validator = new Validator(undoSchema as never, '7')
  if (!lines.every(line => validator.validate(line).valid)) throw new Error('the schema refuses a bundle')
  return [
    target(
      'plans: migrations',
      1,
      10,
      fc.tuple(files(withEdits(fc.constantFrom(...texts), texts)), settings),
      ([given, how], count) => migrated(given, how, count),
    ),
    target('plans: of strangers', 0.5, 20, plans, plannedByStranger),
    target('plans: their schema', 0.3, 200, plans, schemaAgrees),
    target(
      'plans: undo bundles',
      0.5,
      20,
      fc.oneof(inLines, withEdits(inLines, [made.bundle])),
      (text, count) => undoneByStranger(text, made, count),
    ),
  ]
}
