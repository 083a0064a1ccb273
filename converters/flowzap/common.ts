/** What both halves of the format have, the one that reads and the one that writes. */
import { type FormatPart, notesOption } from '../../src/format.js'
import { flowzapCapabilitiesFor, lanesFrom } from './capabilities.js'
import { flowzapCodes } from './codes.js'

export const common: FormatPart = {
  name: 'flowzap',
  title: 'FlowZap Code',
  extensions: ['.fz'],
  codes: flowzapCodes,
  carries: true,
  options: [
    notesOption,
    {
      name: 'lanes-from',
      values: lanesFrom,
      for: ['write'],
      about:
        'lanes are the outermost groups of a diagram of another format, those that nodes stand in (where it is left out), classes of nodes, or there is one for all; the same as `--lanes-from`',
    },
  ],
  capabilities: (_, options) => flowzapCapabilitiesFor(options),
}
