/** New values, written as the file writes others like them. */
import type { Node as JsonNode } from 'jsonc-parser'
import type { Json } from '../words/json.js'
import { containerOf, isInLine, type JsonText, membersOf, spanOf } from './place.js'

/** How a value is to be written. */
export interface Manner {
  /** One that stands there already, whose lines and blanks are taken over. */
  readonly like?: JsonNode | undefined
  /** What the line begins with that the value stands in. */
  readonly indent: string
  /** Whether it stands in a value that is on one line. */
  readonly inline: boolean
}

/** A value as text. Its depth is that of a graph's extras, which the reader limits. */
export function print(json: JsonText, value: Json, { like, indent, inline }: Manner): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const [open, close] = isList ? '[]' : '{}'
  const same = like?.type === (isList ? 'array' : 'object') && like.children?.length ? like : undefined
  const oneLine = inline || (same ? isInLine(json, containerOf(json, same)) : false)
  const inner = indent + json.step
  const known = same && !isList ? membersOf(same) : undefined
  const lines = isList
    ? value.map(item => print(json, item, { like: same?.children?.[0], indent: inner, inline: oneLine }))
    : Object.entries(value).map(([key, item]) => {
        const manner = { like: known?.get(key)?.value, indent: inner, inline: oneLine }
        return `${JSON.stringify(key)}:${json.gap}${print(json, item ?? null, manner)}`
      })
  if (lines.length === 0) return `${open}${close}`
  if (oneLine) {
    const pad = same ? padOf(json, same) : isList ? '' : json.gap
    return `${open}${pad}${lines.join(`,${json.gap}`)}${pad}${close}`
  }
  const { newline } = json
  return `${open}${newline}${inner}${lines.join(`,${newline}${inner}`)}${newline}${indent}${close}`
}

/** What stands between a bracket and what is in it, on one line. */
function padOf(json: JsonText, node: JsonNode): string {
  const { start } = spanOf(json, node)
  return /^[ \t]*/.exec(json.text.slice(start + 1, start + 20))![0]
}
