/** Writes docs/messages.md, the list of message codes, from what the core and each format bring. */
import { writeFileSync } from 'node:fs'
import { codes } from '../src/index.js'
import type { CodeEntry, CodeGroup } from '../src/messages/code.js'

const groups: Readonly<Record<CodeGroup, string>> = {
  syntax: 'A text does not follow its format, or does not hang together.',
  lint: 'A rule or a habit of a format is not kept; the diagram is read all the same.',
  repair: 'A reader or writer put something right.',
  graph: 'A program made or changed a graph, and it does not hang together. Nothing is written of it.',
  loss: 'A target cannot hold something as it is. Each message carries what was changed: where, before and after.',
  merge: 'Two versions of a diagram that were changed apart are joined.',
  limit: 'Something is too big or too deep.',
  check: 'Diagrams were compared, and are not as they have to be.',
  document: 'A document with diagrams in it.',
}

export function messagesPage(): string {
  const parts = [
    '# Messages',
    '',
    'Every message of diaglot has one of these codes. This page is written from what the core (`src/messages`) and each format (`converters/*/codes.ts`) bring.',
  ]
  // By name, since the lists do not know each other.
  const sorted = (Object.entries(codes) as [string, CodeEntry][]).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [group, about] of Object.entries(groups)) {
    parts.push('', `## ${group}`, '', about)
    for (const [code, entry] of sorted) {
      if (code.startsWith(`${group}/`)) parts.push('', `### \`${code}\` (${entry.severity})`, '', entry.about)
    }
  }
  return `${parts.join('\n')}\n`
}

if (process.argv[1]?.endsWith('messages.ts')) writeFileSync('docs/messages.md', messagesPage())
