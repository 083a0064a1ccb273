/** Configs of strangers, in JSON and YAML: taken as their schema takes them, or refused in a sentence; and what counts for a file then. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { dump } from 'js-yaml'
import { formats } from '../../converters/index.js'
import { knownOf } from '../../src/cli/codes.js'
import { configFor, printed } from '../../src/cli/config/config.js'
import { configFault, configSchema } from '../../src/cli/config/fields.js'
import { rulesAmong } from '../../src/cli/config/words.js'
import { CommandError } from '../../src/cli/exit.js'
import { rulesFor } from '../../src/cli/files/settings.js'
import { ownFolder } from './folder.js'
import { type Count, type Target, target } from './targets.js'
import { withEdits } from './texts.js'
import { harmedValues, mustBeClean } from './values.js'

const good: readonly object[] = [
  {},
  {
    $schema: './node_modules/diaglot/dist/config.schema.json',
    rules: { 'lint/*': 'off', 'lint/orphan': 'error' },
  },
  { via: ['drawio', 'gv'], allow: ['loss/*'], maxLosses: 3, docComments: true },
  { options: { mermaid: '10.9', attach: true }, ignore: ['vendor/', '!vendor/a.mmd', '*.gv'] },
  {
    overrides: [
      { files: ['a/**', '{b,c}/*.mmd'], rules: { 'lint/orphan': 'off' }, via: [], options: { lanes: 'x' } },
      { files: ['!(x)', '+(a|b)*'], allow: ['loss/style'], maxLosses: 0 },
    ],
  },
  { pairs: [['a.mmd', 'b.fz']] },
]

const names = [
  'rules',
  'via',
  'allow',
  'maxLosses',
  'options',
  'overrides',
  'pairs',
  'ignore',
  'files',
  'lint/*',
]
const values = harmedValues(fc.constantFrom(...good), names)
const asJson = values.map(value => JSON.stringify(value) ?? 'null')
const asYaml = values.map(value => dump(value, { skipInvalid: true }))
const signs = [
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!!js/function "x"',
    '!!binary ',
    '!!set {',
    '? ',
    '|\n',
    '>-\n',
    '%YAML 1.2\n',
    '---\n',
    '...\n',
  ],
  ...[
    '"__proto__": ',
    '__proto__: {polluted: true}\n',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '# ',
    '\t',
    '~',
    '.inf',
    '0x1F',
    '2001-01-01',
  ],
  ...['**/', '{a,b}', '!(', '+(', '[^', '{1..9}', 'rules:', 'files:\n  - '],
]

/** Throws what is no sentence for people. */
async function orSaid<T>(work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    if (error.message.length > 10_000 || error.message.includes('\n    at '))
      throw new Error(`no sentence: ${error.message.slice(0, 500)}`)
    return undefined
  }
}

const validator = new Validator(configSchema as never, '7')

async function configOf(text: string, ending: string, count: Count): Promise<void> {
  const root = ownFolder('config')
  mkdirSync(join(root, 'a'), { recursive: true })
  const file = join(root, `diaglot.config.${ending}`)
  writeFileSync(file, text)
  try {
    // The way that a command goes: named, and found from a folder below.
    const named = await orSaid(() => configFor(root, file, formats))
    const found = await orSaid(() => configFor(join(root, 'a'), undefined, formats))
    mustBeClean()
    count('configs')
    // One that says nothing is none to who searches.
    if (text.trim() === '') return
    if (JSON.stringify(named) !== JSON.stringify(found))
      throw new Error(`named, it is another config: ${text}`)
    if (!found) return
    if (!validator.validate(found.config).valid) throw new Error(`its own schema refuses it: ${text}`)
    await printed(found)
    const { config } = found
    await orSaid(async () => {
      const settings = { task: 'lint', write: false, ...config, root } as const
      const own = await rulesFor(settings, join(root, 'a', 'b.mmd'))
      rulesAmong(own.rules ?? {}, (await knownOf(formats)).known)
    })
    mustBeClean()
    count('configs')
  } finally {
    rmSync(file, { force: true })
  }
}

/** The schema, which an editor asks, and the command say the same of every value. */
function schemaAgrees(value: unknown, count: Count): void {
  const plain = JSON.parse(JSON.stringify(value) ?? 'null')
  const fault = configFault(plain)
  const { valid, errors } = validator.validate(plain)
  if (valid !== (fault === undefined))
    throw new Error(`the command says ${fault}, the schema ${valid ? 'takes it' : errors.at(-1)?.error}`)
  mustBeClean()
  count('configs')
}

export function configTargets(): Target[] {
  return [
    target(
      'configs: in JSON',
      0.3,
      60,
      fc.oneof(
        asJson,
        withEdits(
          asJson,
          good.map(each => JSON.stringify(each)),
          signs,
        ),
      ),
      (text, count) => configOf(text, 'json', count),
    ),
    target(
      'configs: in YAML',
      0.5,
      60,
      fc.oneof(
        asYaml,
        withEdits(
          asYaml,
          good.map(each => dump(each)),
          signs,
        ),
      ),
      (text, count) => configOf(text, 'yaml', count),
    ),
    target('configs: values', 0.3, 400, values, schemaAgrees),
  ]
}
