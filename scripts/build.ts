/** The package but its types, in a folder that is made anew: the code, and the JSON Schemas as files. */
import { rmSync, writeFileSync } from 'node:fs'
import { schema } from '../converters/json/words/schema.js'
import { configSchema } from '../src/cli/config/fields.js'
import { undoSchema } from '../src/cli/migrate/journal.js'
import { reportSchema } from '../src/cli/reporters/report-schema.js'
import { diffSchema } from '../src/diff/report/json.js'
import { planSchema } from '../src/migrate/plan-form.js'
import { migrationSchema } from '../src/migrate/report/json.js'
import { bundlePackage } from './bundle.js'

const [dist = 'dist'] = process.argv.slice(2)
rmSync(dist, { recursive: true, force: true })
await bundlePackage(dist)
writeFileSync(`${dist}/converters/json/schema.json`, `${JSON.stringify(schema, null, 2)}\n`)
writeFileSync(`${dist}/config.schema.json`, `${JSON.stringify(configSchema, null, 2)}\n`)
writeFileSync(`${dist}/diff.schema.json`, `${JSON.stringify(diffSchema, null, 2)}\n`)
writeFileSync(`${dist}/plan.schema.json`, `${JSON.stringify(planSchema, null, 2)}\n`)
writeFileSync(`${dist}/migration.schema.json`, `${JSON.stringify(migrationSchema, null, 2)}\n`)
writeFileSync(`${dist}/undo.schema.json`, `${JSON.stringify(undoSchema, null, 2)}\n`)
writeFileSync(`${dist}/report.schema.json`, `${JSON.stringify(reportSchema, null, 2)}\n`)
