/**
 * What a disk, a system and other programs can do to the command: every line of docs/reliability.md is a test here. Of what is written,
 * every file is whole (as it was, or as it should be), everything that went wrong is named, and the exit code tells.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, diaglot } from './built.js'

let program: string
beforeAll(async () => {
  program = `${await build()}/dist/src/cli/main.js`
})

const places: string[] = []
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

function place(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'diaglot-edges-')))
  places.push(made)
  return made
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** A flowchart of so many steps, as a person may have spaced it. */
const flow = (steps: number, word = 'Step'): string =>
  `flowchart LR\n${Array.from({ length: steps }, (_, step) => `    n${step}[${word}   ${step}]-->n${step + 1}\n`).join('')}`

/** Through a shell, for its limits and redirections. @param words what is quoted for it already */
function shell(line: string, cwd: string, more: object = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', DIAGLOT: `"${process.execPath}" "${program}"` },
    ...more,
  })
  return { status, stdout, stderr }
}
const command = (): string => `"${process.execPath}" "${program}"`

const drafts = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.diaglot'))

/** The lines of the page, so that none stands there without a test, and no test without a line. */
const tried: string[] = []
function edge(name: string, run: () => unknown, can = true): void {
  tried.push(name)
  test.runIf(can)(name, run as () => void)
}

const isRoot = process.getuid?.() === 0
/** Another disk, so small that it fills; where this machine lets us have one. */
const mounted = isRoot && process.platform === 'linux' ? mountSmall() : undefined
function mountSmall(): string | undefined {
  const made = place()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', made])
  return status === 0 ? made : undefined
}
afterAll(() => {
  if (mounted !== undefined) spawnSync('umount', [mounted])
})

describe('a disk that takes no more', () => {
  edge(
    'The disk is full',
    () => {
      const root = place()
      for (let file = 0; file < 30; file++) put(root, `in/${file}.mmd`, flow(100))
      mkdirSync(join(mounted!, 'out'))
      const { status, stderr } = shell(`${command()} convert in --to dot -o "${mounted}/out"`, root)
      const written = readdirSync(join(mounted!, 'out'))
      expect(written.length).toBeGreaterThan(2)
      expect(written.length).toBeLessThan(30)
      expect(drafts(mounted!)).toEqual([])
      for (const name of written) expect(readFileSync(join(mounted!, 'out', name), 'utf8')).toMatch(/\}\n$/)
      expect(stderr.match(/no space left on device/g)).toHaveLength(30 - written.length)
      expect(stderr).toContain(`${written.length} files written; ${30 - written.length} files failed.`)
      expect(status).toBe(3)
    },
    mounted !== undefined,
  )

  edge('A file may not grow so large (`ulimit -f`)', () => {
    const root = place()
    put(root, 'a.mmd', flow(300))
    put(root, 'b.mmd', flow(2))
    put(root, 'out/a.gv', 'digraph { as it was }\n')
    const { status, stderr } = shell(
      `ulimit -f 4; ${command()} convert a.mmd b.mmd --to dot -o out --force`,
      root,
    )
    expect(readFileSync(join(root, 'out/a.gv'), 'utf8')).toBe('digraph { as it was }\n')
    expect(readFileSync(join(root, 'out/b.gv'), 'utf8')).toContain('n1 -> n2')
    expect(drafts(root)).toEqual([])
    expect(stderr).toContain('cannot write out/a.gv: file too large')
    expect(status).toBe(3)
  })

  edge(
    'Standard output is a full device',
    () => {
      const root = place()
      put(root, 'a.mmd', flow(3))
      const { status, stderr } = shell(`${command()} convert a.mmd --to dot > /dev/full`, root)
      expect([status, stderr]).toEqual([3, 'diaglot: cannot write to standard output: ENOSPC\n'])
    },
    existsSync('/dev/full'),
  )

  edge('Who reads standard output stops early (`head -1`)', () => {
    const root = place()
    put(root, 'a.mmd', flow(20_000))
    const { stdout, stderr } = shell(`${command()} convert a.mmd --to dot | head -1`, root)
    expect([stdout, stderr]).toEqual(['digraph {\n', ''])
  })

  edge('Too many files are open (`ulimit -n`)', () => {
    const root = place()
    for (let file = 0; file < 40; file++) put(root, `in/${file}.mmd`, flow(2))
    const { status, stderr } = shell(`ulimit -n 30; ${command()} convert in --to dot -o out`, root)
    expect(stderr).not.toMatch(/fault of diaglot|\n {4}at /)
    expect([0, 3]).toContain(status)
    if (status === 3) expect(stderr).toContain('too many open files')
  })
})

