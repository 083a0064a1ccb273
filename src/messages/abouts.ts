/** A paragraph about each code of the core, apart from the codes: who only converts needs none of them. */
import type { AboutsOf } from './code.js'
import type { codes } from './codes.js'
import { lossAbouts } from './loss-abouts.js'

export const abouts: AboutsOf<typeof codes> = {
  'syntax/conflict':
    'Git could not merge two versions of the file and left both in it, between lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Keep the lines of one version, or join the two by hand, and remove the three lines. With `--recover` the first version is read.',
  'syntax/cut-off':
    'The file ends in the middle of something: in a text, in an arrow, before the brackets that are open. The rest of it is probably missing, as after a download that broke off. What is complete is read.',
  'syntax/duplicate-id':
    'Two nodes, or two lanes of a JSON graph, have the same id. Edges name a node by its id, so only one of them can be meant: the first counts and the other is left out. Give the second an id of its own.',
  'syntax/encoding':
    'The bytes of the file are no text in an encoding that the format allows. Save it as UTF-8; all formats take that.',
  'syntax/fence':
    'The diagram stands in a Markdown text, between two lines such as ```` ```mermaid ```` and ```` ``` ````. A file of its own holds only the diagram. The fix removes the two lines and what is around them; with `--recover` the diagram between them is read.',
  'syntax/fmt':
    'The text cannot be formatted: it has errors, or what comes out would not say the same. It stays as it is. Mend the errors that are said beside it; without any, it is a fault of diaglot.',
  'syntax/keyword':
    'A word of the language is misspelt, such as `clasDef` for `classDef` or `digrph` for `digraph`. Capital letters count in Mermaid. The fix writes the word as the language has it; with `--recover` the line is read so.',
  'syntax/other-format':
    'The file is not what its name or `--from` says: a diagram in another format, a web page that a server sent in place of the file, a picture, an archive, JSON of something else. Name the format with `--from`, or give the file the right ending. With `--recover` a diagram in another format is read as what it is.',
  'syntax/prose':
    'Something stands around the diagram, or between its statements, that is no part of it: the sentence above one that was copied, a tag of a web page, the sign of a quoted mail before every line, the signs of a patch. Remove it, or make a comment of it. With `--recover` the diagram is read without it; of a patch, the new version is read.',
  'syntax/reference':
    'A JSON graph names a node, group or value that is not there, or gives two elements the same id. Such a graph cannot be drawn, so it is not read.',
  'syntax/unclosed':
    'A bracket, a quote or a bar that opens a text is never closed. Most languages read on to the next such sign, lines later, so what follows looks wrong too. The fix closes it where the text seems to end; with `--recover` the text is read so.',
  'syntax/undefined-node':
    'An edge or a loop names a node that is declared nowhere. The edge is left out; a loop is read without that node. Either the id is misspelt or the node’s line is missing or could not be read.',
  'syntax/unexpected':
    'The text does not follow the rules of its format at this place. The message says what would have been understood there or, where that is sure, what was meant: then a fix writes it so, and with `--recover` it is read so. Otherwise the statement is skipped, and reading goes on with the next one.',
  'syntax/unknown-shape': 'The format has no such shape. The node is read as a rectangle.',
  'syntax/update':
    'The file that `--update` is to bring up to date cannot be read without errors, holds another number of diagrams, holds its diagram inside of a picture or a web page, or shows next to nothing of what the source has: to update it would be to remove everything. Or a change cannot be made in a text so that it reads as wanted. The file stays as it is.',
  'lint/conflict':
    'Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>` are what git leaves where two versions of a file could not be merged. The format happens to accept them, so they are read as a part of the diagram, which nobody meant.',
  'lint/fence':
    'The last line is a Markdown fence that was copied with the diagram. The format happens to accept it: Mermaid draws a node of that name. Remove the line.',
  'lint/unknown-attribute':
    'An attribute in a DOT file has nearly the name of one that Graphviz knows, such as `lable` for `label`. The same goes for the properties in Mermaid’s `@{ }`. Both languages take any name and do nothing with one that they do not know, so the mistake shows only in the picture. Names that are like no known one are yours to give, and are not reported.',
  'repair/carried':
    'diaglot writes what a format has no words for into a comment or an attribute of the text. Such data stand here, and not all of them are taken: there is a second line of them, they are damaged, have values that do not exist, or say something else than the text shows. Those are ignored; what the text itself says is read. See docs/carrying.md.',
  'repair/carry-unread':
    'The text carries data of another format, and carrying is switched off (`--no-carry`, `carry: false`). They are not read, and the result is written without them.',
  'repair/character':
    'A text holds a character that its own format has no way to write: in FlowZap an emoji or a control character, in Mermaid and DOT a broken character that no file can hold, a NUL or a carriage return by itself, in Mermaid’s links also `<` and `>`, which are written as `%3C` and `%3E`. It is kept in the graph; the format is written without it. A control character in a draw.io file, which draw.io itself drops, is left out as the file is read.',
  'repair/edge-order':
    'An edge of a FlowZap diagram stands outside the lane of its source. It is written in that lane, as the rules demand, so the order of edges changes.',
  'repair/group-order':
    'Groups that stand side by side come in another order: some of them stand in a cell of the page that is no group, and draw.io holds what is in it together.',
  'repair/handle-missing':
    'A handle is the side of a node at which an edge starts or ends. One is missing here: the edge is read without it, and FlowZap Code is written with the likely one.',
  'repair/id':
    'The format takes this id, or name of a class, where it stands, but not at the beginning of a statement or beside the arrow that would stand there when the diagram is written anew (Mermaid’s `click-->b`); so it is with the id of an edge that a node has, too. Another is written, and whatever refers to it is changed with it; the label is what it was.',
  'repair/lane-id':
    'The lane’s id is not a letter or `_` followed by letters, digits and `_`. It is read as it stands; FlowZap Code is written with an id that is.',
  'repair/link':
    'A `click` of Mermaid stands before the node that it names: mermaid loses its link then, and shows the tooltip of a node that cannot be clicked. No other statement has a tooltip alone, so Mermaid is written without it. Put the `click` behind the node.',
  'repair/loop-lane':
    'A loop of a FlowZap diagram stands outside of every lane. It is written in the lane of its first node.',
  'repair/loop-order': 'Loops of a FlowZap diagram are written lane by lane, so their order changes.',
  'repair/node-order':
    'The nodes of a group or lane do not stand together in the source. They are written together, so nodes come in another order. Nothing is repeated only to keep the order.',
  'repair/node-place':
    'A node stands outside every lane. It is read without a lane; FlowZap Code is written with a lane for it.',
  'repair/numbering':
    'The node ids of a FlowZap diagram are not n1, n2, n3 and so on without a gap. Gaps are closed when it is written.',
  'repair/restored':
    'What the format of the text has no place for came back from the data that the text carries, because it fits what the text shows. It is counted, and so is what was only added when the text was written and goes again, such as the sides that FlowZap Code needs. See docs/carrying.md.',
  'repair/unsafe-link':
    'A link would run a script when it is followed (`javascript:`, `vbscript:` or a page in `data:`). It is not read.',
  'repair/updated':
    'A text was brought up to date with a diagram in another format (`--update`): only what was edited there was changed in it, and comments, order and spelling of everything else stayed. The message counts what was added, removed and changed.',
  'graph/cycle':
    'A program made a graph in which a group stands in itself, or in a group that stands in it. Nothing is written: give one of these groups another `parent`, or none.',
  'graph/id':
    'A program made a graph in which a group has an empty id. Nothing is written: an empty `group` of a node means none.',
  'graph/key':
    'In the `nodes` and `groups` of a graph, each element stands under its own `id`. A program that gives an element another id has to move it to that key.',
  'graph/nesting': 'The fields of a node nest deeper than 50 levels. No record is drawn like that.',
  'graph/reference':
    'Something names what is not in the graph: an edge ends at a node or group that is not there, a node or group stands in a group that is not there, a loop names a node that is not there. Nothing is written. Add what is named, or take out what names it.',
  'graph/type':
    'A value of a graph is missing or of another type than the model has there: a number where a text belongs, a plain object instead of a Map, NaN as a width.',
  'graph/value':
    'A value of a graph is not in the list of those that can stand there: a shape, an arrowhead, a line, a side, a direction, a kind.',
  'limit/nesting':
    'Groups or values are nested deeper than diaglot reads or writes: groups on 400 levels, fields of records on 50, brackets of JSON on 1,200.',
  'limit/size':
    'The file is larger than the target or diaglot takes, or it means more than it looks: an edge between all nodes of two lists (`a & b --> c & d`, `{a b} -> {c d}`) may make millions, and a default or a class counts at each element that has it. 200,000 such edges and 50 million characters of text in a diagram are held, and an input may have 64 MB; more is left out.',
  'lint/orphan':
    'No edge starts or ends at this node. In FlowZap Code every node is looked at; in other formats only those that stand in no group, and no notes, headings and pictures. In Mermaid it is an info, and in DOT and draw.io, where many a node stands alone, nothing is said unless the rule is set.',
  'lint/overwritten':
    'Something is said twice in different ways, and only the last of them counts: a Mermaid node gets a second label, a DOT statement the same attribute twice. The message stands where the first one is, which nobody will see. Often the second is another node, with an id that was copied.',
  ...lossAbouts,
}
