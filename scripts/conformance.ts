/**
 * `npm run conformance -- mermaid|dot FILE.jsonl`: compares what diaglot reads with what the official parser made of each
 * text, field by field. Ends with `agree N of M`; exit 1 if there is a disagreement, 2 for bad usage, 3 for a file that cannot be read.
 */
import { readFileSync } from 'node:fs'
import { conformanceDot } from './conformance-dot.js'
import { conformMermaid } from './conformance-mermaid.js'

const comparisons = new Map([
  ['mermaid', conformMermaid],
  ['dot', conformanceDot],
])

const [format = '', file] = process.argv.slice(2)
const compare = comparisons.get(format)
if (!compare || file === undefined) {
  console.error('usage: npm run conformance -- mermaid|dot FILE.jsonl')
  process.exitCode = 2
} else {
  let text: string | undefined
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    console.error(`cannot read ${file}`)
    process.exitCode = 3
  }
  if (text !== undefined && !compare(text, line => console.log(line))) process.exitCode = 1
}
