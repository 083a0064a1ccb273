/** A paragraph about each code that DOT brings, apart from the codes: who only converts needs none of them. */
import type { AboutsOf } from '../../src/messages/code.js'
import type { dotCodes } from './codes.js'

export const dotAbouts: AboutsOf<typeof dotCodes> = {
  'syntax/brace':
    'A `{` of a DOT file is never closed, or a `}` closes nothing. Reading goes on as if the brace stood at the end of the file.',
  'syntax/edge-operator':
    'In DOT, the edges of a `digraph` are written `->` and those of a `graph` are written `--`. Graphviz rejects a file that mixes them up. Either change the edge, or the word the graph begins with.',
  'syntax/quote':
    'A quoted text of a DOT file is not closed. Graphviz reads it on to the next quote, lines later, so the errors that it reports stand far from the cause. The message points at the line whose quote seems to be missing.',
  'syntax/unquoted':
    'A name or value of a DOT file needs quotes. Without them it can only be letters (any character beyond ASCII counts as one), digits and `_`, not beginning with a digit, or a plain number. A value with a unit, a dot, a dash or a colour such as `#ff0000` has to be quoted, and so has a name that is a word of the language, such as `node`.',
  'lint/assignment':
    'In DOT, what is said of the whole graph is written with `=`, as in `rankdir=LR`. With a blank or a colon between the two, Graphviz reads the names of nodes or a port, so the graph gets nodes that nobody meant. The fix writes the `=`.',
  'lint/attribute-behind':
    'Behind a node or an edge of a DOT file stands an attribute without brackets, `a -> b label="yes"`, and nothing else on the line. Graphviz reads it as an attribute of the whole graph, and a text alone, `a -> b "yes"`, as a node. The fix puts it in brackets.',
  'lint/compound':
    'An edge of a DOT file ends at a cluster (`lhead`, `ltail`), and the graph does not say `compound=true`. Graphviz does nothing with the attribute then, and the edge goes on to the node.',
  'lint/edge-operator':
    'DOT’s edges are `->` and `--`. Graphviz reads `<->` as an HTML text and `→` or a dash of a word processor as a name, so a node of that name is drawn and no edge. For two arrowheads, write `a -> b [dir=both]`. An edge that ends with its line goes on in the next one, which is doubtful where that one is a statement of its own.',
  'lint/html-label':
    'The HTML label of a DOT file is not well formed: a tag is not closed or not known, the value of an attribute has no quotes, or `&` stands by itself; or something stands where Graphviz allows it nowhere: a text or a second table beside a table, a picture outside of a cell, a tag with nothing in it. Graphviz says “syntax error” and shows the name of the node in place of the label. diaglot reads the label as well as it can.',
  'lint/ignored-attribute':
    'An attribute of a DOT file stands where Graphviz does not look for it: `shape` on an edge, `arrowhead` on a node, `rankdir` in a cluster. Nothing is drawn otherwise for it. The message says what it is an attribute of.',
  'lint/ignored-text':
    'Something stands in the same line behind the brace that closes a DOT graph. Graphviz ignores the rest of that line, also where it is another graph. Put what is meant to be read on a line of its own.',
  'lint/keyword':
    'A word that is almost `subgraph` stands before a brace. Graphviz reads it as the name of a node and draws one, and the subgraph has no name. The fix writes the word as DOT has it.',
  'lint/name':
    'In DOT, a name with a space needs quotes, and so does a text (`fontname=Helvetica Neue`). Without them each word is a node of its own, and only the two words beside the arrow are joined. Curly quotes are letters. The fix puts plain quotes around names and texts.',
  'lint/number':
    'A number ends where a letter or a second dot begins, so `123abc` is two names to Graphviz, `123` and `abc`, which it warns of (“badly delimited number”). Put quotes around it if it is one name.',
  'lint/ortho-label':
    'A graph with `splines=ortho` has edges with a `label`. The layout `dot` routes such edges without regard to their labels, which then stand on lines or far from them, and warns of it. Write `xlabel`, which is placed when the lines are drawn.',
  'lint/plain-subgraph':
    'A subgraph of a DOT file has a label or a background, and its name does not begin with `cluster`. Graphviz draws boxes only around those that do, so neither is seen.',
  'lint/port':
    'In DOT, what stands behind a node and a colon is a port: the part of a record that the edge ends at. The label of an edge is an attribute, `a -> b [label="yes"]`. The fix makes one of it.',
  'lint/record-label':
    'The label of a DOT record cannot be read as fields. Graphviz says “bad label format” and shows the node’s name instead of the label; so does diaglot. Braces have to match, a field that has braces holds nothing else (no text, no port: name a field inside the braces), a field has one port, and `{`, `}`, `|`, `<` and `>` that are meant as text need a backslash.',
  'lint/unfilled':
    'A node of a DOT file has a `fillcolor`, and no style that fills it. Graphviz draws it without the color. The fix adds `style=filled`, where the node has no other style.',
  'lint/unknown-cluster':
    'An edge of a DOT file names a cluster with `lhead` or `ltail` that is not in the graph, so Graphviz does nothing with it. The whole name counts, with its `cluster`.',
  'lint/unknown-port':
    'An edge of a DOT file names a port that its node does not have: a record’s fields have ports in angle brackets, `<f1>`, cells of a table `PORT="f1"`. Graphviz warns (“port f1 unrecognized”), and the edge ends at the middle of the node.',
  'lint/unknown-value':
    'Graphviz knows no shape, color, style, arrowhead or direction of this name: it warns, or says nothing, and draws a box, black, a usual arrowhead, or as if the attribute were not there. The message says which, and what was probably meant.',
}
