/** Frontmatter and directives, which stand before the header. */
import { dump, load } from 'js-yaml'
import type { Graph, Value } from '../../../src/ir/model.js'
import { has } from '../versions/claims.js'
import { constructs } from '../versions/constructs.js'
import { NEWEST, type Release } from '../versions/releases.js'
import { type Settings, settingsOf } from '../words/theme.js'
import { fromValue, MERMAID_SCHEMA } from '../words/yaml.js'

/** The lines before the header, or nothing. @param release one that looks for settings only in directives gets them there */
export function settings(graph: Graph, release: Release = NEWEST): string {
  const { frontmatter, directives } = placed(settingsOf(graph), release)
  const lines: string[] = []
  if (graph.title) lines.push(titleLine(graph.title))
  if (frontmatter.size > 0) lines.push(yaml(frontmatter))
  const block = lines.length > 0 ? `---\n${lines.join('\n')}\n---\n` : ''
  return block + directivesText(directives)
}

/** A directive wins over the frontmatter, so what comes from there stands first. */
function placed({ frontmatter, directives }: Settings, release: Release): Settings {
  const config = frontmatter.get('config')
  if (config === undefined || has(release, constructs.frontmatterSettings)) return { frontmatter, directives }
  const rest = new Map(frontmatter)
  rest.delete('config')
  const directive = new Map<string, Value>([
    ['type', 'init'],
    ['argument', config],
  ])
  return { frontmatter: rest, directives: [directive, ...directives] }
}

/** The line of a title in the frontmatter. */
export function titleLine(title: string): string {
  return `title: ${scalar(title)}`
}

/** A string on one line, without quotes where YAML reads it as it is. */
function scalar(text: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} .,_()/-]*$/u.test(text) && text.trim() === text && readsAs(text)) return text
  return json(text)
}

function readsAs(text: string): boolean {
  try {
    return load(text, { schema: MERMAID_SCHEMA }) === text
  } catch {
    return false
  }
}

/** JSON is YAML. Tags lose their quotes before mermaid reads YAML, so no `<` stands in it. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function yaml(value: ReadonlyMap<string, Value>): string {
  const plain = fromValue(value) as Record<string, unknown>
  const text = dump(plain, { schema: MERMAID_SCHEMA, lineWidth: -1 }).trimEnd()
  if (!/[<\r]|^[^\S\r\n\u2028\u2029]*---/m.test(text)) return text
  return Object.entries(plain)
    .map(([key, item]) => `${json(key)}: ${json(item)}`)
    .join('\n')
}

/** Mermaid reads `'` as `"` in a directive, so an apostrophe can only be escaped. */
function directivesText(directives: readonly Value[]): string {
  return directives
    .filter(item => item instanceof Map)
    .map(item => {
      const argument = item.get('argument')
      const text = JSON.stringify(fromValue(argument ?? null)).replace(/['<%]/g, escaped)
      return argument === null || argument === undefined
        ? `%%{${item.get('type')}}%%\n`
        : `%%{${item.get('type')}: ${text}}%%\n`
    })
    .join('')
}

/** These stand only inside strings. */
function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
