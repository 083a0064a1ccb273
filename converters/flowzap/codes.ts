/** Codes of messages that only FlowZap Code gives; the core has those that it shares with others. */
import type { Codes } from '../../src/messages/code.js'
import type { CoreCode } from '../../src/messages/codes.js'
import { messageWith } from '../../src/messages/message.js'

export const flowzapCodes = {
  'syntax/unclosed-lane': {
    severity: 'error',
    about:
      'A lane of FlowZap Code is opened and never closed, or another lane stands inside of it. Put a `}` on a line of its own where the lane ends. Lanes do not nest: the fix for one inside of another puts the `}` before it, and opens the outer lane again behind it where that goes on. A lane without a `}` is read to where the next one begins, or to the end of the file.',
  },
  'syntax/undefined-lane': {
    severity: 'error',
    about:
      'A node of FlowZap’s JSON graph names a lane that is not in the list of lanes. The node is read without a lane.',
  },
  'syntax/unknown-attribute': {
    severity: 'error',
    about:
      'A node of FlowZap Code has only the attributes label, owner, description and system, an edge only a label, and each once. The attribute is left out.',
  },
  'syntax/unknown-side': {
    severity: 'error',
    about:
      'A handle of FlowZap Code is `left`, `right`, `top` or `bottom`. The edge is read without the handle.',
  },
  'lint/attribute': {
    severity: 'error',
    about:
      'A node of FlowZap Code has only the attributes label, owner, description and system, an edge only a label, and each at most once: `n1: rectangle label:"Check" owner:"Ann"`.',
  },
  'lint/character': {
    severity: 'error',
    about:
      'FlowZap’s texts hold no emoji and no control characters; its syntax guide forbids them. Other letters and signs of Unicode are fine. The fix removes them.',
  },
  'lint/comment': {
    severity: 'warning',
    fix: 'named',
    about:
      'FlowZap Code has no comments that last: FlowZap drops `//` lines, and every `#` but the lane’s label, when it writes the code anew. The fix removes the line; as a comment says something to its readers, it is made only where this code is named. Lines that begin with `//@` hold what diaglot carries, or a note for its linter (`//@ diaglot-ignore CODE`), and are left alone.',
  },
  'lint/duplicate-id': {
    severity: 'error',
    about:
      'Two nodes have the same id. Edges name a node by its id, so give the second one an id of its own.',
  },
  'lint/edge-place': {
    severity: 'error',
    about:
      'An edge stands in the lane of its source: FlowZap Code lists the nodes of a lane and then the edges that start there. The fix moves the edge; its place in the sequence view may change with it.',
  },
  'lint/edge-repeated': {
    severity: 'warning',
    about:
      'The edge stands outside the lane that it starts in and says what another edge says already. Some programs repeat every edge in every lane. The fix removes it.',
  },
  'lint/empty': {
    severity: 'error',
    about: 'The file holds no code, so there is nothing that FlowZap could draw.',
  },
  'lint/escape': {
    severity: 'warning',
    about:
      'FlowZap documents no escapes in texts, and its parser ends a text at the first quote, so `\\"` and `\\\\` are not read as a quote and a backslash. The fix writes `\'` for a quote and `/` for a backslash that could be read as an escape.',
  },
  'lint/handle-missing': {
    severity: 'error',
    about:
      'Both ends of an edge name a handle: `n1.handle(right) -> n2.handle(left)`. The fix adds the likely one: to the right inside a lane, down or up to another.',
  },
  'lint/handle-side': {
    severity: 'error',
    about: 'A handle is `left`, `right`, `top` or `bottom`.',
  },
  'lint/label-length': {
    severity: 'warning',
    about: 'A label of more than 50 characters does not fit FlowZap’s boxes well. Nothing is cut.',
  },
  'lint/lane-id': {
    severity: 'warning',
    about:
      'A lane’s id is a letter or `_`, then letters, digits and `_`, as in `OrderDesk { # Order Desk`. FlowZap’s parser takes anything before the brace, but prefixes of edges can then not be told apart from other text. Put the free name behind the `#`.',
  },
  'lint/lane-label': {
    severity: 'error',
    about:
      'A lane has a label for people, behind its brace on the same line: `Orders { # Order Desk`. The fix moves the label there or shows the id. The label ends with its line, so a node behind it would be a part of it: the fix gives the node a line of its own.',
  },
  'lint/lane-prefix': {
    severity: 'error',
    about:
      'An edge to a node of another lane names that lane, `n1.handle(bottom) -> Orders.n7.handle(top)`, and a lane before a node is the lane that the node stands in. The fix adds, changes or removes it.',
  },
  'lint/lane-reopened': {
    severity: 'warning',
    about:
      'The same lane is opened twice. The second block goes on with the first; FlowZap writes them as one.',
  },
  'lint/lane-unclosed': {
    severity: 'error',
    about: 'The lane’s closing `}` is missing, or another lane is opened before it. Lanes do not nest.',
  },
  'lint/loop-nested': {
    severity: 'error',
    about: 'All nodes of one loop are in another one. FlowZap’s loops do not nest.',
  },
  'lint/loop-nodes': {
    severity: 'warning',
    about: 'A loop over fewer than two nodes frames nothing. Nodes that are not declared do not count.',
  },
  'lint/loop-place': {
    severity: 'error',
    about: 'A loop stands in a lane. The fix moves it into the lane of its first node.',
  },
  'lint/lost-line': {
    severity: 'error',
    about:
      'FlowZap’s own parser tells statements by what is anywhere in a line: it takes a node whose text holds `->` for an edge and loses it, and a text with a `{` and a `#` behind it opens a lane. The fix writes `→`, and parentheses for such braces.',
  },
  'lint/no-return': {
    severity: 'info',
    onRequest: true,
    about:
      'In FlowZap’s sequence view an edge to another lane is a request; no later edge comes back from that lane. That may be meant, as with events. This is advice, given only where the rule is set.',
  },
  'lint/node-id': {
    severity: 'error',
    about: 'A node’s id is an n and a number: `n1`. The fix renumbers the nodes, wherever they are named.',
  },
  'lint/node-place': {
    severity: 'error',
    about:
      'A node stands outside every lane. Put its line between the braces of the lane that it belongs to.',
  },
  'lint/numbering': {
    severity: 'error',
    about:
      'The ids of a diagram’s nodes are n1, n2 and so on without gaps; in which order they stand is free. The fix closes the gaps and renames the nodes wherever they are named.',
  },
  'lint/separator': {
    severity: 'error',
    about:
      'Attributes of a node are written with a colon, `label:"Check"`, and the label of an edge with an equals sign, `[label="Go"]`.',
  },
  'lint/shape': {
    severity: 'error',
    about:
      'FlowZap’s shapes are `circle` (start, end), `rectangle` (step), `diamond` (decision) and `taskbox` (assigned task). The fix turns the common slip `rect` into `rectangle`.',
  },
  'lint/size': {
    severity: 'error',
    about: 'FlowZap’s service refuses code of more than 50,000 characters. Split the diagram.',
  },
  'lint/statement': {
    severity: 'error',
    about:
      'The line is no statement of FlowZap Code. The message says what would have been understood at this place.',
  },
  'lint/undefined-node': {
    severity: 'error',
    about:
      'An edge or a loop names a node that is declared nowhere: the id is misspelt, or the node’s line is missing.',
  },
  'repair/edge-place': {
    severity: 'warning',
    about:
      'An edge stands in another lane than its source’s. It is read as it stands; FlowZap Code is written with the edge in the lane of its source, which may change its place in the sequence view.',
  },
  'repair/edge-repeated': {
    severity: 'warning',
    about:
      'An edge outside the lane of its source only repeats another one, as some generators write them. It is left out.',
  },
  'repair/empty': {
    severity: 'warning',
    about:
      'A FlowZap file has nothing in it but blanks. That is how a diagram without lanes, nodes and edges is written, so it is read as one; FlowZap itself takes no empty code. Other formats need a word at least (`flowchart`, `digraph { }`), so an empty file of theirs is an error.',
  },
  'repair/escape': {
    severity: 'warning',
    about:
      'A text holds `\\"` or `\\\\`. FlowZap documents no escapes; they are read as a quote and a backslash, and FlowZap Code is written without them.',
  },
  'repair/lane-label': {
    severity: 'warning',
    about:
      'The lane has no label behind its brace: it takes the label of the next line, or its id. Or a node stands on the same line behind the label, where FlowZap reads it as a part of the label.',
  },
  'repair/lane-prefix': {
    severity: 'warning',
    about:
      'The lane before a node’s id is missing or not the one that the node stands in. The block that declares a node decides its lane; the prefix is put right.',
  },
  'repair/lane-reopened': {
    severity: 'warning',
    about: 'A lane is opened twice. The second block goes on with the first, so its statements move there.',
  },
  'repair/node-id': {
    severity: 'warning',
    about:
      'A node’s id is not an n and a number. It is read as it stands; FlowZap Code is written with a new id.',
  },
  'repair/separator': {
    severity: 'warning',
    about:
      'An attribute of a node has an equals sign or the label of an edge a colon. It is read all the same.',
  },
  'repair/shape': {
    severity: 'warning',
    about: 'The shape `rect` is read as `rectangle`.',
  },
  'limit/flowzap-size': {
    severity: 'error',
    about:
      'FlowZap’s service refuses code of more than 50,000 characters. Split the diagram before uploading it.',
  },
} as const satisfies Codes

