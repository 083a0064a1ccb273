/** What is new in statements, node by node and link by link or of another kind. */
import { type ChildOf, part, parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { constructs } from '../versions/constructs.js'
import { refusedByOld } from '../versions/old-tokens.js'
import { atLeast } from '../versions/releases.js'
import { searchChain } from './chains.js'
import { searchLabel, searchWord } from './labels.js'
import { missing, placeOf, type Search } from './search.js'

type Statement = ChildOf<TreeOf<'Statement'>>
type Kind = Statement['rule']

export function searchStatement(search: Search, statement: Statement): void {
  const look = searches[statement.rule] as (search: Search, tree: Statement) => void
  look(search, statement)
}

const searches: { readonly [Rule in Kind]: (search: Search, tree: TreeOf<Rule>) => void } = {
  Chain: searchChain,
  Click: searchClick,
  Subgraph: searchSubgraph,
  SubgraphEnd: (search, { first }) => {
    if (first.rule === 'SubgraphEnd_direction') searchDirection(search, part(first, 'restOfLine'))
  },
  Direction: (search, tree) => searchDirection(search, part(tree, 'restOfLine')),
  Style: (search, tree) => {
    searchWord(search, part(tree, 'nodeId'), 'name')
    searchStyles(search, part(tree, 'Styles'))
  },
  LinkStyle: (search, { first }) => {
    if (first.rule !== 'LinkStyle_style') searchWord(search, part(first, 'curve'), 'name')
    if (first.rule !== 'LinkStyle_curve') searchStyles(search, part(first, 'Styles'))
  },
  ClassDef: (search, tree) => {
    const name = part(tree, 'className')
    if (name.text !== 'default') searchName(search, name)
    searchStyles(search, part(tree, 'Styles'))
  },
  Class: (search, tree) => {
    searchWord(search, part(tree, 'nodeId'), 'name')
    searchName(search, part(tree, 'className'))
  },
  AccTitle: (search, tree) =>
    missing(search, constructs.accessibleTitle, placeOf(search, tree.start, tree.end)),
  AccDescr: (search, tree) =>
    missing(search, constructs.accessibleDescription, placeOf(search, tree.start, tree.end)),
  AccDescrBlock: (search, tree) => {
    const isNode = /^accDescr\{[^\n]*$/.test(tree.text)
    const claim = isNode ? constructs.descriptionOfOneLine : constructs.accessibleDescription
    missing(search, claim, placeOf(search, tree.start, tree.end))
  },
}

function searchStyles(search: Search, styles: TreeOf<'Styles'>): void {
  for (const style of parts(styles, 'styleText')) searchWord(search, style, 'style')
}

function searchName(search: Search, leaf: TreeOf<'className'>): void {
  searchObjectWord(search, leaf)
  searchWord(search, leaf, 'name')
}

/** What every object of JavaScript has. */
const OBJECT_WORDS = /^(?:__proto__|constructor)$/

function searchObjectWord(search: Search, leaf: TreeOf<'className' | 'clickIds'>): void {
  if (OBJECT_WORDS.test(leaf.text))
    missing(search, constructs.objectWord, placeOf(search, leaf.start, leaf.end), { part: leaf.text })
}

function searchDirection(search: Search, rest: TreeOf<'restOfLine'>): void {
  const at = placeOf(search, rest.start, rest.end)
  missing(search, constructs.direction, at)
  const word = /direction\s+TD/.exec(search.source.slice(...at))
  if (!word || !atLeast(search.release, '8.13.10') || /direction[\s\uFFFD]+(?:TB|BT|RL|LR)/.test(rest.text))
    return
  const end = at[0] + word.index + word[0].length
  missing(search, constructs.directionTd, at, { edits: [{ start: end - 2, end, text: 'TB' }] })
}

function searchSubgraph(search: Search, tree: TreeOf<'Subgraph'>): void {
  const heading = part(tree, 'Heading')
  for (const leaf of parts(heading, 'headingText')) {
    const refused = refusedByOld(leaf.text, 'label', search.release)
    if (!refused) continue
    const text = leaf.text.slice(...refused).trim()
    missing(search, constructs.unquoted, placeOf(search, leaf.start, leaf.end), { part: text })
  }
  for (const leaf of parts(heading, 'markdown'))
    missing(search, constructs.markdown, placeOf(search, leaf.start, leaf.end))
  const title = part(tree, 'SubgraphTitle')
  if (title) searchLabel(search, title.first, ']')
}

function searchClick(search: Search, tree: TreeOf<'Click'>): void {
  const ids = part(tree, 'clickIds')
  searchObjectWord(search, ids)
  if (!atLeast(search.release, '8.9.3')) searchWord(search, ids, 'name')
  const action = part(tree, 'ClickAction').first
  const at = placeOf(search, action.start, action.end)
  if (action.rule === 'ClickAction_call') missing(search, constructs.call, at)
  if (action.rule === 'ClickAction_callback') searchWord(search, action.first, 'name')
  if (action.rule !== 'ClickAction_link') return
  const target = part(action, 'LinkTarget')
  if (target) missing(search, constructs.linkTarget, placeOf(search, target.start, target.end))
  const href = part(action, 'hrefWord')
  if (!href || !part(action, 'Tooltip')) return
  const [start, end] = placeOf(search, href.start, href.end)
  missing(search, constructs.hrefTooltip, at, { edits: [{ start, end, text: '' }] })
}
