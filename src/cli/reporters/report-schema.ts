/** The JSON Schema of `--reporter json`. What a later release adds is allowed, so that who checks reports need not be as new as who writes them. */
import type { JsonFile, JsonReport } from './data.js'
import type { Finding } from './finding.js'
import type { Sum } from './report.js'

const count = { type: 'integer', minimum: 0 }
const place = { type: 'integer', minimum: 1 }
const text = { type: 'string' }
const flag = { type: 'boolean' }

/** What only some commands say, or only where there is some. */
type Sometimes = 'without' | 'skipped' | 'dangling' | 'outputsWritten' | 'outputsUnchanged'

const sum: Record<Exclude<keyof Sum, Sometimes>, object> = {
  done: { ...text, description: 'What was done: checked, linted, formatted, converted.' },
  files: count,
  diagrams: count,
  errors: count,
  warnings: count,
  infos: count,
  changed: count,
  written: { ...flag, description: 'Whether what changed was written; else it would change.' },
  fixes: count,
  unchanged: count,
  failed: count,
  cached: {
    ...count,
    description: 'Files that are as they were at an earlier run, and were not looked at again.',
  },
  empty: { ...count, description: 'Files without a diagram.' },
  passedOver: {
    type: 'object',
    additionalProperties: count,
    description: 'Diagrams of kinds that nothing reads, by kind.',
  },
}

const sometimes: Record<Sometimes, object> = {
  without: {
    type: 'array',
    items: text,
    description:
      'The names of files without a diagram, and of folders in which there is nothing that is read.',
  },
  skipped: {
    type: 'object',
    additionalProperties: count,
    description: 'Files that a search found and that were left out, by the reason why.',
  },
  dangling: {
    type: 'array',
    items: text,
    description: 'The names of links that a search found, and that lead to nothing.',
  },
  outputsWritten: { ...count, description: 'Files that convert wrote, or would write.' },
  outputsUnchanged: { ...count, description: 'Files that were there already as convert writes them.' },
}

const finding: Record<keyof Finding, object> = {
  file: text,
  line: place,
  column: { ...place, description: 'In UTF-16 code units.' },
  endLine: place,
  endColumn: place,
  severity: { enum: ['error', 'warning', 'info'] },
  code: { ...text, pattern: '^[a-z]+/[\\w-]+$' },
  text,
  loss: { enum: ['approximated', 'dropped', 'carried', 'added', 'reordered', 'spelling'] },
  fix: { $ref: '#/$defs/fix' },
}

const file: Record<keyof JsonFile, object> = {
  name: text,
  diagrams: count,
  changed: flag,
  findings: { type: 'array', items: { $ref: '#/$defs/finding' } },
}

const report: Record<keyof JsonReport, object> = {
  diaglotReport: { const: 1 },
  sum: { type: 'object', required: Object.keys(sum), properties: { ...sum, ...sometimes } },
  files: {
    type: 'array',
    items: { type: 'object', required: Object.keys(file), properties: file },
  },
}

const edit = {
  type: 'object',
  required: ['start', 'end', 'text'],
  properties: { start: count, end: count, text },
}

export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What the commands of diaglot over many files report with --reporter json',
  type: 'object',
  required: Object.keys(report),
  properties: report,
  $defs: {
    finding: {
      type: 'object',
      required: ['file', 'severity', 'code', 'text'],
      properties: finding,
      dependentRequired: { line: ['column'], endLine: ['line', 'endColumn'] },
    },
    fix: {
      type: 'object',
      required: ['title', 'edits'],
      properties: { title: text, edits: { type: 'array', items: edit } },
      description:
        'Edits of the text of the file, in the order of their places, which count UTF-16 code units.',
    },
  },
}
