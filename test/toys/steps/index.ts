import type { Format } from '../../../src/format.js'
import { stepsCapabilities } from './capabilities.js'
import { stepsCodes } from './codes.js'
import { fmtSteps } from './fmt.js'
import { putSteps } from './put.js'
import { readSteps } from './read.js'
import { writeSteps } from './write.js'

/** Steps and what follows on what, a statement a line. It is read, written, put and formatted, and carries. */
export const steps: Format = {
  name: 'steps',
  title: 'Steps',
  extensions: ['.steps'],
  codes: stepsCodes,
  carries: true,
  sniff: text => /^steps\b/.test(text),
  read: readSteps,
  capabilities: () => stepsCapabilities,
  write: drawings => drawings.map(writeSteps).join(''),
  put: putSteps,
  fmt: fmtSteps,
}
