/** The page on what the package depends on is what is installed, and licences that a user has to know of are named. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dependenciesPage } from '../../scripts/dependencies.js'

const page = dependenciesPage()

test('docs/dependencies.md says what is installed; `npm run docs` writes it', () => {
  expect(readFileSync('docs/dependencies.md', 'utf8')).toBe(page)
})

/** What asks nothing of whoever uses a package unchanged but to keep its notice. */
const permissive = ['MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'PSF-2.0', 'Apache-2.0', '0BSD']

test('licences that ask for more are those that the page and the README name', () => {
  const rows = [...page.matchAll(/^\| (\S+) \S+ \| ([^|]+) \|/gm)].map(([, name, licence]) => [name, licence])
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.filter(([, licence]) => !permissive.includes(licence!))).toEqual([
    ['@resvg/resvg-wasm', 'MPL-2.0'],
    ['elkjs', 'EPL-2.0 OR GPL-3.0-or-later'],
  ])
  for (const name of ['elkjs', 'resvg']) expect(readFileSync('README.md', 'utf8')).toContain(name)
})
