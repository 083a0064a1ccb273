/** The script as a person calls it. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumMissing } from '../../scripts/browser/chromium.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'look-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function look(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/look.ts', ...args],
    {
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

describe.skipIf(chromiumMissing('look'))('look', () => {
  it('draws a file and says what it measured', () => {
    const path = join(folder, 'two.drawio')
    const picture = join(folder, 'two.png')
    const cell = (id: string, x: number) =>
      `<mxCell id="${id}" value="${id}" vertex="1" parent="1"><mxGeometry x="${x}" width="80" height="40" as="geometry"/></mxCell>`
    writeFileSync(
      path,
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell('a', 0)}${cell('b', 60)}</root></mxGraphModel>`,
    )
    const { status, stdout } = look(path, '-o', picture)
    expect(stdout).toBe(
      `${path} page 1 of 1: 2 vertices, 0 edges, 0 crossings, 1 findings -> ${picture}\n` +
        '  siblings-overlap: "a" (a) and "b" (b) overlap by 20 x 40\n',
    )
    expect(status).toBe(0)
    expect(readFileSync(picture).subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  it('reports what a format refuses', () => {
    const path = join(folder, 'bad.gv')
    writeFileSync(path, 'digraph {')
    const { status, stdout } = look(path)
    expect(status).toBe(1)
    expect(stdout).toContain('nothing drawn')
    expect(stdout).toContain('error: ')
  })

  it('explains how it is used', () => {
    expect(look('--help')).toMatchObject({ status: 0, stderr: '' })
    for (const args of [[], ['--nonsense'], ['a.drawio', '--scale', 'x'], ['a.txt']]) {
      const { status, stdout, stderr } = look(...args)
      expect(stdout).toBe('')
      expect(stderr).toContain('usage: npm run look')
      expect(status).toBe(2)
    }
    expect(look(join(folder, 'none.drawio')).status).toBe(3)
  })
})
