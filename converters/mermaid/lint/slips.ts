/** Signs that mermaid takes for a part of something else. */
import { JSON_SCHEMA, load } from 'js-yaml'
import type { Message } from '../../../src/messages/message.js'
import { jsonIn } from '../document/directives.js'
import type { Sight } from '../read/seen.js'
import * as say from './messages.js'

/** `a --> b,` at the end of a line: mermaid takes commas in ids. */
export function commasInIds({ chains, text }: Sight): Message[] {
  return chains.flatMap(({ groups }): Message[] => {
    const last = groups.at(-1)?.at(-1)
    if (!last?.id.endsWith(',') || last.id.length < 2) return []
    const [start, end] = last.idAt
    if (!/^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 200))) return []
    return [say.commaInId({ id: last.id }, [start, end], [{ start: end - 1, end, text: '' }])]
  })
}

/** `a,b --> c`, where one of the two is a node elsewhere: mermaid draws one node of that name. */
export function commasBetweenIds({ mentions }: Sight): Message[] {
  const inDoubt = mentions.filter(({ id }) => id.includes(',') && WORDS.test(id))
  if (inDoubt.length === 0) return []
  const known = new Set(mentions.map(({ id }) => id))
  return inDoubt.flatMap(({ id, idAt: [start, end] }): Message[] => {
    const words = id.split(',')
    if (!words.some(word => known.has(word))) return []
    return [say.commaBetweenIds({ id }, [start, end], [{ start, end, text: words.join(' & ') }])]
  })
}

const WORDS = /^[\p{L}\p{N}_]+(?:,[\p{L}\p{N}_]+)+$/u

/** `a --|yes|--> b`: the pipes are drawn. */
export function pipesInLabels({ chains, text }: Sight): Message[] {
  return chains.flatMap(({ hops }) =>
    hops.flatMap(({ at: [start, end], labelAt, pipeAt }): Message[] => {
      if (!labelAt || pipeAt) return []
      const label = text.slice(...labelAt).trim()
      if (!/^\|[^|]+\|$/.test(label)) return []
      const before = text.slice(start, labelAt[0])
      const behind = text.slice(labelAt[1], end).trimEnd()
      const from = start + before.search(/\S/)
      const edits = [{ start: from, end: labelAt[1] + behind.length, text: behind.trimStart() + label }]
      return [say.pipesInLabel({ label }, labelAt, /^[-=]/.test(before.trim()) ? edits : undefined)]
    }),
  )
}

const STYLE_LINE = /^[ \t]*(?:style|classDef|linkStyle)[ \t]+[^\s"]+[ \t][^\n";]*;[^\n"]*$/gm
const SEMICOLON = /(?<![ \t])[ \t]*;[ \t]*(?=[a-z-]+[ \t]*:(?!:))/g

/** `style a fill:red;stroke:blue`: mermaid reads a node behind the semicolon, or drops it. */
export function semicolonsInStyles({ text }: Sight): Message[] {
  if (!text.includes(';')) return []
  return [...text.matchAll(STYLE_LINE)].flatMap(({ index, 0: line }): Message[] => {
    const edits = Array.from(line.matchAll(SEMICOLON), ({ index: at, 0: found }) => ({
      start: index + at,
      end: index + at + found.length,
      text: ',',
    }))
    const [first] = edits
    return first ? [say.semicolonInStyle([first.start, first.end], edits)] : []
  })
}

const DIRECTIVE = /(%%\{\s*(?:init|initialize)\s*:)((?:(?!\}%%)[\s\S])*)\}%%/g

/** `%%{init: {theme: dark}}%%`: mermaid heeds a directive only where it is JSON, with quotes of either kind. */
export function ignoredDirectives({ text }: Sight): Message[] {
  if (!text.includes('%%{')) return []
  return [...text.matchAll(DIRECTIVE)].flatMap(
    ({ index, 0: whole, 1: before = '', 2: written = '' }): Message[] => {
      if (written.trim() === '' || jsonIn(written) !== undefined) return []
      const start = index + before.length
      const meant = meantByDirective(written)
      const edits =
        meant === undefined ? undefined : [{ start, end: start + written.length, text: ` ${meant}` }]
      return [say.ignoredDirective([index, index + whole.length], edits)]
    },
  )
}

/** The JSON of what reads as YAML, with the braces that are missing at its end. */
function meantByDirective(written: string): string | undefined {
  if (written.length > 2000) return undefined
  for (const braces of ['', '}', '}}']) {
    try {
      const value = load(written + braces, { schema: JSON_SCHEMA })
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return JSON.stringify(value)
    } catch {
      // It is not these that are missing.
    }
  }
  return undefined
}

/** What stands behind two dashes on their line, where it looks like a node and not like a label. */
const NODE = /^--[^\S\n]+[\p{L}\p{N}_]+(?:[[({][^\n]*|[^\S\n]*)\n/u

/** `a -- b` and more lines up to one with an arrow: all of that is the label of one edge. */
export function labelsOverLines({ chains, text }: Sight): Message[] {
  return chains.flatMap(({ hops }) =>
    hops.flatMap(({ at, labelAt, pipeAt }): Message[] => {
      if (!labelAt || pipeAt || text[labelAt[0]] === '"') return []
      const start = at[0] + text.slice(at[0], labelAt[0]).search(/\S/)
      const written = text.slice(start, labelAt[1])
      if (!NODE.test(written) || !/[-=.~]|&/.test(written.slice(2))) return []
      const meant = `-${written.replace(/(?<=\s)->(?=\s)/g, '-->')}`
      const label = text
        .slice(...labelAt)
        .replace(/\s+/g, ' ')
        .slice(0, 40)
      const edits = [{ start, end: labelAt[1], text: meant }]
      return [say.labelOverLines({ label }, [start, start + 2], edits)]
    }),
  )
}
