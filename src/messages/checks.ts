import type { Codes } from './code.js'

/** Codes of what a check finds. */
export const checks = {
  'check/round-trip': {
    severity: 'error',
    about:
      'Written and read again, the diagram is not the same: diaglot itself would damage it. That is a fault of diaglot and not of the diagram; please report it with the file.',
  },
  'check/format': {
    severity: 'error',
    about:
      'The file is not formatted as `diaglot fmt` formats it. `diaglot fmt --write` does so, and changes nothing of the diagram.',
  },
  'check/lost': {
    severity: 'error',
    about:
      'A format that the diagram has to pass through (`--via`) cannot hold all of it. Allow what may be lost with `--allow CODE`, or a number of other losses with `--max-losses`; or take what is lost out of the diagram.',
  },
  'check/out-of-step': {
    severity: 'error',
    about:
      'Two files that are to hold the same diagram do not. `diaglot sync` brings the second up to date with the first, and leaves alone in it whatever the first does not say.',
  },
} as const satisfies Codes
