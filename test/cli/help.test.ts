/** Help that the build has made is what commander says, however wide the terminal is. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { wrapped } from '../../src/cli/help-at-hand.js'
import { helpFor } from '../../src/cli/program.js'
import { entries, isToy } from '../setup/formats.js'
import { build, diaglot } from './built.js'

// The command has no toys.
const formats = entries.filter(entry => !isToy(entry))

let folder = ''
beforeAll(async () => {
  folder = await build()
})

test.each([20, 40, 60, 79, 80, 81, 82, 90, 100, 120, 200, 1000])('in %i columns', width => {
  const made = JSON.parse(readFileSync(`${folder}/dist/src/cli/help.json`, 'utf8'))
  expect(wrapped(made, width, '\nDocumentation: x')).toBe(helpFor(formats, width, '\nDocumentation: x'))
  expect(wrapped(made, width, '')).toBe(helpFor(formats, width, ''))
})

test('the command says it, and where its documentation is', () => {
  const { stdout, status } = diaglot(['--help'])
  expect(status).toBe(0)
  // The package of the tests has no README beside it.
  expect(stdout).toBe(helpFor(formats, 80, ''))
  expect(diaglot(['-h']).stdout).toBe(stdout)
})
