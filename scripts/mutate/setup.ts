/** Which mutant is awake in this process, and which are come upon: `npm run mutate` reads the list that this writes. */
import { appendFileSync } from 'node:fs'
import { afterAll, afterEach, expect } from 'vitest'

interface Awake {
  __isMutant?: (id: number) => boolean
  __reached?: Set<number>
}

const world = globalThis as Awake
const awake = Number(process.env.DIAGLOT_MUTANT ?? -1)
const list = process.env.DIAGLOT_REACHED

world.__reached ??= new Set()
const reached = world.__reached
world.__isMutant ??= id => {
  if (list !== undefined) reached.add(id)
  return id === awake
}
const began = process.cpuUsage()
reached.clear()

let failed = false
afterEach(({ task }) => {
  failed ||= task.result?.state === 'fail'
})

afterAll(() => {
  if (list === undefined) return
  const { user } = process.cpuUsage(began)
  const file = expect.getState().testPath
  const found = { file, milliseconds: user / 1000, reached: [...reached], failed }
  appendFileSync(list, `${JSON.stringify(found)}\n`)
})
