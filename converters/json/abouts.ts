/** A paragraph about each code that the JSON of graphs brings, apart from the codes: who only converts needs none of them. */
import type { AboutsOf } from '../../src/messages/code.js'
import type { jsonCodes } from './codes.js'

export const jsonAbouts: AboutsOf<typeof jsonCodes> = {
  'syntax/schema':
    'A JSON file is well formed but does not fit the JSON Schema of the form (`diaglot/schema.json` in the package): a name is unknown, a value has the wrong type, or something required is missing.',
}
