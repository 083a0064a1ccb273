/** The line that says how far a command is: by a clock and a terminal that only this test moves. */
import { expect, test } from 'vitest'
import type { FileResult } from '../../src/cli/files/result.js'
import { Tally } from '../../src/cli/files/tally.js'
import { Progress, progressFor } from '../../src/cli/progress.js'
import { reported } from '../../src/cli/reported.js'
import { madeReporters } from '../../src/cli/reporters/reporting.js'
import { standIn } from './in-process.js'

const CLEAR = '\r\u001b[2K'

/** A terminal that remembers what was written, and what a person sees in its last line. */
function terminal(columns = 80) {
  const written: string[] = []
  const write = (text: string) => written.push(text)
  const line = () => written.join('').split('\n').at(-1)!.split(CLEAR).at(-1)!
  return { isTTY: true, columns, write, written, line }
}

function running(columns?: number) {
  const screen = terminal(columns)
  let now = 5000
  const progress = new Progress(screen, () => now)
  const step = (at: number, name = 'a.mmd') => {
    now = 5000 + at
    progress.step(name)
  }
  return { screen, progress, step }
}

test('work of less than two seconds shows nothing', () => {
  const { screen, progress, step } = running()
  progress.expect(100)
  for (const at of [0, 500, 1999]) step(at)
  progress.erase()
  expect(screen.written).toEqual([])
})

test('the line has the count, the rate, the time left and the file', () => {
  const { screen, progress, step } = running()
  progress.expect(1200)
  for (let done = 1; done < 300; done++) step(100)
  step(3000, 'docs/deep/order.mmd')
  expect(screen.line()).toBe('300 of 1,200 files, 100 a second, 9 s left: docs/deep/order.mmd')
})

test('it is drawn ten times a second at most, and not for the last file', () => {
  const { screen, progress, step } = running()
  progress.expect(5)
  for (const at of [2000, 2050, 2099, 2100, 9000]) step(at)
  expect(screen.written).toHaveLength(2)
})

test('times are said as people say them', () => {
  for (const [left, said] of [
    [3, '3 s left'],
    [200, '3 min 20 s left'],
    [36_000, '10 h 0 min left'],
  ] as const) {
    const { screen, progress, step } = running()
    progress.expect(left + 2)
    step(1000)
    step(2000)
    expect(screen.line()).toContain(`1 a second, ${said}`)
  }
})

test('a name that is too long, wide or has control characters stays in the line', () => {
  const { screen, progress, step } = running(60)
  progress.expect(50)
  step(2000, `${'folder/'.repeat(20)}end.mmd`)
  expect(screen.line()).toMatch(/^1 of 50 files, 1 a second, 1 min 38 s left: ….*end\.mmd$/)
  expect(screen.line().length).toBeLessThan(60)
  step(2200, `${'订单'.repeat(20)}.mmd`)
  const wide = [...screen.line()].reduce((sum, sign) => sum + (sign > '\u007f' ? 2 : 1), 0)
  expect(wide).toBeLessThan(60)
  step(2400, 'a\nb\u001b[31m.mmd')
  expect(screen.written.at(-1)).not.toMatch(/\n|\u001b\[3/)
})

test('a terminal of a few columns has the count alone', () => {
  const { screen, progress, step } = running(20)
  progress.expect(50)
  step(2000)
  expect(screen.line().length).toBeLessThan(20)
  expect(screen.line()).toMatch(/^1 of|^…/)
})

test('it is shown on a terminal where somebody looks on, and nowhere else', () => {
  const screen = terminal()
  expect(progressFor(screen, {})).toBeInstanceOf(Progress)
  expect(progressFor(screen, { CI: 'false' })).toBeInstanceOf(Progress)
  expect(progressFor({ ...screen, isTTY: false }, {})).toBeUndefined()
  expect(progressFor(screen, { CI: 'true' })).toBeUndefined()
  expect(progressFor(screen, { TERM: 'dumb' })).toBeUndefined()
  expect(progressFor(screen, {}, true)).toBeUndefined()
})

test('it is gone before anything else is printed, and at the end', async () => {
  const screen = terminal()
  let now = 0
  const progress = new Progress(screen, () => now)
  progress.expect(5)
  const write = (text: string, done?: () => void) => {
    // What a person sees of the line must be away when a report begins.
    expect(screen.line()).toBe('')
    screen.written.push(text)
    done?.()
    return true
  }
  const undo = [standIn(process.stdout, 'write', write), standIn(process.stderr, 'write', write)]
  try {
    const made = await madeReporters({}, [], true, progress)
    await reported(results(), { made, tally: new Tally('checked', false), progress })
  } finally {
    for (const step of undo) step()
  }
  expect(screen.written.filter(text => text.includes(' left: '))).toHaveLength(2)
  expect(screen.written.join('').split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/ left: b\.mmd\r\u001b\[2Kdiaglot: there is no file c\.mmd$/),
    expect.stringMatching(/ left: d\.mmd\r\u001b\[2K--- a patch$/),
  ])

  async function* results(): AsyncGenerator<FileResult> {
    const nothing = { messages: [], diagrams: 1, passedOver: [], changed: false }
    for (const name of ['a.mmd', 'b.mmd']) {
      now += 1500
      yield { ...nothing, name }
    }
    now += 50
    yield { ...nothing, name: 'c.mmd', failure: { text: 'there is no file c.mmd', exitCode: 3 } }
    now += 500
    yield { ...nothing, name: 'd.mmd' }
    now += 500
    yield { ...nothing, name: 'e.mmd', patch: '--- a patch\n' }
  }
})
