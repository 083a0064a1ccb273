/** Every command that the README and the pages of docs print has been run: it stands in a golden transcript. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const transcripts = 'test/cli/transcripts'
const played = new Set(
  readdirSync(transcripts).flatMap(name =>
    readFileSync(`${transcripts}/${name}`, 'utf8')
      .split('\n')
      .flatMap(line => (line.startsWith('$ ') ? [line.slice(2)] : [])),
  ),
)

/** The calls of diaglot in the shell blocks of a page, without what is said behind them. A line with `<…>` shows a form, and is no call. */
function callsOf(page: string): string[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)]
  return blocks
    .flatMap(([, kind, block = '']) => (kind === '' || kind === 'sh' ? block.split('\n') : []))
    .map(line =>
      line
        .replace(/ +#.*$/, '')
        .replace(/^npx /, '')
        .trim(),
    )
    .filter(line => line.startsWith('diaglot ') && !line.includes('<'))
}

const pages = ['README.md', 'docs/checking.md', 'docs/migrating.md']

test.each(pages.flatMap(page => callsOf(page).map(call => [page, call] as const)))('%s: %s', (_, call) => {
  expect(played).toContain(call)
})

test('the journeys are found', () => expect(callsOf('README.md').length).toBeGreaterThan(25))
