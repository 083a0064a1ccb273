/** A paragraph about each code that FlowZap Code brings, apart from the codes: who only converts needs none of them. */
import type { AboutsOf } from '../../src/messages/code.js'
import type { flowzapCodes } from './codes.js'

export const flowzapAbouts: AboutsOf<typeof flowzapCodes> = {
  'syntax/unclosed-lane':
    'A lane of FlowZap Code is opened and never closed, or another lane stands inside of it. Put a `}` on a line of its own where the lane ends. Lanes do not nest: the fix for one inside of another puts the `}` before it, and opens the outer lane again behind it where that goes on. A lane without a `}` is read to where the next one begins, or to the end of the file.',
  'syntax/undefined-lane':
    'A node of FlowZap’s JSON graph names a lane that is not in the list of lanes. The node is read without a lane.',
  'syntax/unknown-attribute':
    'A node of FlowZap Code has only the attributes label, owner, description and system, an edge only a label, and each once. The attribute is left out.',
  'syntax/unknown-side':
    'A handle of FlowZap Code is `left`, `right`, `top` or `bottom`. The edge is read without the handle.',
  'lint/attribute':
    'A node of FlowZap Code has only the attributes label, owner, description and system, an edge only a label, and each at most once: `n1: rectangle label:"Check" owner:"Ann"`.',
  'lint/character':
    'FlowZap’s texts hold no emoji and no control characters; its syntax guide forbids them. Other letters and signs of Unicode are fine. The fix removes them.',
  'lint/comment':
    'FlowZap Code has no comments that last: FlowZap drops `//` lines, and every `#` but the lane’s label, when it writes the code anew. The fix removes the line; as a comment says something to its readers, it is made only where this code is named. Lines that begin with `//@` hold what diaglot carries, or a note for its linter (`//@ diaglot-ignore CODE`), and are left alone.',
  'lint/duplicate-id':
    'Two nodes have the same id. Edges name a node by its id, so give the second one an id of its own.',
  'lint/edge-place':
    'An edge stands in the lane of its source: FlowZap Code lists the nodes of a lane and then the edges that start there. The fix moves the edge; its place in the sequence view may change with it.',
  'lint/edge-repeated':
    'The edge stands outside the lane that it starts in and says what another edge says already. Some programs repeat every edge in every lane. The fix removes it.',
  'lint/empty': 'The file holds no code, so there is nothing that FlowZap could draw.',
  'lint/escape':
    'FlowZap documents no escapes in texts, and its parser ends a text at the first quote, so `\\"` and `\\\\` are not read as a quote and a backslash. The fix writes `\'` for a quote and `/` for a backslash that could be read as an escape.',
  'lint/handle-missing':
    'Both ends of an edge name a handle: `n1.handle(right) -> n2.handle(left)`. The fix adds the likely one: to the right inside a lane, down or up to another.',
  'lint/handle-side': 'A handle is `left`, `right`, `top` or `bottom`.',
  'lint/label-length':
    'A label of more than 50 characters does not fit FlowZap’s boxes well. Nothing is cut.',
  'lint/lane-id':
    'A lane’s id is a letter or `_`, then letters, digits and `_`, as in `OrderDesk { # Order Desk`. FlowZap’s parser takes anything before the brace, but prefixes of edges can then not be told apart from other text. Put the free name behind the `#`.',
  'lint/lane-label':
    'A lane has a label for people, behind its brace on the same line: `Orders { # Order Desk`. The fix moves the label there or shows the id. The label ends with its line, so a node behind it would be a part of it: the fix gives the node a line of its own.',
  'lint/lane-prefix':
    'An edge to a node of another lane names that lane, `n1.handle(bottom) -> Orders.n7.handle(top)`, and a lane before a node is the lane that the node stands in. The fix adds, changes or removes it.',
  'lint/lane-reopened':
    'The same lane is opened twice. The second block goes on with the first; FlowZap writes them as one.',
  'lint/lane-unclosed':
    'The lane’s closing `}` is missing, or another lane is opened before it. Lanes do not nest.',
  'lint/loop-nested': 'All nodes of one loop are in another one. FlowZap’s loops do not nest.',
  'lint/loop-nodes':
    'A loop over fewer than two nodes frames nothing. Nodes that are not declared do not count.',
  'lint/loop-place': 'A loop stands in a lane. The fix moves it into the lane of its first node.',
  'lint/lost-line':
    'FlowZap’s own parser tells statements by what is anywhere in a line: it takes a node whose text holds `->` for an edge and loses it, and a text with a `{` and a `#` behind it opens a lane. The fix writes `→`, and parentheses for such braces.',
  'lint/no-return':
    'In FlowZap’s sequence view an edge to another lane is a request; no later edge comes back from that lane. That may be meant, as with events. This is advice, given only where the rule is set.',
  'lint/node-id':
    'A node’s id is an n and a number: `n1`. The fix renumbers the nodes, wherever they are named.',
  'lint/node-place':
    'A node stands outside every lane. Put its line between the braces of the lane that it belongs to.',
  'lint/numbering':
    'The ids of a diagram’s nodes are n1, n2 and so on without gaps; in which order they stand is free. The fix closes the gaps and renames the nodes wherever they are named.',
  'lint/separator':
    'Attributes of a node are written with a colon, `label:"Check"`, and the label of an edge with an equals sign, `[label="Go"]`.',
  'lint/shape':
    'FlowZap’s shapes are `circle` (start, end), `rectangle` (step), `diamond` (decision) and `taskbox` (assigned task). The fix turns the common slip `rect` into `rectangle`.',
  'lint/size': 'FlowZap’s service refuses code of more than 50,000 characters. Split the diagram.',
  'lint/statement':
    'The line is no statement of FlowZap Code. The message says what would have been understood at this place.',
  'lint/undefined-node':
    'An edge or a loop names a node that is declared nowhere: the id is misspelt, or the node’s line is missing.',
  'repair/edge-place':
    'An edge stands in another lane than its source’s. It is read as it stands; FlowZap Code is written with the edge in the lane of its source, which may change its place in the sequence view.',
  'repair/edge-repeated':
    'An edge outside the lane of its source only repeats another one, as some generators write them. It is left out.',
  'repair/empty':
    'A FlowZap file has nothing in it but blanks. That is how a diagram without lanes, nodes and edges is written, so it is read as one; FlowZap itself takes no empty code. Other formats need a word at least (`flowchart`, `digraph { }`), so an empty file of theirs is an error.',
  'repair/escape':
    'A text holds `\\"` or `\\\\`. FlowZap documents no escapes; they are read as a quote and a backslash, and FlowZap Code is written without them.',
  'repair/lane-label':
    'The lane has no label behind its brace: it takes the label of the next line, or its id. Or a node stands on the same line behind the label, where FlowZap reads it as a part of the label.',
  'repair/lane-prefix':
    'The lane before a node’s id is missing or not the one that the node stands in. The block that declares a node decides its lane; the prefix is put right.',
  'repair/lane-reopened':
    'A lane is opened twice. The second block goes on with the first, so its statements move there.',
  'repair/node-id':
    'A node’s id is not an n and a number. It is read as it stands; FlowZap Code is written with a new id.',
  'repair/separator':
    'An attribute of a node has an equals sign or the label of an edge a colon. It is read all the same.',
  'repair/shape': 'The shape `rect` is read as `rectangle`.',
  'limit/flowzap-size':
    'FlowZap’s service refuses code of more than 50,000 characters. Split the diagram before uploading it.',
}