/** Root may write anywhere, so it has to be somebody else. */
const nobody = { uid: 65_534, gid: 65_534 }
const canBeNobody =
  isRoot &&
  spawnSync(
    process.execPath,
    ['-e', `require('fs').readFileSync(${JSON.stringify(resolve('package.json'))})`],
    nobody,
  ).status === 0

describe('what a person may not read or write', () => {
  edge(
    'The folder of an output may not be written',
    () => {
      const root = place()
      put(root, 'in/a.mmd', flow(2))
      put(root, 'closed/a.gv', 'digraph { as it was }\n')
      chmodSync(root, 0o755)
      chmodSync(join(root, 'closed'), 0o555)
      const who = isRoot ? nobody : {}
      const { status, stderr } = shell(`${command()} convert in/a.mmd -o closed/b.gv`, root, who)
      expect([status, stderr]).toEqual([3, 'diaglot: cannot write closed/b.gv: permission denied\n'])
      expect(readdirSync(join(root, 'closed'))).toEqual(['a.gv'])
      chmodSync(join(root, 'closed'), 0o755)
    },
    !isRoot || canBeNobody,
  )

  edge(
    'An input may not be read',
    () => {
      const root = place()
      chmodSync(root, 0o777)
      put(root, 'a.mmd', flow(2))
      put(root, 'b.mmd', flow(2))
      chmodSync(join(root, 'a.mmd'), 0)
      if (isRoot) chownSync(join(root, 'b.mmd'), nobody.uid, nobody.gid)
      const { status, stdout } = shell(`${command()} check .`, root, isRoot ? nobody : {})
      expect(stdout).toContain('cannot read a.mmd: permission denied')
      expect(stdout).toContain('1 file failed')
      expect(status).toBe(3)
    },
    !isRoot || canBeNobody,
  )

  edge('A file is read-only', () => {
    const root = place()
    put(root, 'a.mmd', flow(2))
    chmodSync(join(root, 'a.mmd'), 0o444)
    const { status, stdout } = diaglot(['fmt', '--write', 'a.mmd'], { cwd: root })
    expect(stdout).toContain('cannot write a.mmd: it is read-only, and is left as it is')
    expect(readFileSync(join(root, 'a.mmd'), 'utf8')).toBe(flow(2))
    expect(status).toBe(3)
  })
})

