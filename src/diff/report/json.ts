/** Differences for programs: one JSON value, of a version and with a schema. */
import type { Difference } from '../difference.js'
import type { ComparedFiles } from './report.js'

/** Goes up where a program that reads the last one could not read the next. */
const VERSION = 1

export function jsonDifferences(files: readonly ComparedFiles[]): string {
  const told = files.map(({ before, after, diagrams }) => ({
    before,
    after,
    diagrams: diagrams.map(({ before: was, after: now, differences }) => ({
      ...((now?.title || was?.title) && { title: now?.title || was?.title }),
      differences: differences.map(plain),
    })),
  }))
  const same = files.every(({ diagrams }) => diagrams.every(({ differences }) => differences.length === 0))
  return `${JSON.stringify({ diaglotDiff: VERSION, same, files: told }, objectOfMap, 2)}\n`
}

const plain = ({ kind, element, old, now, field, before, after, text }: Difference) => ({
  kind,
  element,
  ...(old && { old }),
  ...(now && { now }),
  ...(field !== undefined && { field }),
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
  text,
})

/** Keys of strangers may be called `__proto__`: as entries they make no object another. */
const objectOfMap = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value

const element = {
  type: 'object',
  additionalProperties: false,
  required: ['label'],
  properties: {
    id: { type: 'string' },
    label: { type: 'string' },
    kind: { enum: ['lane', 'cluster'] },
    from: { type: 'string' },
    to: { type: 'string' },
    place: { type: 'integer', minimum: 0 },
  },
}

/** What `jsonDifferences` gives. */
export const diffSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What diaglot diff --json prints',
  type: 'object',
  additionalProperties: false,
  required: ['diaglotDiff', 'same', 'files'],
  properties: {
    diaglotDiff: { const: VERSION },
    same: { type: 'boolean' },
    files: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['before', 'after', 'diagrams'],
        properties: {
          before: { type: 'string' },
          after: { type: 'string' },
          diagrams: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['differences'],
              properties: {
                title: { type: 'string' },
                differences: { type: 'array', items: { $ref: '#/$defs/difference' } },
              },
            },
          },
        },
      },
    },
  },
  $defs: {
    element,
    difference: {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'element', 'text'],
      properties: {
        kind: { enum: ['added', 'removed', 'changed', 'moved'] },
        element: { enum: ['diagram', 'group', 'node', 'edge', 'loop'] },
        old: { $ref: '#/$defs/element' },
        now: { $ref: '#/$defs/element' },
        field: { type: 'string' },
        before: {},
        after: {},
        text: { type: 'string' },
      },
    },
  },
} as const
