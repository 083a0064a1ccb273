/** Inputs that are too large or have no end, and pipes and folders where a file is expected. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats, read } from '../../src/index.js'
import { build, diaglot } from './built.js'

const place = mkdtempSync(join(tmpdir(), 'diaglot-'))
const pipes = process.platform !== 'win32'

beforeAll(async () => {
  await build()
  writeFileSync(join(place, 'large.mmd'), '')
  truncateSync(join(place, 'large.mmd'), 600_000_000)
  mkdirSync(join(place, 'drawings'))
  mkdirSync(join(place, 'folder.drawio'))
  writeFileSync(join(place, 'drawings/a.mmd'), 'graph LR; a-->b\n')
  if (pipes) execFileSync('mkfifo', [join(place, 'drawings/pipe.mmd')])
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const said = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = diaglot(['convert', ...words], { cwd: place, input })
  return [status, stdout, stderr]
}

describe('an input of more than 64 MB', () => {
  test('is not read when it is a file', () => {
    expect(said(['large.mmd', '--to', 'dot'])).toEqual([
      3,
      '',
      'diaglot: large.mmd is larger than 64 MB, and diaglot reads no larger input\n',
    ])
  })

  test('is not read to its end from standard input', () => {
    const input = ' '.repeat(64 * 1024 * 1024 + 1)
    expect(said(['-', '--from', 'mermaid', '--to', 'dot'], input)).toEqual([
      3,
      '',
      'diaglot: <stdin> gives more than 64 MB, and diaglot reads no larger input\n',
    ])
  })

  test.skipIf(!existsSync('/dev/zero'))('has no end where a device gives it', () => {
    expect(said(['/dev/zero', '--from', 'mermaid', '--to', 'dot'])[0]).toBe(3)
  })

  test.each(formats.filter(format => format.read).map(({ name }) => name))(
    'is refused by the library: %s',
    format => {
      const { graphs, messages } = read(new Uint8Array(64 * 1024 * 1024 + 1), { format })
      expect(graphs).toEqual([])
      expect(messages.map(({ code }) => code)).toEqual(['limit/size'])
    },
  )
})

describe('what is no file', () => {
  test.skipIf(!pipes)('is left out of a folder and of a glob, and not waited for', () => {
    for (const [i, word] of ['drawings', 'drawings/*.mmd'].entries()) {
      expect(said([word, '--to', 'dot', '-o', `out${i}/`])).toEqual([
        0,
        '',
        '1 diagram in 1 file converted; 1 file written.\n',
      ])
      expect(readdirSync(join(place, `out${i}`))).toEqual(['a.gv'])
    }
  })

  test('cannot be brought up to date', () => {
    const words = ['drawings/a.mmd', '--update', 'folder.drawio', '--to', 'drawio', '-o', 'new.drawio']
    expect(said(words)).toEqual([3, '', 'diaglot: folder.drawio is a folder, not a file\n'])
  })
})
