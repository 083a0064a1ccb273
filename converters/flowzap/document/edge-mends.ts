/** Edges that are written as other languages write them: their arrows, labels and sides. */
import { isSide } from './meant.js'
import * as say from './messages.js'
import type { Proposal } from './proposal.js'

export function edgeProposals(line: string): (Proposal | undefined)[] {
  return [otherHandle(line), labelBefore(line), labelOutside(line), foreignArrow(line)]
}

const END =
  '(?:[^\\s.:"()[\\]{}][^.:"()[\\]{}\\n]*\\.\\s*(?!handle\\b))?[\\w-]+(?:\\s*\\.\\s*handle\\s*\\(\\s*\\w+\\s*\\))?'
const EDGE = new RegExp(`^\\s*${END}\\s*->\\s*${END}`)

/** A node and a side behind it, but not as `.handle(right)`. */
const OTHER_HANDLE =
  /(\b[nN]\d+|(?<![.\w-])(?!handle\b)[\w-]+)(?!\s*\.\s*handle\s*\(\s*\w+\s*\))((?:\s*\.\s*(?:[Hh]andle|HANDLE)\s*[.:=]?|\s*[.:]|\s*(?=[([])|\s)\s*[([]?\s*["']?([A-Za-z]+)["']?(?:\s*[)\]])?(?:\(\))?)(?=\s*(?:->|\[|$))/g

/** `n1.right`, `n1(right)`, `n1:right`, `n1.handle.right`, `n1.handle("right")`, `n1.Handle(right)`. */
function otherHandle(line: string): Proposal | undefined {
  let first: { start: number; end: number; meant: string } | undefined
  const mended = line.replace(
    OTHER_HANDLE,
    (whole, node: string, rest: string, word: string, index: number) => {
      const side = word.toLowerCase()
      if (!isSide(side)) return whole
      const meant = `${node}.handle(${side})`
      const start = index + node.length
      first ??= { start, end: start + rest.length, meant }
      return meant
    },
  )
  if (!first) return undefined
  const { start, end, meant: written } = first
  return { sentence: (...place) => say.otherHandle({ written }, ...place), line: mended, at: [start, end] }
}

/** What may stand between two ends in place of the arrow, with the label in it. */
const IN_BARS = '-+>\\s*\\|([^|]+)\\|'
const IN_QUOTES = '-+>\\s*"([^"]+)"\\s*-+>'
const IN_ARROW =
  '[-=]{1,2}\\s*(?:[[(|"]\\s*)?([^-|[\\]()">\\s](?:[^-|[\\]()">]*[^-|[\\]()">\\s])?)\\s*(?:[\\])|"]\\s*)?[-=]{1,3}>'
const IN_BRACKETS =
  '\\[\\s*(?:label\\s*[:=]\\s*)?(?:"\\s*)?([^"\\]\\s](?:[^"\\]]*[^"\\]\\s])?)\\s*(?:"\\s*)?\\]\\s*-+>'
const BETWEEN = [
  new RegExp(`^(\\s*${END})\\s*(${IN_BARS})\\s*(${END})\\s*$`),
  new RegExp(`^(\\s*${END})\\s*(${IN_QUOTES})\\s*(${END})\\s*$`),
  new RegExp(`^(\\s*${END})\\s*(${IN_ARROW})\\s*(${END})\\s*$`),
  new RegExp(`^(\\s*${END})\\s*(${IN_BRACKETS})\\s*(${END})\\s*$`),
]

/** `n1 -> |Go| n2`, `n1 -[Go]-> n2`, `n1 -- Go --> n2`, `n1 -> "Go" -> n2`, `n1 [label="Go"] -> n2`. */
function labelBefore(line: string): Proposal | undefined {
  for (const pattern of BETWEEN) {
    const match = pattern.exec(line)
    if (!match) continue
    const [, from = '', between = '', label = '', to = ''] = match
    const start = line.indexOf(between, from.length)
    return {
      sentence: (...place) => say.labelBefore({ label }, ...place),
      line: `${from} -> ${to} [label="${label}"]`,
      at: [start, start + between.length],
    }
  }
  return undefined
}

/** `n1 -> n2 label="Go"`, `n1 -> n2: Go`, `n1 -> n2 [Go]`. */
function labelOutside(line: string): Proposal | undefined {
  const edge = EDGE.exec(line)?.[0]
  const rest = edge && line.slice(edge.length)
  if (edge === undefined || !rest?.trim() || /^\s*\[\s*label\s*[:=]\s*"[^"]*"\s*\]\s*$/.test(rest))
    return undefined
  const match =
    /^\s*(?:(?:[:|,]|-(?!>))\s*)?(?:[[({]\s*)?(?:label\s*[:=]\s*)?(?:"([^"]*)"|“([^”]*)”|'([^']*)'|([^"[\](){}|\s](?:[^"[\](){}|]*[^"[\](){}|\s;])?))\s*(?:[\])}|]\s*)?(?:;\s*)?$/.exec(
      rest,
    )
  const label = match?.slice(1).find(text => text !== undefined)
  if (label === undefined || !/[\p{L}\p{N}]/u.test(label) || /->|^\/\/|^#|^n\d+$/.test(label))
    return undefined
  const start = edge.length + rest.search(/\S/)
  return {
    sentence: (...place) => say.labelOutside({ label: label.trim() }, ...place),
    line: `${edge.trimEnd()} [label="${label.trim()}"]`,
    at: [start, line.trimEnd().length],
  }
}

const FOREIGN_ARROW = new RegExp(
  `^(\\s*)(${END})(\\s*)(<-+|-{2,}>{1,2}|->>|=+>|[→⟶]|--+|[–—]+>?|-)(\\s*)(${END})(.*)`,
  'u',
)

/** `-->`, `=>`, `→`, `-`; `n2 <- n1`. */
function foreignArrow(line: string): Proposal | undefined {
  const match = line.includes('\n') ? null : FOREIGN_ARROW.exec(line)
  if (!match) return undefined
  const [, indent = '', from = '', gap = '', arrow = '', , to = '', rest = ''] = match
  const start = indent.length + from.length + gap.length
  const back = arrow.startsWith('<')
  const [first, second] = back ? [to, from] : [from, to]
  return {
    sentence: (...place) =>
      back
        ? say.backArrow({ written: `${first} -> ${second}` }, ...place)
        : say.foreignArrow({ arrow }, ...place),
    line: `${indent}${first} -> ${second}${rest}`,
    at: [start, start + arrow.length],
  }
}
