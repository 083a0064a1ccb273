/** What the compiler leaves undone: the JSON Schema as a file of the package, and a command that can be run. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { schema } from '../converters/json/schema.js'

mkdirSync('dist/converters/json', { recursive: true })
writeFileSync('dist/converters/json/schema.json', `${JSON.stringify(schema, null, 2)}\n`)
chmodSync('dist/src/cli/main.js', 0o755)
