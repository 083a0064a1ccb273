/** What both halves of the format have, the one that reads and the one that writes. */
import { type FormatPart, notesOption } from '../../src/format.js'
import { dotCapabilitiesFor } from './capabilities.js'
import { dotCodes } from './codes.js'
import { followDot } from './put/follow.js'

export const common: FormatPart = {
  name: 'dot',
  title: 'Graphviz DOT',
  extensions: ['.gv', '.dot'],
  inDocuments: { directive: 'graphviz' },
  directiveOptions: ['graphviz_dot', 'layout'],
  drawnIn: ['asciidoc', 'rst'],
  codes: dotCodes,
  many: true,
  // Reading knows it, too: a text that carries says how it was written.
  options: [notesOption],
  // Parallel edges count things, and many a node stands alone, in files that programs write.
  rules: { 'lint/duplicate-edge': 'off', 'lint/orphan': 'off' },
  carries: true,
  capabilities: (_, options) => dotCapabilitiesFor(options),
  follow: followDot,
}
