/** `npm run site`: the page to paste a diagram into, and the manual, as plain files in `site/dist`. */
import { rmSync } from 'node:fs'
import { buildSite } from './site/build.js'

const [folder = 'site/dist'] = process.argv.slice(2)
rmSync(folder, { recursive: true, force: true })
const files = await buildSite(folder)
console.log(`${files.length} files in ${folder}`)
