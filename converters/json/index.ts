import type { Format } from '../../src/format.js'
import { jsonCapabilities } from './capabilities.js'
import { readJson } from './read.js'
import { writeJson } from './write.js'

export { readJson } from './read.js'
export { schema } from './schema.js'

/** The JSON form: the model itself as text. */
export const json: Format = {
  name: 'json',
  title: 'diaglot JSON',
  extensions: ['.json'],
  many: true,
  sniff: text => /^\s*(\[\s*)?\{\s*"(\$schema|diaglot)"/.test(text),
  read: readJson,
  capabilities: () => jsonCapabilities,
  write: writeJson,
}
