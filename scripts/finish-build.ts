/** What the compiler leaves undone: the JSON Schema as a file of the package, and a command that starts fast. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { schema } from '../converters/json/words/schema.js'
import { bundleCli } from './bundle.js'

const [dist = 'dist'] = process.argv.slice(2)
mkdirSync(`${dist}/converters/json`, { recursive: true })
writeFileSync(`${dist}/converters/json/schema.json`, `${JSON.stringify(schema, null, 2)}\n`)
await bundleCli(`${dist}/src/cli/main.js`, `${dist}/cli`)
