/** draw.io (diagrams.net): lanes, containers, shapes and lines that stay editable there. */
import type { Format } from '../../src/format.js'
import { drawioCapabilities } from './capabilities.js'
import { readDrawio } from './read.js'
import { writeDrawio } from './write.js'

/** Whether a text looks like draw.io's XML: by the first element it opens. */
function sniff(text: string): boolean {
  return /^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<(mxfile|mxGraphModel|diagram)[\s>]/.test(
    text.slice(0, 2000),
  )
}

export const drawio: Format = {
  name: 'drawio',
  title: 'draw.io',
  extensions: ['.drawio', '.dio'],
  sniff,
  read: readDrawio,
  capabilities: drawioCapabilities,
  many: true,
  carries: true,
  geometry: true,
  write: writeDrawio,
}

export { drawioCapabilities } from './capabilities.js'
export { readDrawio } from './read.js'
export { writeDrawio } from './write.js'
