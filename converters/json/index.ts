import type { Format } from '../../src/format.js'
import { jsonCapabilities } from './capabilities.js'
import { putJson } from './put/put.js'
import { readJson } from './read/read.js'
import { writeJson } from './write/write.js'

export { readJson } from './read/read.js'
export { schema } from './words/schema.js'

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
  put: putJson,
}