describe('names', () => {
  edge('The name of an output is a folder', () => {
    const root = place()
    put(root, 'in/a.mmd', flow(2))
    put(root, 'in/b.mmd', flow(2))
    mkdirSync(join(root, 'out/a.gv'), { recursive: true })
    for (const force of [[], ['--force']]) {
      const { status, stderr } = diaglot(['convert', 'in', '-t', 'dot', '-o', 'out', ...force], { cwd: root })
      expect(stderr).toContain('cannot write out/a.gv: it is a folder')
      expect(existsSync(join(root, 'out/b.gv'))).toBe(true)
      expect(status).toBe(3)
    }
  })

  edge('A part of the path of an output is a file', () => {
    const root = place()
    put(root, 'a.mmd', flow(2))
    put(root, 'file', 'text')
    const { status, stderr } = diaglot(['convert', 'a.mmd', '-o', 'file/a.gv'], { cwd: root })
    expect(stderr).toBe('diaglot: cannot write file/a.gv: a part of its path is a file and no folder\n')
    expect([status, readFileSync(join(root, 'file'), 'utf8')]).toEqual([3, 'text'])
  })

  edge('The name of an output is too long for the disk', () => {
    const root = place()
    put(root, `${'a'.repeat(251)}.mmd`, flow(2))
    put(root, 'b.mmd', flow(2))
    const { status, stderr } = diaglot(['convert', '.', '-t', 'drawio', '-o', 'out'], { cwd: root })
    expect(stderr).toContain('aa.drawio: name too long')
    expect([status, readdirSync(join(root, 'out'))]).toEqual([3, ['b.drawio']])
  })

  edge(
    'The name of an input is no UTF-8',
    () => {
      const root = place()
      writeFileSync(
        Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.mmd')]),
        flow(2),
      )
      put(root, 'b.mmd', flow(2))
      const { status, stdout } = diaglot(['check', '.'], { cwd: root })
      expect(stdout).toMatch(/caf.*\.mmd cannot be opened: its name is not in UTF-8; rename it/)
      expect(stdout).toContain('1 file failed')
      expect(status).toBe(3)
    },
    process.platform === 'linux',
  )

  edge('Names differ in case alone', () => {
    const root = place()
    put(root, 'in/A.mmd', flow(2))
    put(root, 'in/a.mmd', flow(3))
    // On a disk that does not tell them apart there is one file.
    const names = readdirSync(join(root, 'in'))
    const { status } = diaglot(['convert', 'in', '-t', 'dot', '-o', 'out'], { cwd: root })
    expect([status, readdirSync(join(root, 'out'))]).toEqual([
      0,
      names.map(name => name.replace('.mmd', '.gv')),
    ])
  })

  edge('A page has the name of a Windows device', () => {
    const root = place()
    const page = (name: string, id: number) =>
      `<diagram name="${name}" id="p${id}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="x" vertex="1" parent="1"><mxGeometry width="9" height="9" as="geometry"/></mxCell></root></mxGraphModel></diagram>`
    put(root, 'a.drawio', `<mxfile>${['CON', 'nul', 'lpt1', 'x.', 'y '].map(page).join('')}</mxfile>`)
    const { status } = diaglot(['convert', 'a.drawio', '-t', 'dot', '-o', 'out', '--pages', 'split'], {
      cwd: root,
    })
    const names = readdirSync(join(root, 'out'))
    expect(names).toHaveLength(5)
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file: not as the name, whatever the extension; no blank or dot at the end.
    for (const name of names) expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\.|[. ]\.gv$/i)
    expect(status).toBe(0)
  })
})

describe('links and things that are no files', () => {
  edge('Links lead in a circle', () => {
    const root = place()
    put(root, 'a/x.mmd', flow(2))
    symlinkSync('..', join(root, 'a/up'))
    const { status, stdout } = diaglot(['check', '.'], { cwd: root })
    expect([status, stdout]).toEqual([0, '1 diagram in 1 file checked; no findings.\n'])
  })

  edge('An output is a link to nothing', () => {
    const root = place()
    put(root, 'a.mmd', flow(2))
    symlinkSync(join(root, 'elsewhere.gv'), join(root, 'out.gv'))
    const { status, stderr } = diaglot(['convert', 'a.mmd', '-o', 'out.gv'], { cwd: root })
    expect(stderr).toBe('diaglot: cannot write out.gv: it is a link to a file that is not there\n')
    expect([status, existsSync(join(root, 'elsewhere.gv'))]).toEqual([3, false])
  })

  edge('A file has a hole of three gigabytes in it', () => {
    const root = place()
    put(root, 'a.mmd', '')
    put(root, 'b.mmd', flow(2))
    truncateSync(join(root, 'a.mmd'), 3 * 2 ** 30)
    const { status, stdout } = diaglot(['check', '.'], { cwd: root })
    expect(stdout).toContain('a.mmd is larger than 64 MB, and diaglot reads no larger input')
    expect(status).toBe(3)
  })

  edge(
    'A device that never ends',
    () => {
      const { status, stderr } = diaglot(['convert', '-f', 'mermaid', '/dev/zero', '-t', 'dot'])
      expect(stderr).toBe('diaglot: /dev/zero gives more than 64 MB, and diaglot reads no larger input\n')
      expect(status).toBe(3)
    },
    existsSync('/dev/zero'),
  )

  edge(
    'A named pipe (FIFO)',
    () => {
      const root = place()
      expect(spawnSync('mkfifo', [join(root, 'pipe.mmd')]).status).toBe(0)
      const named = shell(
        `printf 'flowchart LR\\n  a --> b\\n' > pipe.mmd & ${command()} convert pipe.mmd -t dot`,
        root,
      )
      expect(named.stdout).toContain('a -> b')
      // Of a folder it is no file, so nothing waits for whoever may write into it.
      put(root, 'b.mmd', flow(2))
      const { status, stdout } = diaglot(['check', '.'], { cwd: root })
      expect([status, stdout]).toEqual([0, '1 diagram in 1 file checked; no findings.\n'])
    },
    process.platform !== 'win32',
  )

  edge(
    'A socket',
    async () => {
      const root = place()
      const server = createServer()
      await new Promise<void>(done => server.listen(join(root, 's.mmd'), done))
      const { status, stderr } = diaglot(['convert', 's.mmd', '-t', 'dot'], { cwd: root })
      server.close()
      expect([status, stderr]).toEqual([3, 'diaglot: cannot read s.mmd: no such device or address\n'])
    },
    process.platform === 'linux',
  )

  edge('A file in letters that nobody knows', () => {
    const root = place()
    writeFileSync(join(root, 'latin.mmd'), Buffer.from('flowchart LR\n a[Caf\u00e9] --> b\n', 'latin1'))
    const { status, stderr } = diaglot(['convert', 'latin.mmd', '-t', 'dot'], { cwd: root })
    expect(stderr).toContain('syntax/encoding')
    expect(status).toBe(1)
  })
})