declare module '../../src/messages/codes.js' {
  interface CodesBrought {
    readonly flowzap: typeof flowzapCodes
  }
}

/** What messages of this format can have as their code. */
export type Code = CoreCode | keyof typeof flowzapCodes

/** A message under one of these codes, or one of the core's. */
export const message = /* @__PURE__ */ messageWith(flowzapCodes)

/**
 * The checks. `lint` is the code of the linter's message. `read` is the code of the reader's, for what
 * a reader must say: what it could not understand and what it put right.
 */
export const checks = {
  attribute: { lint: 'lint/attribute', read: 'syntax/unknown-attribute' },
  character: { lint: 'lint/character', read: 'repair/character' },
  comment: { lint: 'lint/comment' },
  'duplicate-id': { lint: 'lint/duplicate-id', read: 'syntax/duplicate-id' },
  empty: { lint: 'lint/empty', read: 'repair/empty' },
  escape: { lint: 'lint/escape', read: 'repair/escape' },
  'edge-place': { lint: 'lint/edge-place', read: 'repair/edge-place' },
  'edge-repeated': { lint: 'lint/edge-repeated', read: 'repair/edge-repeated' },
  'handle-missing': { lint: 'lint/handle-missing', read: 'repair/handle-missing' },
  'handle-side': { lint: 'lint/handle-side', read: 'syntax/unknown-side' },
  'label-length': { lint: 'lint/label-length' },
  'lane-id': { lint: 'lint/lane-id', read: 'repair/lane-id' },
  'lane-label': { lint: 'lint/lane-label', read: 'repair/lane-label' },
  'lane-prefix': { lint: 'lint/lane-prefix', read: 'repair/lane-prefix' },
  'lane-reopened': { lint: 'lint/lane-reopened', read: 'repair/lane-reopened' },
  'lane-unclosed': { lint: 'lint/lane-unclosed', read: 'syntax/unclosed-lane' },
  'loop-nested': { lint: 'lint/loop-nested' },
  'loop-nodes': { lint: 'lint/loop-nodes' },
  'loop-place': { lint: 'lint/loop-place' },
  'lost-line': { lint: 'lint/lost-line' },
  nesting: { lint: 'lint/statement', read: 'limit/nesting' },
  'no-return': { lint: 'lint/no-return' },
  'node-id': { lint: 'lint/node-id', read: 'repair/node-id' },
  'node-in-label': { lint: 'lint/lane-label', read: 'repair/lane-label' },
  'node-place': { lint: 'lint/node-place', read: 'repair/node-place' },
  numbering: { lint: 'lint/numbering' },
  orphan: { lint: 'lint/orphan' },
  rect: { lint: 'lint/shape', read: 'repair/shape' },
  separator: { lint: 'lint/separator', read: 'repair/separator' },
  shape: { lint: 'lint/shape', read: 'syntax/unknown-shape' },
  size: { lint: 'lint/size' },
  keyword: { lint: 'lint/statement', read: 'syntax/keyword' },
  unclosed: { lint: 'lint/statement', read: 'syntax/unclosed' },
  statement: { lint: 'lint/statement', read: 'syntax/unexpected' },
  'undefined-node': { lint: 'lint/undefined-node', read: 'syntax/undefined-node' },
} as const satisfies Record<string, { lint: Code; read?: Code }>

export type Check = keyof typeof checks
