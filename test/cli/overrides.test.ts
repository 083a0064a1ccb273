/** Overrides whose globs fit nothing, which a config may well have. */
import { expect, test } from 'vitest'
import { rulesFor, type TaskSettings } from '../../src/cli/files/settings.js'

const settings = (...files: string[]): TaskSettings => ({
  task: 'lint',
  write: false,
  root: '.',
  overrides: [{ files, rules: { 'lint/orphan': 'off' } }],
})

test.each([[[]], [['']], [['', 'b.mmd']]])('globs %j fit no other file', async files => {
  expect((await rulesFor(settings(...files), 'a.mmd')).rules).toEqual({})
})

test('an empty glob keeps no other from fitting', async () => {
  expect((await rulesFor(settings('', '*.mmd'), 'a.mmd')).rules).toEqual({ 'lint/orphan': 'off' })
})
