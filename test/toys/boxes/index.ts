import type { Format } from '../../../src/format.js'
import { boxesCapabilities } from './capabilities.js'
import { writeBoxes } from './write.js'

/** Where everything is drawn: a line of JSON for each thing. It is only written, as a picture is. */
export const boxes: Format = {
  name: 'boxes',
  title: 'Boxes',
  extensions: ['.boxes'],
  fences: ['rectangles'],
  layOut: async graph => (await import('../../../src/layout/layout.js')).layOut(graph),
  capabilities: () => boxesCapabilities,
  write: drawings => drawings.map(writeBoxes).join(''),
}
