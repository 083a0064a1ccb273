/** A paragraph about each code that Mermaid brings, apart from the codes: who only converts needs none of them. */
import type { AboutsOf } from '../../src/messages/code.js'
import type { mermaidCodes } from './codes.js'

export const mermaidAbouts: AboutsOf<typeof mermaidCodes> = {
  'syntax/direction-line':
    'Mermaid takes a whole line for a direction statement as soon as it finds `direction TB` (or BT, RL, LR, TD) anywhere on it, even inside a label. Where no statement can begin, that is a syntax error. Write the label with an entity code between the two words, such as `direction#32;LR`.',
  'syntax/letter':
    'Mermaid’s lexer knows the letters of Unicode 6.1 and of the Basic Multilingual Plane. Letters that came later, emoji and combining marks can stand in labels but in no id. Give the node a simple id and put the word into its label.',
  'syntax/link-number':
    '`linkStyle` counts the links that stand before it from 0. A number that no link has yet makes mermaid reject the diagram. Move the statement behind the links, or correct the number.',
  'syntax/other-diagram':
    'The text is a diagram of Mermaid of another kind: a sequence diagram, a class diagram, a Gantt chart. diaglot reads flowcharts. `diaglot check` and `diaglot lint` count such diagrams as not looked at, and do not fail for them; `diaglot check --with-mermaid` hands them to Mermaid itself.',
  'syntax/official':
    'With `diaglot check --with-mermaid`, diagrams of other kinds than flowcharts are handed to the mermaid of the project, and it refuses this one. The sentence behind the colon is its own; the place is where it stopped, which may be behind the mistake.',
  'syntax/subgraph':
    'Every `subgraph` needs an `end`, and every `end` a `subgraph`. An `end` that is missing or one too many makes mermaid reject the diagram.',
  'syntax/yaml':
    'In Mermaid, the properties between `@{` and `}` and the settings between two lines `---` at the top of the file are YAML, and these are not. On one line, commas part the properties: `shape: doc, label: "Text"`. On several lines, each has a line of its own and there are no commas.',
  'limit/official':
    'With `diaglot check --with-mermaid`, each diagram of another kind than a flowchart is handed to the mermaid of the project, and that did not come to an end with this one. It was stopped, and the next diagrams are handed to a fresh one. Whoever opens the diagram in a browser would wait as long: make it smaller, or look for what it hangs at.',
  'lint/arrow-sign':
    'An `o` or `x` right behind an arrow is the arrow’s head in Mermaid: `a---order` is an edge with a circle to a node `rder`. Said where a node `order` is there as well, and nothing else names `rder`. The fix puts a blank between the arrow and the id.',
  'lint/comma-in-id':
    'Mermaid takes commas in ids. So `a --> b,` draws a node `b,` beside the node `b`, and `a,b --> c` one node of that name; the latter is said where one of the two is a node elsewhere. The fix removes the comma at the end of a line, and writes `&` between two ids.',
  'lint/direction-line':
    'Mermaid takes a whole line for a direction statement as soon as it finds `direction TB` (or BT, RL, LR, TD) anywhere on it, even inside a label. Whatever else stands on the line is not drawn. Write the label with an entity code between the two words, such as `direction#32;LR`.',
  'lint/edge-id':
    'In Mermaid, an edge ends at what is the id of another edge (`a e1@--> b`, then `c --> e1`). Mermaid makes no node of such an id, and cannot draw the edge. diaglot reads a node; whoever meant one gives the first edge another id.',
  'lint/ignored-direction':
    'A subgraph of a Mermaid flowchart says which way it flows, and mermaid ignores that as soon as an edge joins a node in it to one outside: the subgraph flows as what is around it. Let such edges end at the subgraph itself, or leave the direction out. Diagrams with settings of their own are not looked at, for another layout may heed the direction.',
  'lint/ignored-directive':
    'Mermaid reads the settings of a directive, `%%{init: …}%%`, as JSON, in which quotes may be single ones. Where a name or a text has no quotes, or a brace is missing, it ignores the directive without a word: the theme is not the one that was asked for. The fix writes the JSON that is meant.',
  'lint/label-over-lines':
    'Two dashes begin an edge with a label inside of it, `a -- text --> b`, and the label may go on over several lines. Here a node seems to stand behind the dashes, and whole statements are in the label: a line without arrowheads was meant, which has three dashes. The fix writes `---`.',
  'lint/lost-member':
    'A node stands in one subgraph only: of those that mention it, in the one whose `end` comes first. In the others mermaid does not draw it, and says nothing. Mention it in one subgraph, and write edges between subgraphs outside of them.',
  'lint/mermaid-drawn':
    'The version of mermaid that was asked for (`mermaid=10.9`, or `renderer=github` for the one that GitHub runs) reads this, and draws something else than today’s: formatting with its signs, settings of which it takes no notice. What it means today it came to mean in a later version, which the message names.',
  'lint/mermaid-version':
    'The version of mermaid that was asked for (`mermaid=10.9`, or `renderer=github` for the one that GitHub runs) rejects this, and shows an error in place of the diagram. The message names the first version that takes it, and where something older says the same, the fix writes that. `docs/mermaid-versions.md` lists what came with which version, and who runs which.',
  'lint/pipes-in-label':
    'In `a --|yes|--> b` the label stands inside of the arrow, and mermaid draws the pipes with it. Between pipes, a label stands behind the arrow: `a -->|yes| b`. The fix puts it there.',
  'lint/semicolon-in-style':
    'In Mermaid a semicolon ends a statement. Of `style a fill:red;stroke:blue`, as CSS has it, only the first property counts; the rest becomes a node `stroke:blue` of its own. The fix writes commas.',
  'lint/style-target':
    'A `style` of a Mermaid flowchart names a node that nothing else names. Mermaid makes a node of it then and draws it, alone, with its id as its label. The id is misspelt, or the node was renamed or removed.',
  'lint/subgraph-as-node':
    'A Mermaid flowchart gives a label in brackets to the id of a subgraph. Mermaid draws the subgraph and not the label. Put the title behind the word `subgraph`, as in `subgraph id [Title]`, or give the node an id of its own.',
  'lint/undefined-class':
    'A Mermaid flowchart defines classes (`classDef`), and gives one to a node or an edge that it does not define. Nothing is drawn otherwise for it. Diagrams that define no class at all are not looked at: a page can define them.',
  'lint/unknown-target':
    '`class` and `click` touch only what stands before them. Of an id that comes later or nowhere mermaid says nothing, and the class or link is lost. Move the statement to the end of the diagram, or correct the id.',
  'repair/arrow':
    'The beginning and the end of an arrow with a label inside do not agree (`x-- text -->`). Mermaid accepts it but gives it no type and draws a plain arrow; so does diaglot.',
  'repair/group-cycle':
    'In Mermaid, an edge inside of a subgraph that names another subgraph moves that one into it. So two subgraphs can end up inside of each other, which nobody can draw: one of the two is left where it stands.',
  'limit/mermaid-edges':
    'Mermaid rejects diagrams with more than 500 edges unless its `maxEdges` setting is raised, which only the page that draws the diagram can do. diaglot reads them all.',
}
