/** What is new in nodes and links. */
import { type ChildOf, part, parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { misreads, takesArrow } from '../versions/arrows.js'
import { claimOfBracket, constructs } from '../versions/constructs.js'
import { hasOldTokens } from '../versions/old-tokens.js'
import { type LabelTree, searchLabel, searchWord } from './labels.js'
import { deletion, missing, placeOf, type Search } from './search.js'
import { searchData } from './shape-data.js'

export function searchChain(search: Search, chain: TreeOf<'Chain'>): void {
  for (let step: ChildOf<typeof chain> | undefined = chain.first; step; step = step.next) {
    if (step.rule === 'NodeGroup') searchNodes(search, step)
    else if (step.rule === 'Hop') {
      searchLink(search, part(step, 'Link'))
      searchNodes(search, part(step, 'NodeGroup'))
    }
  }
}

function searchNodes(search: Search, group: TreeOf<'NodeGroup'>): void {
  const [first, ...others] = parts(group, 'Vertex')
  if (others.length > 0) missing(search, constructs.ampersand, placeOf(search, group.start, group.end))
  if (first) searchVertex(search, first)
  for (const vertex of others) {
    const mark = part(vertex, 'ClassMark')
    if (mark) missing(search, constructs.classBehindAmpersand, placeOf(search, mark.start, mark.end))
    searchVertex(search, vertex)
  }
}

function searchVertex(search: Search, vertex: TreeOf<'Vertex'>): void {
  const id = part(vertex, 'nodeId')
  // A comment without a word is left standing, and is a node then.
  if (id.text === '%%')
    missing(search, constructs.emptyComment, placeOf(search, id.start, id.end), {
      edits: [deletion(placeOf(search, id.start, id.end))],
    })
  else searchWord(search, id, 'id')
  const shape = part(vertex, 'Shape')
  if (shape) searchShape(search, shape)
  const mark = part(vertex, 'ClassMark')
  if (mark) searchWord(search, mark.first, 'id')
  const data = part(vertex, 'shapeData')
  if (data) searchData(search, vertex, data)
}

function searchShape(search: Search, shape: TreeOf<'Shape'>): void {
  const claim = claimOfBracket(shape.first.rule.slice('Shape_'.length))
  if (claim) missing(search, claim, placeOf(search, shape.start, shape.end))
  const label = labelIn(shape)
  const close = shape.text.slice(label.end - shape.start)
  const usual = label.rule === 'EllipseLabel' ? '-)' : label.rule === 'SlantedLabel' ? '\\]' : close
  if (close !== usual && close !== '/]') {
    const [start, end] = placeOf(search, label.end, shape.end)
    missing(search, constructs.oddBracket, [start, end], {
      part: close,
      edits: [{ start, end, text: usual }],
    })
  }
  searchLabel(search, label, close)
}

function labelIn(shape: TreeOf<'Shape'>): LabelTree {
  let piece: ChildOf<ChildOf<typeof shape>> = shape.first.first
  while (piece.rule !== 'Label' && piece.rule !== 'SlantedLabel' && piece.rule !== 'EllipseLabel')
    piece = piece.next
  return piece
}

function searchLink(search: Search, tree: TreeOf<'Link'>): void {
  const link = tree.first
  if (link.rule === 'Link_named') {
    const blanks = link.first.text.length - link.first.text.trimStart().length
    const at = placeOf(search, link.first.start + blanks, link.first.end)
    missing(search, constructs.edgeId, at, {
      edits: isNamedAgain(search, link.first.text) ? [] : [deletion(at)],
    })
  }
  const form = part(link, 'LinkBody').first
  const arrow = form.rule === 'LinkBody_arrow' ? form.first : form.first.next.next
  const start = form.rule === 'LinkBody_arrow' ? undefined : form.first.text.trim()
  const at = placeOf(search, form.start, form.end)
  if (arrow.text.includes('~')) missing(search, constructs.invisibleArrow, at)
  else if (hasOldTokens(search.release) && !takesArrow(arrow.text.trim(), start, search.release))
    missing(search, constructs.longArrow, at)
  else if (misreads(arrow.text.trim(), start, search.release)) missing(search, constructs.misreadArrow, at)
  const label = form.rule === 'LinkBody_arrow' ? form.first.next?.first : form.first.next
  if (label) searchLabel(search, label, form.rule === 'LinkBody_arrow' ? '|' : arrow.text)
}

/** Whether anything else in the text says something of an edge by its id. */
function isNamedAgain({ source }: Search, id: string): boolean {
  const name = id.trim().replace(/@$/, '')
  return name === '' || source.split(name).length > 2
}
