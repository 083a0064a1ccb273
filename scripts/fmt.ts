/**
 * `npx tsx scripts/fmt.ts FORMAT FILE.jsonl|FILE…`: formats each text (of a file of lines with a member `text`, or whole files), and counts what
 * becomes of it. Ends with the counts; exit 1 where a proof failed, or where formatting again changes more.
 */
import { readFileSync } from 'node:fs'
import type { FormatName } from '../converters/index.js'
import { fmt } from '../src/index.js'

const [format = '', ...files] = process.argv.slice(2)
const counts = { formatted: 0, unchanged: 0, refused: 0, unproved: 0, again: 0 }

function textsOf(file: string): { readonly id: string; readonly text?: string }[] {
  const whole = readFileSync(file, 'utf8')
  if (!file.endsWith('.jsonl')) return [{ id: file, text: whole }]
  return whole
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

for (const { id, text } of files.flatMap(textsOf)) {
  if (text === undefined) continue
  const { text: formatted, messages } = await fmt(text, { format: format as FormatName })
  const fault = messages.at(-1)?.text
  if (fault?.startsWith('The text has errors')) counts.refused++
  else if (fault !== undefined) {
    counts.unproved++
    console.log(`${id}: ${fault}`)
  } else if (formatted === text) counts.unchanged++
  else {
    counts.formatted++
    const again = await fmt(formatted, { format: format as FormatName })
    if (again.text !== formatted) {
      counts.again++
      console.log(`${id}: formatted again, it is another text`)
    }
  }
}
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
)
if (counts.unproved + counts.again > 0) process.exitCode = 1