describe('killed', () => {
  const FILES = 12
  const RUNS = 70
  /** What each command makes of the files, and where. */
  const commands: readonly (readonly [
    name: string,
    words: readonly string[],
    output: (file: number) => string,
  ])[] = [
    ['convert', ['convert', 'in', '-t', 'dot', '-o', 'out', '--force'], file => `out/${file}.gv`],
    ['fmt --write', ['fmt', '--write', 'in'], file => `in/${file}.mmd`],
    ['lint --fix', ['lint', '--fix', 'in'], file => `in/${file}.mmd`],
  ]
  for (const [name, words, output] of commands)
    edge(`\`${name}\` is killed at any moment`, async () => {
      const outputs = Array.from({ length: FILES }, (_, file) => output(file))
      const fresh = (): string => {
        const root = place()
        // The doubled edge is what the linter takes away.
        for (let file = 0; file < FILES; file++)
          put(root, `in/${file}.mmd`, `${flow(150, `File ${file}`)}    n0-->n1\n    n0-->n1\n`)
        for (const path of outputs) if (path.startsWith('out')) put(root, path, 'digraph { as it was }\n')
        return root
      }
      const read = (root: string) => outputs.map(path => readFileSync(join(root, path), 'utf8'))
      const first = fresh()
      const before = read(first)
      const begun = process.hrtime.bigint()
      diaglot(words, { cwd: first })
      const whole = Number(process.hrtime.bigint() - begun) / 1e6
      const after = read(first)
      expect(after.every((text, file) => text !== before[file])).toBe(true)
      const root = fresh()
      const restore = outputs.map((path, file) => () => writeFileSync(join(root, path), before[file]!))
      const moments = fc.sample(fc.double({ min: 0.2, max: 1.05, noNaN: true }), { numRuns: RUNS, seed: 7 })
      let cut = 0
      for (const [run, moment] of moments.entries()) {
        for (const step of restore) step()
        // Half of them by the clock, anywhere; half where a file has just changed, however fast the machine is.
        await (run % 2
          ? killedAfter(moment * whole, words, root)
          : killedAtChange(join(root, dirname(outputs[0]!)), words, root))
        const found = read(root)
        for (const [file, text] of found.entries()) expect([before[file], after[file]]).toContain(text)
        const changed = found.filter((text, file) => text === after[file]).length
        if (changed > 0 && changed < FILES) cut++
      }
      // Draughts that a kill left behind are taken for no diagrams, and the next run does the whole work.
      diaglot(words, { cwd: root })
      expect(read(root)).toEqual(after)
      expect(cut).toBeGreaterThan(0)
    })
})

const started = (words: readonly string[], cwd: string) =>
  spawn(process.execPath, [program, ...words], { cwd, stdio: 'ignore' })

async function killedAfter(milliseconds: number, words: readonly string[], cwd: string): Promise<void> {
  const child = started(words, cwd)
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  await once(child, 'exit')
  clearTimeout(timer)
}

async function killedAtChange(folder: string, words: readonly string[], cwd: string): Promise<void> {
  const child = started(words, cwd)
  const watcher = watch(folder, () => child.kill('SIGKILL'))
  await once(child, 'exit')
  watcher.close()
}

test('docs/reliability.md has a line for each of these, and no other', () => {
  const rows = [...readFileSync('docs/reliability.md', 'utf8').matchAll(/^\| (?!what |-)([^|]+) \|/gm)]
  expect(rows.map(([, name]) => name!.trim()).sort()).toEqual([...tried].sort())
})
