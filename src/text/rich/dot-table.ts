/** The table of one of Graphviz's HTML-like labels, as far as other formats draw it: what its cells look like, and which rows and columns they take. */
import { tokensOf, valuesOf } from '../html.js'
import { runsOfDotHtml } from './dot-runs.js'
import { type Run, textOfRuns } from './runs.js'
import type { TableCell } from './table.js'

/** What stands around a table, and between its rows and cells, that is no text of its own. */
const AROUND: ReadonlySet<string> = new Set(['b', 'i', 'u', 's', 'font'])
/** No cell takes more rows or columns. */
const MOST_SPAN = 200

interface Building {
  source: string
  readonly attributes: ReadonlyMap<string, string>
}

/**
 * The rows of a label that is one table of texts; nothing where it is none, or tables stand in its cells.
 * Source of the rules: https://graphviz.org/doc/info/shapes.html#html
 */
export function tableOfDotHtml(source: string): readonly (readonly TableCell[])[] | undefined {
  const rows: Building[][] = []
  let prefix = ''
  let table: ReadonlyMap<string, string> | undefined
  let cell: Building | undefined
  for (const token of tokensOf(source)) {
    if (token.kind === 'comment') continue
    const tag = token.kind === 'tag' ? token : undefined
    if (tag?.name === 'table' && !tag.closing) {
      if (table) return undefined
      table = valuesOf(tag)
    } else if (tag?.name === 'td') {
      cell = tag.closing ? undefined : { source: prefix, attributes: valuesOf(tag) }
      if (cell) rows.at(-1)?.push(cell)
    } else if (cell) cell.source += token.source
    else if (tag?.name === 'tr' && !tag.closing) rows.push([])
    else if (tag ? tag.name === 'img' : token.source.trim() !== '') return undefined
    else if (tag && !table && AROUND.has(tag.name)) prefix += tag.source
  }
  if (!table) return undefined
  const around = table
  const found = rows.map(cells => cells.map(building => cellOf(building, around)))
  return found.every(cells => cells.every(isText)) ? (found as TableCell[][]) : undefined
}

const isText = (cell: TableCell | undefined): boolean => cell !== undefined

function cellOf({ source, attributes }: Building, table: ReadonlyMap<string, string>): TableCell | undefined {
  const formatted = runsOfDotHtml(source)
  if (!formatted) return undefined
  const runs = withoutLastBreaks(formatted.runs)
  const fill = plainColor(attributes.get('bgcolor') ?? table.get('bgcolor'))
  const stroke = plainColor(attributes.get('color') ?? table.get('color'))
  const align = alignIn(attributes, source)
  return {
    runs,
    text: textOfRuns(runs),
    rows: spanIn(attributes.get('rowspan')),
    columns: spanIn(attributes.get('colspan')),
    ...(fill !== undefined && { fill }),
    ...(stroke !== undefined && { stroke }),
    ...(align !== undefined && { align }),
  }
}

/** What ends the last line begins no other. */
function withoutLastBreaks(runs: readonly Run[]): readonly Run[] {
  const kept = [...runs]
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd()
    if (text !== '') return [...kept, { ...last, text }]
  }
  return []
}

/** A colour that is called the same everywhere; of a gradient its first. */
function plainColor(value = ''): string | undefined {
  const first = value.split(/[:;]/, 1)[0]!.trim().toLowerCase()
  return /^(#[0-9a-f]{6}([0-9a-f]{2})?|[a-z]+)$/.test(first) && first !== 'transparent' ? first : undefined
}

/** Where a cell's text stands: the cell itself says it, or all of its lines do. */
function alignIn(attributes: ReadonlyMap<string, string>, source: string): TableCell['align'] {
  const own = (attributes.get('align') ?? '').toLowerCase()
  if (own === 'left' || own === 'right') return own
  const lines = new Set<string>()
  for (const token of tokensOf(source))
    if (token.kind === 'tag' && token.name === 'br')
      lines.add((valuesOf(token).get('align') ?? attributes.get('balign') ?? '').toLowerCase())
  const [all] = lines
  return lines.size === 1 && (all === 'left' || all === 'right') ? all : undefined
}

function spanIn(value = '1'): number {
  const span = Number(value)
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1
}
