/**
 * The closed list of message codes. Every code has a default severity and a paragraph that the
 * documentation and `diaglot explain` print; the groups say who speaks: `syntax/` a grammar,
 * `lint/` a rule of a format, `repair/` a reader that put something right, `graph/` a graph that a program made, `loss/` lowering,
 * `limit/` something that is too big or too deep.
 */
export interface CodeEntry {
  readonly severity: 'error' | 'warning' | 'info'
  /** A paragraph for the person who gets the message: what it means, why it matters, what to do. */
  readonly about: string
}

export const codes = {
  // syntax/
  'syntax/unexpected': {
    severity: 'error',
    about:
      'The text does not follow the rules of its format at this place. The message says what would have been understood there or, where that is sure, what was meant: then a fix writes it so, and with `--recover` it is read so. Otherwise the statement is skipped, and reading goes on with the next one.',
  },
  'syntax/brace': {
    severity: 'error',
    about:
      'A `{` of a DOT file is never closed, or a `}` closes nothing. Reading goes on as if the brace stood at the end of the file.',
  },
  'syntax/conflict': {
    severity: 'error',
    about:
      'Git could not merge two versions of the file and left both in it, between lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Keep the lines of one version, or join the two by hand, and remove the three lines. With `--recover` the first version is read.',
  },
  'syntax/cut-off': {
    severity: 'error',
    about:
      'The file ends in the middle of something: in a text, in an arrow, before the brackets that are open. The rest of it is probably missing, as after a download that broke off. What is complete is read.',
  },
  'syntax/direction-line': {
    severity: 'error',
    about:
      'Mermaid takes a whole line for a direction statement as soon as it finds `direction TB` (or BT, RL, LR, TD) anywhere on it, even inside a label. Where no statement can begin, that is a syntax error. Write the label with an entity code between the two words, such as `direction#32;LR`.',
  },
  'syntax/drawio': {
    severity: 'error',
    about:
      'A draw.io file holds an `mxfile` with `diagram` pages, or one `mxGraphModel`. This XML holds neither, or a page of it cannot be unpacked, so there is no diagram to read there.',
  },
  'syntax/duplicate-id': {
    severity: 'error',
    about:
      'Two nodes, or two lanes of a JSON graph, have the same id. Edges name a node by its id, so only one of them can be meant: the first counts and the other is left out. Give the second an id of its own.',
  },
  'syntax/edge-operator': {
    severity: 'error',
    about:
      'In DOT, the edges of a `digraph` are written `->` and those of a `graph` are written `--`. Graphviz rejects a file that mixes them up. Either change the edge, or the word the graph begins with.',
  },
  'syntax/encoding': {
    severity: 'error',
    about:
      'The bytes of the file are no text in an encoding that the format allows. Save it as UTF-8; all formats take that.',
  },
  'syntax/fence': {
    severity: 'error',
    about:
      'The diagram stands in a Markdown text, between two lines such as ```` ```mermaid ```` and ```` ``` ````. A file of its own holds only the diagram. The fix removes the two lines and what is around them; with `--recover` the diagram between them is read.',
  },
  'syntax/keyword': {
    severity: 'error',
    about:
      'A word of the language is misspelt, such as `clasDef` for `classDef` or `digrph` for `digraph`. Capital letters count in Mermaid. The fix writes the word as the language has it; with `--recover` the line is read so.',
  },
  'syntax/letter': {
    severity: 'error',
    about:
      'Mermaid’s lexer knows the letters of Unicode 6.1 and of the Basic Multilingual Plane. Letters that came later, emoji and combining marks can stand in labels but in no id. Give the node a simple id and put the word into its label.',
  },
  'syntax/link-number': {
    severity: 'error',
    about:
      '`linkStyle` counts the links that stand before it from 0. A number that no link has yet makes mermaid reject the diagram. Move the statement behind the links, or correct the number.',
  },
  'syntax/other-format': {
    severity: 'error',
    about:
      'The file is not what its name or `--from` says: a diagram in another format, a web page that a server sent in place of the file, a picture, an archive, JSON of something else. Name the format with `--from`, or give the file the right ending. With `--recover` a diagram in another format is read as what it is.',
  },
  'syntax/prose': {
    severity: 'error',
    about:
      'Something stands around the diagram, or between its statements, that is no part of it: the sentence above one that was copied, a tag of a web page, the sign of a quoted mail before every line, the signs of a patch. Remove it, or make a comment of it. With `--recover` the diagram is read without it; of a patch, the new version is read.',
  },
  'syntax/quote': {
    severity: 'error',
    about:
      'A quoted text of a DOT file is not closed. Graphviz reads it on to the next quote, lines later, so the errors that it reports stand far from the cause. The message points at the line whose quote seems to be missing.',
  },
  'syntax/reference': {
    severity: 'error',
    about:
      'A JSON graph names a node, group or value that is not there, or gives two elements the same id. Such a graph cannot be drawn, so it is not read.',
  },
  'syntax/schema': {
    severity: 'error',
    about:
      'A JSON file is well formed but does not fit the JSON Schema of the form (`diaglot/schema.json` in the package): a name is unknown, a value has the wrong type, or something required is missing.',
  },
  'syntax/subgraph': {
    severity: 'error',
    about:
      'Every `subgraph` needs an `end`, and every `end` a `subgraph`. An `end` that is missing or one too many makes mermaid reject the diagram.',
  },
  'syntax/unclosed-lane': {
    severity: 'error',
    about:
      'A lane of FlowZap Code is opened and never closed, or another lane stands inside of it. Put a `}` on a line of its own where the lane ends. Lanes do not nest: the fix for one inside of another puts the `}` before it, and opens the outer lane again behind it where that goes on. A lane without a `}` is read to where the next one begins, or to the end of the file.',
  },
  'syntax/unclosed': {
    severity: 'error',
    about:
      'A bracket, a quote or a bar that opens a text is never closed. Most languages read on to the next such sign, lines later, so what follows looks wrong too. The fix closes it where the text seems to end; with `--recover` the text is read so.',
  },
  'syntax/undefined-lane': {
    severity: 'error',
    about:
      'A node of FlowZap’s JSON graph names a lane that is not in the list of lanes. The node is read without a lane.',
  },
  'syntax/undefined-node': {
    severity: 'error',
    about:
      'An edge or a loop names a node that is declared nowhere. The edge is left out; a loop is read without that node. Either the id is misspelt or the node’s line is missing or could not be read.',
  },
  'syntax/unknown-attribute': {
    severity: 'error',
    about:
      'A node of FlowZap Code has only the attributes label, owner, description and system, an edge only a label, and each once. The attribute is left out.',
  },
  'syntax/unknown-shape': {
    severity: 'error',
    about: 'The format has no such shape. The node is read as a rectangle.',
  },
  'syntax/unknown-side': {
    severity: 'error',
    about:
      'A handle of FlowZap Code is `left`, `right`, `top` or `bottom`. The edge is read without the handle.',
  },
  'syntax/unquoted': {
    severity: 'error',
    about:
      'A name or value of a DOT file needs quotes. Without them it can only be letters (any character beyond ASCII counts as one), digits and `_`, not beginning with a digit, or a plain number. A value with a unit, a dot, a dash or a colour such as `#ff0000` has to be quoted, and so has a name that is a word of the language, such as `node`.',
  },
  'syntax/update': {
    severity: 'error',
    about:
      'The file that `--update` is to bring up to date cannot be read without errors, holds another number of diagrams, holds its diagram inside of a picture or a web page, or shows next to nothing of what the source has: to update it would be to remove everything. Or a change cannot be made in a text so that it reads as wanted. The file stays as it is.',
  },
  'syntax/xml': {
    severity: 'error',
    about:
      'A draw.io file is XML, and this text is not well formed: the message says what is wrong at the place. Nothing of such a file is read, as draw.io reads nothing of it either. Document types and entities are refused, for they are used to exhaust the machine of whoever opens a file.',
  },
  'syntax/yaml': {
    severity: 'error',
    about:
      'In Mermaid, the properties between `@{` and `}` and the settings between two lines `---` at the top of the file are YAML, and these are not. On one line, commas part the properties: `shape: doc, label: "Text"`. On several lines, each has a line of its own and there are no commas.',
  },
  // repair/
  'repair/arrow': {
    severity: 'warning',
    about:
      'The beginning and the end of an arrow with a label inside do not agree (`x-- text -->`). Mermaid accepts it but gives it no type and draws a plain arrow; so does diaglot.',
  },
  'repair/attached-edge': {
    severity: 'info',
    about:
      'A line of a draw.io page ended near a shape without being fastened to it. `-O attach=true` was given, so it is read as an edge that ends there.',
  },
  'repair/carried': {
    severity: 'warning',
    about:
      'diaglot writes what a format has no words for into a comment or an attribute of the text. Such data stand here, and not all of them are taken: there is a second line of them, they are damaged, have values that do not exist, or say something else than the text shows. Those are ignored; what the text itself says is read. See docs/carrying.md.',
  },
  'repair/carry-unread': {
    severity: 'info',
    about:
      'The text carries data of another format, and carrying is switched off (`--no-carry`, `carry: false`). They are not read, and the result is written without them.',
  },
  'repair/restored': {
    severity: 'info',
    about:
      'What the format of the text has no place for came back from the data that the text carries, because it fits what the text shows. It is counted, and so is what was only added when the text was written and goes again, such as the sides that FlowZap Code needs. See docs/carrying.md.',
  },
  'repair/cell-id': {
    severity: 'warning',
    about:
      'Two cells of a draw.io page have the same id, or one has none. draw.io refuses to open such a page. The first cell counts; the other is read as if it had an id of its own, and edges that name the id mean the first.',
  },
  'repair/cell-parent': {
    severity: 'warning',
    about:
      'A cell of a draw.io page stands in a parent that is not there, or that stands in the cell itself. draw.io shows an empty page then. The cell is read as if it stood on the page’s first layer.',
  },
  'repair/character': {
    severity: 'warning',
    about:
      'A text holds a character that its own format has no way to write: in FlowZap an emoji or a control character, in Mermaid and DOT a broken character that no file can hold, a NUL or a carriage return by itself, in Mermaid’s links also `<` and `>`, which are written as `%3C` and `%3E`. It is kept in the graph; the format is written without it. A control character in a draw.io file, which draw.io itself drops, is left out as the file is read.',
  },
  'repair/edge-order': {
    severity: 'warning',
    about:
      'An edge of a FlowZap diagram stands outside the lane of its source. It is written in that lane, as the rules demand, so the order of edges changes.',
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
  'repair/group-cycle': {
    severity: 'warning',
    about:
      'In Mermaid, an edge inside of a subgraph that names another subgraph moves that one into it. So two subgraphs can end up inside of each other, which nobody can draw: one of the two is left where it stands.',
  },
  'repair/handle-missing': {
    severity: 'warning',
    about:
      'A handle is the side of a node at which an edge starts or ends. One is missing here: the edge is read without it, and FlowZap Code is written with the likely one.',
  },
  'repair/column-titles': {
    severity: 'info',
    about:
      'A cross-functional flowchart of draw.io has titles above its columns. Its rows are read as lanes, and shapes in them as nodes; the graph has no place for columns. Written as draw.io again, columns and titles are as they were; in another format they are not there.',
  },
  'repair/hidden-layer': {
    severity: 'info',
    about:
      'A layer of a draw.io page is hidden, and shapes stand on it. They are read like the rest of the page; in draw.io the layer stays hidden.',
  },
  'repair/id': {
    severity: 'info',
    about:
      'The format takes this id, or name of a class, where it stands, but not at the beginning of a statement or beside the arrow that would stand there when the diagram is written anew (Mermaid’s `click-->b`); so it is with the id of an edge that a node has, too. Another is written, and whatever refers to it is changed with it; the label is what it was.',
  },
  'repair/inferred-direction': {
    severity: 'info',
    about:
      'A draw.io page does not say which way it flows. Most of its lines lead the same way, so that is taken as the direction of the graph. `-O infer=false` leaves the direction open.',
  },
  'repair/inferred-group': {
    severity: 'info',
    about:
      'Shapes of a draw.io page lie wholly on a lane, a container or a large box without standing in it: they were drawn on top of it. They are read as standing in it, which is what a person sees. `-O infer=false` reads only what the file says.',
  },
  'repair/inferred-side': {
    severity: 'info',
    about:
      'Lines of a draw.io page are fastened to fixed points of shapes. Each point is read as the side that it lies on. `-O infer=false` leaves the sides open.',
  },
  'repair/inferred-title': {
    severity: 'info',
    about:
      'A box of a draw.io page has no label, and a text of its own stands at its upper edge or in a corner. The text is read as the label of the group, and not as a node; its cell stays where it is. `-O infer=false` leaves it a node.',
  },
  'repair/lane-id': {
    severity: 'warning',
    about:
      'The lane’s id is not a letter or `_` followed by letters, digits and `_`. It is read as it stands; FlowZap Code is written with an id that is.',
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
  'repair/link': {
    severity: 'warning',
    about:
      'A `click` of Mermaid stands before the node that it names: mermaid loses its link then, and shows the tooltip of a node that cannot be clicked. No other statement has a tooltip alone, so Mermaid is written without it. Put the `click` behind the node.',
  },
  'repair/loop-lane': {
    severity: 'warning',
    about:
      'A loop of a FlowZap diagram stands outside of every lane. It is written in the lane of its first node.',
  },
  'repair/loop-order': {
    severity: 'warning',
    about: 'Loops of a FlowZap diagram are written lane by lane, so their order changes.',
  },
  'repair/loose-edge': {
    severity: 'warning',
    about:
      'A line of a draw.io page is not fastened to a shape at both ends, so it connects nothing. It stays in the draw.io file as it was drawn and is no edge of the graph. Drag its end onto the shape that it should connect.',
  },
  'repair/group-order': {
    severity: 'info',
    about:
      'Groups that stand side by side come in another order: some of them stand in a cell of the page that is no group, and draw.io holds what is in it together.',
  },
  'repair/node-id': {
    severity: 'warning',
    about:
      'A node’s id is not an n and a number. It is read as it stands; FlowZap Code is written with a new id.',
  },
  'repair/node-order': {
    severity: 'info',
    about:
      'The nodes of a group or lane do not stand together in the source. They are written together, so nodes come in another order. Nothing is repeated only to keep the order.',
  },
  'repair/node-place': {
    severity: 'warning',
    about:
      'A node stands outside every lane. It is read without a lane; FlowZap Code is written with a lane for it.',
  },
  'repair/numbering': {
    severity: 'warning',
    about:
      'The node ids of a FlowZap diagram are not n1, n2, n3 and so on without a gap. Gaps are closed when it is written.',
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
  'repair/mermaid-picture': {
    severity: 'warning',
    about:
      'draw.io has put a Mermaid diagram into the file as a picture, with its text beside it. The picture shows no shapes that could be read; the message holds the text, to be converted by itself. In draw.io the picture stays.',
  },
  'repair/unknown-shape': {
    severity: 'info',
    about:
      'draw.io has thousands of shapes in its libraries, most of them pictures of products. One that has no equal here is read as a rectangle. Its style is kept, so draw.io shows it unchanged when it is written there again.',
  },
  'repair/unsafe-html': {
    severity: 'info',
    about:
      'A label of a draw.io cell holds HTML that is more than formatting: scripts, handlers such as `onclick`, frames, links that run a script. draw.io shows the label without it, and without it the label is written.',
  },
  'repair/unsafe-link': {
    severity: 'warning',
    about:
      'A link would run a script when it is followed (`javascript:`, `vbscript:` or a page in `data:`). It is not read.',
  },
  'repair/update-added': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and something of the source was not in it: it is new there, or a person had deleted it in the diagram. It is added, near its neighbours; nothing else moves more than it must to make room.',
  },
  'repair/update-edge': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and an edge was fastened elsewhere than the source says. The source wins; the bends that were drawn for the other way are left out.',
  },
  'repair/update-label': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and a text was another one than in the source: it was changed in the source, or by a person in the diagram. The source wins; the message holds both.',
  },
  'repair/update-place': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and something stood in another lane or group than the source says. The source wins, and it is moved there.',
  },
  'repair/update-removed': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and the source no longer has something that diaglot had drawn. It is removed. What a person drew stays, save for edges that lose an end.',
  },
  'repair/update-shape': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and a node had another shape than in the source. The source wins; the node’s place, size and colours stay.',
  },
  'repair/update-style': {
    severity: 'info',
    about:
      'A diagram was brought up to date with its source (`--update`), and something looks otherwise than the source says. The look of the diagram stays, as a person may have chosen it there.',
  },
  'repair/updated': {
    severity: 'info',
    about:
      'A text was brought up to date with a diagram in another format (`--update`): only what was edited there was changed in it, and comments, order and spelling of everything else stayed. The message counts what was added, removed and changed.',
  },
  // graph/
  'graph/cycle': {
    severity: 'error',
    about:
      'A program made a graph in which a group stands in itself, or in a group that stands in it. Nothing is written: give one of these groups another `parent`, or none.',
  },
  'graph/id': {
    severity: 'error',
    about:
      'A program made a graph in which a group has an empty id. Nothing is written: an empty `group` of a node means none.',
  },
  'graph/key': {
    severity: 'error',
    about:
      'In the `nodes` and `groups` of a graph, each element stands under its own `id`. A program that gives an element another id has to move it to that key.',
  },
  'graph/nesting': {
    severity: 'error',
    about:
      'The fields of a node nest deeper than 50 levels. A program made them: no record is drawn like that.',
  },
  'graph/reference': {
    severity: 'error',
    about:
      'Something names what is not in the graph: an edge ends at a node or group that is not there, a node or group stands in a group that is not there, a loop names a node that is not there. Nothing is written, because each format would make something else of it. Add what is named, or take out what names it.',
  },
  'graph/type': {
    severity: 'error',
    about:
      'A value of a graph is missing or of another type than the model has there: a number where a text belongs, a plain object instead of a Map, NaN as a width, a node without a label.',
  },
  'graph/value': {
    severity: 'error',
    about:
      'A value of a graph is not in the list of those that can stand there: a shape, an arrowhead, a line, a side, a direction, a kind.',
  },
  // loss/
  'loss/arrow': {
    severity: 'warning',
    about:
      'The target cannot draw these arrowheads, or not both on one edge, or no edge without any; the nearest are used.',
  },
  'loss/class': {
    severity: 'warning',
    about:
      'Classes give many elements one look. The target has none, or cannot write the name of one. Where it has styles, each element gets the look of its classes, and of the defaults, as a style of its own; otherwise the classes are left out.',
  },
  'loss/default-lane': {
    severity: 'warning',
    about:
      'The target needs a lane for every node. Nodes that stand in no group are put into a new lane, “Main”, which stands where the first of them stands.',
  },
  'loss/description': {
    severity: 'warning',
    about: 'The target has no place for the description of a graph, or writes it with other characters.',
  },
  'loss/direction': {
    severity: 'warning',
    about:
      'The diagram, or a group in it, flows in a direction that the target cannot have: in FlowZap Code everything flows from left to right, and in some formats a group flows as the whole diagram does.',
  },
  'loss/edge': {
    severity: 'warning',
    about:
      'An edge was left out because the target cannot draw its line at all. Invisible edges only place their ends.',
  },
  'loss/edge-id': {
    severity: 'info',
    about: 'The target has no ids for edges, or allows fewer characters in them. The edge itself is written.',
  },
  'loss/edge-order': {
    severity: 'warning',
    about:
      'The target writes edges lane by lane, so their order over the whole graph changes. In FlowZap that order is the order of messages in the sequence view.',
  },
  'loss/end-label': {
    severity: 'warning',
    about: 'The target has no labels at the ends of an edge.',
  },
  'loss/extras': {
    severity: 'info',
    about:
      'The source has settings for which the target has nothing, such as the size of the paper in draw.io or hints for the layout in Graphviz. They are left out; with `--carry` they ride along.',
  },
  'loss/fields': {
    severity: 'warning',
    about:
      'The target has no records or tables. The text of the fields stays as the label, below the title that the node may have above them; the fields and their ports do not. A target that has records, but no titles above them, gets the title as the first field.',
  },
  'loss/graph-id': {
    severity: 'info',
    about: 'The target has no place for the id of a graph, or cannot write it as it is.',
  },
  'loss/group-end': {
    severity: 'warning',
    about:
      'An edge ends at a group, and the target only joins nodes. It ends where the flow in the group begins, or starts where the flow ends; an empty group gets a node for it.',
  },
  'loss/group-kind': {
    severity: 'info',
    about:
      'A lane is a strip of a swimlane diagram, a cluster is a box around some nodes. The target has only one of the two there, so a lane is written as a cluster, or a cluster as a lane.',
  },
  'loss/group-order': {
    severity: 'info',
    about:
      'Groups that stand side by side come in another order: some of them stand in a cell of the page that is no group, and draw.io holds what is in it together.',
  },
  'loss/handle': {
    severity: 'info',
    about:
      'FlowZap names a side at both ends of every edge. Sides that the source does not give are added by the rules of FlowZap’s own diagrams: to the right inside a lane, down and up between lanes, back over the top; the branches of a decision leave at the right, the bottom, the left and then the top, and no two edges between the same nodes lie on each other.',
  },
  'loss/hidden': {
    severity: 'warning',
    about: 'The target cannot hide a node or group, so it is visible there.',
  },
  'loss/icon': {
    severity: 'warning',
    about:
      'Mermaid draws a picture where a label has a code like `fa:fa-car`. The target draws none, and the code is no text, so it is left out. A node whose label was only an icon shows its id instead.',
  },
  'loss/id': {
    severity: 'info',
    about:
      'The target allows fewer characters in ids: letters, digits and `_`; in FlowZap Code the ids of nodes are n1, n2 and so on. Whatever names the element was changed with it, and its label stays.',
  },
  'loss/image': {
    severity: 'warning',
    about: 'The target has no pictures in nodes.',
  },
  'loss/label': {
    severity: 'warning',
    about:
      'The label holds something that the target cannot write: a line break, a quote, an emoji or a control character; in FlowZap Code also `->`, which FlowZap’s own parser takes for an edge. It was replaced by the nearest that the target can write, or by the element’s id where nothing was left of it.',
  },
  'loss/length': {
    severity: 'info',
    about:
      'The source asks for a longer edge (Mermaid with more dashes, DOT with `minlen`), and the target has no way to ask for that.',
  },
  'loss/line': {
    severity: 'warning',
    about: 'The target cannot draw this kind of line; the nearest is used.',
  },
  'loss/link': {
    severity: 'warning',
    about:
      'The target has no links, or not this part of one, or it would run a script: `javascript:`, `data:text/html` and their kin are never written, also not inside of other links, labels and pictures.',
  },
  'loss/loop': {
    severity: 'warning',
    about:
      'A loop says that some nodes are gone through again while a condition holds. The target has no loops.',
  },
  'loss/loop-lane': {
    severity: 'info',
    about: 'A loop has to stand in a lane in the target; it stands in that of its first node.',
  },
  'loss/loop-order': {
    severity: 'info',
    about: 'The target writes loops lane by lane, so their order changes.',
  },
  'loss/nesting': {
    severity: 'warning',
    about:
      'The target has no groups in groups. Every node keeps its deepest group, which is labelled by its path: `A / B`. A group that holds nothing but groups stays only in their paths.',
  },
  'loss/node-order': {
    severity: 'info',
    about:
      'The target holds the nodes of a group or lane together in its text, so nodes of different groups that took turns in the source stand in another order. It is said once for a diagram, counted apart from losses, and no matter of `--max-losses`; with carrying, the order comes back.',
  },
  'loss/port': {
    severity: 'warning',
    about:
      'The target has no ports: the edge ends at the node and not at one of its fields. In FlowZap Code, what the fields say becomes the label of an edge that has none.',
  },
  'loss/property': {
    severity: 'warning',
    about:
      'A node has a property such as an owner, a description or a system, and the target has no place for it. With `--carry` it rides along.',
  },
  'loss/reversed': {
    severity: 'warning',
    about:
      'The edge led from its end to its start (its only arrowhead stood there, as with DOT’s `dir=back`), and the target has no arrowhead at the start alone. The edge was turned round with its ports, sides and the labels at its ends, so that it points the same way.',
  },
  'loss/rich-text': {
    severity: 'warning',
    about:
      'The target cannot write the formatting of a label as it is. What it has an equal for is written so; of the rest, the plain text stays.',
  },
  'loss/second-label': {
    severity: 'warning',
    about:
      'The element has a second text beside its label (DOT’s `xlabel`), and the target has one label only: the second text is left out. An `xlabel` that is the only text of an edge becomes its label.',
  },
  'loss/shape': {
    severity: 'warning',
    about:
      'The target does not have this shape; the nearest is used. In FlowZap Code circles start and end a flow: one in the middle of it becomes a decision, where labelled branches leave it, or else a step.',
  },
  'loss/side': {
    severity: 'info',
    about:
      'Edges of the target cannot be fastened at this place of a node. The nearest place is used, or the drawing program chooses one.',
  },
  'loss/spacer': {
    severity: 'warning',
    about:
      'A node shows nothing and leads nowhere: it is blank or invisible, and stands there only to push other things aside. FlowZap lays diagrams out by itself, so such a node is left out, with the edges that end at it. One that the flow passes through stays.',
  },
  'loss/spelling': {
    severity: 'info',
    about:
      'The source writes something in a way of its own: `#FF0000` for `red`, a label that repeats the name of its node, a default value, an arrowhead on a line that nobody sees. The target shows the same without it, so nothing is lost. It is said only with `--verbose`.',
  },
  'loss/strict': {
    severity: 'info',
    about:
      'The target cannot say that a graph is strict, which means that two edges between the same nodes count as one. The edges stay as they are.',
  },
  'loss/style': {
    severity: 'warning',
    about: 'The target has no place for some of the looks of an element: colours, widths of lines, fonts.',
  },
  'loss/theme': {
    severity: 'info',
    about:
      'The target has no themes, so that the diagram is drawn there in the usual colours; colours that elements have themselves stay.',
  },
  'loss/title': {
    severity: 'warning',
    about: 'The target has no place for the title of a graph, or writes it with other characters.',
  },
  'loss/undirected': {
    severity: 'warning',
    about:
      'In the target every edge has a direction. The edges of this graph have none and get one, from the node that is named first to the second; the arrowheads are a part of that and not said again.',
  },
  // lint/
  'lint/assignment': {
    severity: 'warning',
    about:
      'In DOT, what is said of the whole graph is written with `=`, as in `rankdir=LR`. With a blank or a colon between the two, Graphviz reads the names of nodes or a port, so the graph gets nodes that nobody meant. The fix writes the `=`.',
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
    severity: 'error',
    about:
      'FlowZap Code has no comments that last: FlowZap drops `//` lines, and every `#` but the lane’s label, when it writes the code anew. The fix removes the line. Lines that begin with `//@` hold what diaglot carries and are left alone.',
  },
  'lint/conflict': {
    severity: 'warning',
    about:
      'Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>` are what git leaves where two versions of a file could not be merged. The format happens to accept them, so they are read as a part of the diagram, which nobody meant.',
  },
  'lint/direction-line': {
    severity: 'warning',
    about:
      'Mermaid takes a whole line for a direction statement as soon as it finds `direction TB` (or BT, RL, LR, TD) anywhere on it, even inside a label. Whatever else stands on the line is not drawn. Write the label with an entity code between the two words, such as `direction#32;LR`.',
  },
  'lint/duplicate-id': {
    severity: 'error',
    about:
      'Two nodes have the same id. Edges name a node by its id, so give the second one an id of its own.',
  },
  'lint/edge-id': {
    severity: 'warning',
    about:
      'In Mermaid, an edge ends at what is the id of another edge (`a e1@--> b`, then `c --> e1`). Mermaid makes no node of such an id, and cannot draw the edge. diaglot reads a node; whoever meant one gives the first edge another id.',
  },
  'lint/edge-operator': {
    severity: 'warning',
    about:
      'DOT’s edges are `->` and `--`. Graphviz reads `<->` as an HTML text and `→` as a name, so a node of that name is drawn and no edge. For two arrowheads, write `a -> b [dir=both]`. An edge that ends with its line goes on in the next one, which is doubtful where that one is a statement of its own.',
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
  'lint/fence': {
    severity: 'warning',
    about:
      'The last line is a Markdown fence that was copied with the diagram. The format happens to accept it: Mermaid draws a node of that name. Remove the line.',
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
  'lint/ignored-text': {
    severity: 'warning',
    about:
      'Something stands in the same line behind the brace that closes a DOT graph. Graphviz ignores the rest of that line, also where it is another graph. Put what is meant to be read on a line of its own.',
  },
  'lint/html-label': {
    severity: 'warning',
    about:
      'The HTML label of a DOT file is not well formed: a tag is not closed or not known, the value of an attribute has no quotes, or `&` stands by itself. Graphviz says “syntax error” and shows the name of the node in place of the label. diaglot reads the label as well as it can.',
  },
  'lint/keyword': {
    severity: 'warning',
    about:
      'A word that is almost `subgraph` stands before a brace. Graphviz reads it as the name of a node and draws one, and the subgraph has no name. The fix writes the word as DOT has it.',
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
  'lint/lost-member': {
    severity: 'warning',
    about:
      'A node stands in one subgraph only: of those that mention it, in the one whose `end` comes first. In the others mermaid does not draw it, and says nothing. Mention it in one subgraph, and write edges between subgraphs outside of them.',
  },
  'lint/lost-line': {
    severity: 'error',
    about:
      'FlowZap’s own parser tells statements by what is anywhere in a line: it takes a node whose text holds `->` for an edge and loses it, and a text with a `{` and a `#` behind it opens a lane. The fix writes `→`, and parentheses for such braces.',
  },
  'lint/name': {
    severity: 'warning',
    about:
      'In DOT, a name with a space needs quotes. Without them each word is a node of its own, and only the two words beside the arrow are joined. The fix puts quotes around the names.',
  },
  'lint/no-return': {
    severity: 'info',
    about:
      'In FlowZap’s sequence view an edge to another lane is a request; no later edge comes back from that lane. That may be meant, as with events. This is advice, given only when asked for.',
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
  'lint/number': {
    severity: 'warning',
    about:
      'A number ends where a letter or a second dot begins, so `123abc` is two names to Graphviz, `123` and `abc`, which it warns of (“badly delimited number”). Put quotes around it if it is one name.',
  },
  'lint/orphan': {
    severity: 'warning',
    about: 'No edge starts or ends at this node.',
  },
  'lint/record-label': {
    severity: 'warning',
    about:
      'The label of a DOT record cannot be read as fields. Graphviz says “bad label format” and shows the node’s name instead of the label; so does diaglot. Braces have to match, a field that has braces holds nothing else (no text, no port: name a field inside the braces), a field has one port, and `{`, `}`, `|`, `<` and `>` that are meant as text need a backslash.',
  },
  'lint/port': {
    severity: 'warning',
    about:
      'In DOT, what stands behind a node and a colon is a port: the part of a record that the edge ends at. The label of an edge is an attribute, `a -> b [label="yes"]`. The fix makes one of it.',
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
  'lint/unknown-attribute': {
    severity: 'warning',
    about:
      'An attribute in a DOT file has nearly the name of one that Graphviz knows, such as `lable` for `label`. The same goes for the properties in Mermaid’s `@{ }`. Both languages take any name and do nothing with one that they do not know, so the mistake shows only in the picture. Names that are like no known one are yours to give, and are not reported.',
  },
  'lint/unknown-value': {
    severity: 'warning',
    about:
      'Graphviz knows no shape, color, style, arrowhead or direction of this name: it warns, or says nothing, and draws a box, black, a usual arrowhead, or as if the attribute were not there. The message says which, and what was probably meant.',
  },
  'lint/unknown-target': {
    severity: 'warning',
    about:
      '`class` and `click` touch only what stands before them. Of an id that comes later or nowhere mermaid says nothing, and the class or link is lost. Move the statement to the end of the diagram, or correct the id.',
  },
  // loss/
  'loss/carry': {
    severity: 'warning',
    about:
      '`--carry` is given, but with all that the target cannot hold the text would be longer than the target takes (FlowZap Code: 50,000 characters). So nothing is carried, and what the target cannot hold is lost.',
  },
  // limit/
  'limit/mermaid-edges': {
    severity: 'warning',
    about:
      'Mermaid rejects diagrams with more than 500 edges unless its `maxEdges` setting is raised, which only the page that draws the diagram can do. diaglot reads them all.',
  },
  'limit/nesting': {
    severity: 'error',
    about:
      'Groups or values are nested deeper than diaglot reads or writes: groups on 400 levels, fields of records on 50, brackets of JSON on 1,200. The limit protects against files that are made to exhaust the machine; no diagram that a person draws comes near it.',
  },
  'limit/size': {
    severity: 'error',
    about:
      'The file is larger than the target or diaglot takes, or it means more than it looks: an edge between all nodes of two lists (`a & b --> c & d`, `{a b} -> {c d}`) may make millions, and a default or a class counts at each element that has it. 200,000 such edges and 50 million characters of text in a diagram are held, and an input may have 64 MB; what is more is left out, or the diagram is not written.',
  },
  'limit/direction': {
    severity: 'info',
    about:
      'A group says which way its inside flows, and a line crosses the group’s border. Both cannot be had in a readable drawing, so the inside flows as what is around the group does. A group that no line crosses keeps its own direction; lines that end at the group itself do not count.',
  },
  'limit/layout': {
    severity: 'info',
    about:
      'The graph has more nodes and edges than the full layout arranges in reasonable time, so a simpler and faster one took its place: ranks, rows and orthogonal lines, without the search for the fewest crossings. The limit is a count, so every machine draws the same.',
  },
  'limit/flowzap-size': {
    severity: 'error',
    about:
      'FlowZap’s service refuses code of more than 50,000 characters. Split the diagram before uploading it.',
  },
} as const satisfies Record<string, CodeEntry>

export type Code = keyof typeof codes
