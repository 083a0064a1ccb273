/** `check --with-mermaid`: packages of the user's project in a thread. Most of them are toys that hang, fall or print. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askOfficial, type OfficialAt } from '../../src/cli/official/ask.js'
import { extent } from '../setup/runs.js'
import { build, diaglot } from './built.js'

const places: string[] = []
let built = ''

beforeAll(async () => {
  built = await build()
})
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** A project with these files. */
function project(files: Readonly<Record<string, string>>): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-')))
  places.push(place)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), text)
  }
  return place
}

const TOY = {
  'node_modules/jsdom/package.json': '{ "version": "1.0.0", "main": "index.js" }',
  'node_modules/jsdom/index.js': 'exports.JSDOM = class { window = { document: {} } }',
  'node_modules/mermaid/package.json': '{ "version": "1.0.0", "type": "module", "exports": "./index.js" }',
  'node_modules/mermaid/index.js': `
    console.log('a word for the console')
    export default {
      initialize() {},
      parse(text) {
        if (text.includes('hang')) for (;;) {}
        if (text.includes('end')) process.exit(7)
        if (text.includes('throw')) throw new Error('no ' + typeof document)
        return true
      },
    }`,
}

const at = (place: string): OfficialAt => ({
  format: 'mermaid',
  thread: pathToFileURL(join(built, 'dist/src/cli/official/thread.js')).href,
  packages: {
    mermaid: join(place, 'node_modules/mermaid/index.js'),
    jsdom: join(place, 'node_modules/jsdom/index.js'),
  },
  versions: [],
})

describe('the thread', () => {
  test('is ended where a diagram hangs it or ends it, and the next diagram has another one', async () => {
    const official = at(project(TOY))
    expect(await askOfficial(official, 'pie')).toBe('accepted')
    expect(await askOfficial(official, 'pie hang', 0.1)).toEqual({ seconds: 0.1 })
    expect(await askOfficial(official, 'pie')).toBe('accepted')
    expect(await askOfficial(official, 'pie end')).toEqual({ text: 'it ended' })
    expect(await askOfficial(official, 'pie throw')).toEqual({ text: 'no object' })
  })

  test('that cannot start says why', async () => {
    const official = at(project({ ...TOY, 'node_modules/mermaid/index.js': 'throw new Error("too old")' }))
    await expect(askOfficial(official, 'pie')).rejects.toThrow('mermaid cannot be started: too old')
  })
})

describe('check --with-mermaid', () => {
  const DOCUMENT =
    '# A\n\n- x\n\n  ```mermaid\n  pie\n  "throw" : 1\n  ```\n\n```mermaid\npie\n"a" : 1\n```\n'

  test('counts what the packages of the project accept, and places what they refuse in the document', () => {
    const place = project({ ...TOY, 'docs/a.md': DOCUMENT, 'b.mmd': 'sequenceDiagram\n  A->>B: x\n' })
    const { status, stdout, stderr } = diaglot(['check', '.', '--with-mermaid'], { cwd: place })
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toBe(
      'docs/a.md:6:3: error: Mermaid refuses this pie: no object. [syntax/official]\n  6 |   pie\n    |   ^^^\n3 diagrams in 2 files checked; 1 error.\n',
    )
    expect(diaglot(['check', '.'], { cwd: place }).stdout).toBe(
      '0 diagrams in 2 files checked; no findings; not looked at: 2 pie, 1 sequenceDiagram.\n',
    )
  })

  test('takes the packages of the folder that is looked at', () => {
    const place = project(TOY)
    writeFileSync(join(place, 'b.mmd'), 'pie\n')
    expect(diaglot(['check', place, '--with-mermaid'], { cwd: project({}) }).status).toBe(0)
  })

  test('says in one sentence what to install where they are not there', () => {
    const { status, stderr, stdout } = diaglot(['check', '.', '--with-mermaid'], {
      cwd: project({ 'b.mmd': 'pie\n' }),
    })
    expect([status, stdout, stderr]).toEqual([
      3,
      '',
      'diaglot: --with-mermaid asks a package of your project, and mermaid is not there: npm install --save-dev mermaid jsdom\n',
    ])
  })

  test('a cache is of the versions of the packages', () => {
    const place = project({ ...TOY, 'b.mmd': 'pie\n' })
    const run = () => diaglot(['check', '.', '--with-mermaid', '--cache'], { cwd: place }).stdout
    run()
    expect(run()).toContain('1 of the files unchanged')
    writeFileSync(
      join(place, 'node_modules/mermaid/package.json'),
      '{ "version": "2.0.0", "type": "module", "exports": "./index.js" }',
    )
    expect(run()).not.toContain('unchanged')
  })

  test.runIf(extent === 'long').each(['mermaid', 'mermaid-10', 'mermaid-9'])('%s itself', name => {
    const place = project({
      'a.mmd': 'sequenceDiagram\n  %% a note\n  A->>B: x\n  A->B->C\n',
      'b.mmd': 'classDiagram\n  class A\n',
      'c.mmd': 'gantt\n  title x\n  sectoin a\n  a : b\n',
    })
    mkdirSync(join(place, 'node_modules'))
    symlinkSync(resolve('node_modules', name), join(place, 'node_modules/mermaid'))
    symlinkSync(resolve('node_modules/jsdom'), join(place, 'node_modules/jsdom'))
    const { stdout } = diaglot(['check', '.', '--with-mermaid', '--reporter', 'compact'], { cwd: place })
    expect(stdout).toMatch(
      /^a\.mmd:4:7: error: Mermaid refuses this sequenceDiagram: Expecting .*, got 'SOLID_OPEN_ARROW'\. \[syntax\/official\]\nc\.mmd:3:12: error: .*\n3 diagrams in 3 files checked; 2 errors\.\n$/,
    )
  })
})
