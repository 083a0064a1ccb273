/** A paragraph about each code of what lowering changes. */
import type { AboutsOf } from './code.js'
import type { losses } from './losses.js'

export const lossAbouts: AboutsOf<typeof losses> = {
  'loss/arrow':
    'The target cannot draw these arrowheads, or not both on one edge, or no edge without any; the nearest are used.',
  'loss/carry':
    '`--carry` is given, but with all that the target cannot hold the text would be longer than the target takes (FlowZap Code: 50,000 characters). So nothing is carried, and what the target cannot hold is lost.',
  'loss/class':
    'Classes give many elements one look. The target has none, or cannot write the name of one. Where it has styles, each element gets the look of its classes, and of the defaults, as a style of its own; otherwise the classes are left out.',
  'loss/default-lane':
    'The target needs a lane for every node. Nodes that stand in no group are put into a new lane, “Main”, which stands where the first of them stands.',
  'loss/description':
    'The target has no place for the description of a graph, or writes it with other characters.',
  'loss/direction':
    'The diagram, or a group in it, flows in a direction that the target cannot have: in FlowZap Code everything flows from left to right, and in some formats a group flows as the whole diagram does.',
  'loss/edge':
    'An edge was left out because the target cannot draw its line at all. Invisible edges only place their ends.',
  'loss/edge-id':
    'The target has no ids for edges, or allows fewer characters in them. The edge itself is written.',
  'loss/edge-order':
    'The target writes edges lane by lane, so their order over the whole graph changes. In FlowZap that order is the order of messages in the sequence view.',
  'loss/end-label':
    'The target has no labels at the ends of an edge: they become a part of its own label, `1 : N` or `1 : owns : N`.',
  'loss/note': 'A text beside the diagram is a comment, or with `-O notes=node` a node.',
  'loss/comments':
    'Comments are of the text that they stand in, and no part of the diagram: no other format gets them, and nothing carries them.',
  'loss/extras':
    'The source has settings for which the target has nothing, such as the size of the paper in draw.io or hints for the layout in Graphviz. They are left out; with `--carry` they ride along.',
  'loss/fields':
    'The target has no records or tables. The text of the fields stays as the label, below the title that the node may have above them; the fields and their ports do not. A target that has records, but no titles above them, gets the title as the first field.',
  'loss/graph-id': 'The target has no place for the id of a graph, or cannot write it as it is.',
  'loss/group-end':
    'An edge ends at a group, and the target only joins nodes. It ends where the flow in the group begins, or starts where the flow ends; an empty group gets a node for it.',
  'loss/group-kind':
    'A lane is a strip of a swimlane diagram, a cluster is a box around some nodes. The target has only one of the two there, so a lane is written as a cluster, or a cluster as a lane.',
  'loss/group-order':
    'Groups that stand side by side come in another order: some of them stand in a cell of the page that is no group, and draw.io holds what is in it together.',
  'loss/handle':
    'FlowZap names a side at both ends of every edge. Sides that the source does not give are added by the rules of FlowZap’s own diagrams: to the right inside a lane, down and up between lanes, back over the top; the branches of a decision leave at the right, the bottom, the left and then the top, and no two edges between the same nodes lie on each other.',
  'loss/hidden': 'The target cannot hide a node or group, so it is visible there.',
  'loss/icon':
    'Mermaid draws a picture where a label has a code like `fa:fa-car`. The target draws none, and the code is no text, so it is left out. A node whose label was only an icon shows its id instead.',
  'loss/id':
    'The target allows fewer characters in ids: letters, digits and `_`; in FlowZap Code the ids of nodes are n1, n2 and so on. Whatever names the element was changed with it, and its label stays.',
  'loss/image': 'The target has no pictures in nodes.',
  'loss/label':
    'The label holds something that the target cannot write: a line break, a quote, an emoji or a control character; in FlowZap Code also `->`, which FlowZap’s own parser takes for an edge. It was replaced by the nearest that the target can write, or by the element’s id where nothing was left of it.',
  'loss/lanes':
    'Lanes were asked for otherwise than groups stand in the diagram (`-O lanes-from=top`, `class` or `none`): groups that are no lane are left out, and nodes stand in the lanes that were asked for.',
  'loss/length':
    'The source asks for a longer edge (Mermaid with more dashes, DOT with `minlen`), and the target has no way to ask for that.',
  'loss/line': 'The target cannot draw this kind of line; the nearest is used.',
  'loss/link':
    'The target has no links, or not this part of one, or it would run a script: `javascript:`, `data:text/html` and their kin are never written, also not inside of other links, labels and pictures.',
  'loss/loop':
    'A loop says that some nodes are gone through again while a condition holds. The target has no loops.',
  'loss/loop-lane': 'A loop has to stand in a lane in the target; it stands in that of its first node.',
  'loss/loop-order': 'The target writes loops lane by lane, so their order changes.',
  'loss/nesting':
    'The target has no groups in groups. Every node keeps its deepest group, which is labelled by its path: `A / B`. A group that holds nothing but groups stays only in their paths.',
  'loss/node-order':
    'The target holds the nodes of a group or lane together in its text, so nodes of different groups that took turns in the source stand in another order. It is said once for a diagram, counted apart from losses, and no matter of `--max-losses`; with carrying, the order comes back.',
  'loss/port':
    'The target has no ports: the edge ends at the node and not at one of its fields. In FlowZap Code, what the fields say becomes the label of an edge that has none.',
  'loss/property':
    'A node has a property such as an owner, a description or a system, and the target has no place for it. With `--carry` it rides along.',
  'loss/reversed':
    'The edge led from its end to its start (its only arrowhead stood there, as with DOT’s `dir=back`), and the target has no arrowhead at the start alone. The edge was turned round with its ports, sides and the labels at its ends, so that it points the same way.',
  'loss/rich-text':
    'The target cannot write the formatting of a label as it is. What it has an equal for is written so; of the rest, the plain text stays.',
  'loss/second-label':
    'The element has a second text beside its label (DOT’s `xlabel`), and the target has one label only: the second text is left out. An `xlabel` that is the only text of an edge becomes its label.',
  'loss/shape':
    'The target does not have this shape; the nearest is used. In FlowZap Code circles start and end a flow: one in the middle of it becomes a decision, where labelled branches leave it, or else a step.',
  'loss/side':
    'Edges of the target cannot be fastened at this place of a node. The nearest place is used, or the drawing program chooses one.',
  'loss/spacer':
    'A node shows nothing and leads nowhere: it is blank or invisible, and stands there only to push other things aside. FlowZap lays diagrams out by itself, so such a node is left out, with the edges that end at it. One that the flow passes through stays.',
  'loss/spelling':
    'The source writes something in a way of its own: `#FF0000` for `red`, a label that repeats the name of its node, a default value, an arrowhead on a line that nobody sees. The target shows the same without it, so nothing is lost. It is said only with `--verbose`.',
  'loss/strict':
    'The target cannot say that a graph is strict, which means that two edges between the same nodes count as one. The edges stay as they are.',
  'loss/style':
    'The target has no place for some of the looks of an element: colours, widths of lines, fonts.',
  'loss/theme':
    'The target has no themes, so that the diagram is drawn there in the usual colours; colours that elements have themselves stay.',
  'loss/title': 'The target has no place for the title of a graph, or writes it with other characters.',
  'loss/undirected':
    'In the target every edge has a direction. The edges of this graph have none and get one, from the node that is named first to the second; the arrowheads are a part of that and not said again.',
}
