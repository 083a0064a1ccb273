/** Many files in several threads give what they give in one: files, words, order, exit code. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, diaglot } from './built.js'

const place = mkdtempSync(join(tmpdir(), 'diaglot-threads-'))
const MANY = 300

beforeAll(async () => {
  await build()
  mkdirSync(join(place, 'in/docs'), { recursive: true })
  const put = (name: string, text: string) => writeFileSync(join(place, 'in', name), text)
  for (let n = 0; n < MANY; n++) {
    const flow = `flowchart LR\n  a${n}[Start] --> b${n}{${n % 7 === 0 ? 'Broken' : 'Done?}'}\n`
    if (n % 5 === 0)
      put(
        `docs/page${n}.md`,
        `# Page\n\n## One ${n}\n\n~~~mermaid\n${flow}~~~\n\n## Two\n\n~~~dot\ngraph{a--b}\n~~~\n`,
      )
    else put(`flow${n}.mmd`, n % 11 === 0 ? 'sequenceDiagram\n  A->>B: x\n' : flow)
  }
  put(
    'diaglot.config.json',
    JSON.stringify({ overrides: [{ files: ['flow1*.mmd'], options: { lanes: 'subgraph' } }] }),
  )
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Every file below a folder, with what it holds. */
function treeOf(folder: string): [string, string][] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return names
    .filter(name => statSync(join(folder, name)).isFile())
    .map(name => [name, readFileSync(join(folder, name), 'utf8')])
}

test.each([
  ['to a folder', ['convert', '.', '--to', 'flowzap', '-o', 'made/']],
  ['in place', ['convert', '.', '--to', 'dot', '--in-place']],
  ['as a patch', ['convert', '.', '--to', 'mermaid', '-o', 'made/', '--dry-run', '-q']],
  ['checked', ['check', '.', '--reporter', 'json']],
] as const)('%s', (name, words) => {
  const [one, three] = [1, 3].map(workers => {
    const cwd = join(place, `${name} ${workers}`)
    cpSync(join(place, 'in'), cwd, { recursive: true })
    const run = diaglot([...words, '--workers', String(workers)], { cwd })
    return { run, tree: treeOf(cwd) }
  })
  expect(one!.run.stderr + one!.run.stdout).toMatch(/page0\.md|Page|diaglot/)
  expect(three!.run).toEqual(one!.run)
  expect(three!.tree).toEqual(one!.tree)
})
