/** The JSON Schema of a config takes and refuses what the command line does, so that an editor says no other than a run. */
import { Validator } from '@cfworker/json-schema'
import { expect, test } from 'vitest'
import { configFault, configSchema } from '../../src/cli/config/fields.js'

const validator = new Validator(configSchema as never, '7')

const taken = [
  {},
  { $schema: './node_modules/diaglot/dist/config.schema.json' },
  { rules: { 'lint/*': 'off', 'lint/orphan': 'error' }, via: ['drawio', 'gv'], allow: ['loss/*'] },
  { maxLosses: 0, options: { mermaid: '10.9', attach: true }, ignore: ['vendor/'] },
  {
    overrides: [{ files: ['a/**'], rules: {}, via: [], allow: [], maxLosses: 3, options: {} }, { files: [] }],
  },
  { pairs: [['a.mmd', 'b.fz']] },
]
test.each(taken.map(value => [JSON.stringify(value), value] as const))('takes %s', (_, value) => {
  expect(configFault(value)).toBeUndefined()
  expect(validator.validate(value).errors).toEqual([])
})

const refused: readonly (readonly [unknown, string])[] = [
  [null, 'the config has to be an object'],
  [[], 'the config has to be an object'],
  [
    { rulez: {} },
    'there is no “rulez” (did you mean “rules”?); there are rules, via, allow, maxLosses, options, overrides, pairs, docComments, ignore',
  ],
  [
    JSON.parse('{"__proto__": 1}'),
    'there is no “__proto__”; there are rules, via, allow, maxLosses, options, overrides, pairs, docComments, ignore',
  ],
  [{ $schema: 1 }, '$schema has to be a text'],
  [{ rules: [] }, 'rules has to be an object'],
  [{ rules: { a: 'loud' } }, 'rules.a is one of off, info, warning, error'],
  [{ rules: { a: ['off'] } }, 'rules.a is one of off, info, warning, error'],
  [{ via: 'dot' }, 'via has to be a list'],
  [{ allow: [1] }, 'allow[0] has to be a text'],
  [{ maxLosses: -1 }, 'maxLosses has to be a whole number from 0'],
  [{ maxLosses: 1.5 }, 'maxLosses has to be a whole number from 0'],
  [{ maxLosses: 2 ** 60 }, 'maxLosses has to be a whole number from 0'],
  [{ options: { mermaid: 10.9 } }, 'options.mermaid has to be a text, true or false'],
  [{ overrides: {} }, 'overrides has to be a list'],
  [{ overrides: [{ rules: {} }] }, 'overrides[0] has no “files”'],
  [
    { overrides: [{ files: [], pairs: [] }] },
    'there is no “overrides[0].pairs”; there are files, rules, via, allow, maxLosses, options',
  ],
  [{ pairs: [['a', 'b', 'c']] }, 'pairs[0] has to be two files'],
  [{ pairs: [['a', 1]] }, 'pairs[0][1] has to be a text'],
  [{ ignore: null }, 'ignore has to be a list'],
]
test.each(refused.map(([value, fault]) => [JSON.stringify(value), value, fault] as const))(
  'refuses %s',
  (_, value, fault) => {
    expect(configFault(value)).toBe(fault)
    expect(validator.validate(value).valid).toBe(false)
  },
)
