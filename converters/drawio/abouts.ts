/** A paragraph about each code that draw.io brings, apart from the codes: who only converts needs none of them. */
import type { AboutsOf } from '../../src/messages/code.js'
import type { drawioCodes } from './codes.js'

export const drawioAbouts: AboutsOf<typeof drawioCodes> = {
  'syntax/drawio':
    'A draw.io file holds an `mxfile` with `diagram` pages, or one `mxGraphModel`. This XML holds neither, or a page of it cannot be unpacked, so there is no diagram to read there.',
  'syntax/xml':
    'A draw.io file is XML, and this text is not well formed: the message says what is wrong at the place. Nothing of such a file is read, as draw.io reads nothing of it either. Document types and entities are refused, for they are used to exhaust the machine of whoever opens a file.',
  'lint/empty-page':
    'A page of a draw.io file has nothing on it, while others have. draw.io makes such a page by one click on the plus sign; whoever prints the file or converts it gets an empty diagram. Delete the page.',
  'lint/outside-container':
    'A shape belongs to a lane or container of draw.io and stands wholly outside of it: it was moved away while the lane did not let go of it. It goes along when the lane is moved, is hidden when the lane is folded, and is read as standing in the lane. Drag it out of the lane once more, or back into it.',
  'lint/stacked-shape':
    'A shape of draw.io lies exactly on another one with the same size, look and words: it was pasted twice. Only the upper one is seen, while lines may end at either, and a conversion has both. Move it aside or delete it.',
  'repair/attached-edge':
    'Lines of a draw.io page end at shapes, or a little short of them, without being fastened to them; draw.io would not move them with the shapes. Where one shape is clearly meant (it is the nearest by a margin, and the line leads to it), the line is read as an edge that ends there. It stays in draw.io as it was drawn, as long as its ends and the shapes do. `-O attach=false` leaves such lines alone.',
  'repair/cell-id':
    'Two cells of a draw.io page have the same id, or one has none. draw.io refuses to open such a page. The first cell counts; the other is read as if it had an id of its own, and edges that name the id mean the first.',
  'repair/cell-parent':
    'A cell of a draw.io page stands in a parent that is not there, or that stands in the cell itself. draw.io shows an empty page then. The cell is read as if it stood on the page’s first layer.',
  'repair/column-titles':
    'A cross-functional flowchart of draw.io has titles above its columns. Its rows are read as lanes, and shapes in them as nodes; the graph has no place for columns. Written as draw.io again, columns and titles are as they were; in another format they are not there.',
  'repair/hidden-layer':
    'A layer of a draw.io page is hidden, and shapes stand on it. They are read like the rest of the page; in draw.io the layer stays hidden.',
  'repair/inferred-direction':
    'A draw.io page does not say which way it flows. Most of its lines lead the same way, so that is taken as the direction of the graph. `-O infer=false` leaves the direction open.',
  'repair/inferred-group':
    'Shapes of a draw.io page lie wholly on a lane, a container or a large box without standing in it: they were drawn on top of it. They are read as standing in it, which is what a person sees. `-O infer=false` reads only what the file says.',
  'repair/inferred-side':
    'Lines of a draw.io page are fastened to fixed points of shapes. Each point is read as the side that it lies on. `-O infer=false` leaves the sides open.',
  'repair/inferred-label':
    'In drawings an icon often has its name in a text of its own, under it or at its side, and a card is a box with a picture and a text on it. A person sees one thing, so it is read as one node with that label. A short text beside a line (`1`, `0..*`, `yes`, `8080`) is the label of that end of it, or of the line, where no other line is about as near. The text is no node, and stays in draw.io where it is. `-O infer=false` reads only what the file says.',
  'repair/no-graph':
    'A page of draw.io may show something that is no graph: a floor plan, a mock-up, a chart of boxes. Its texts are read, and shapes that say nothing stay in draw.io as drawn instead of becoming nodes without a name. Of a sequence diagram, lifelines and messages are read as nodes and edges, which say nothing of time. `-O infer=false` reads every shape as a node.',
  'repair/inferred-note':
    'Texts that nothing is drawn around, that no line ends at and that name nothing are what people write beside a diagram: headings, dates, remarks. They are read as notes: no step of the flow, a comment in FlowZap Code, Mermaid and DOT, and in draw.io what they were. `-O infer=false` reads them as nodes.',
  'repair/inferred-picture':
    'A picture, an icon or a rule without a text, that no line ends at and that stands in a shape or group, is a part of how that is drawn. It is no node, and stays in draw.io where it is. `-O infer=false` reads only what the file says.',
  'repair/inferred-title':
    'A box of a draw.io page has no label, and a text of its own stands at its upper edge or in a corner. The text is read as the label of the group, and not as a node; its cell stays where it is. `-O infer=false` leaves it a node.',
  'repair/loose-edge':
    'A line of a draw.io page is not fastened to a shape at both ends, so it connects nothing. It stays in the draw.io file as it was drawn and is no edge of the graph. Drag its end onto the shape that it should connect.',
  'repair/mermaid-picture':
    'draw.io has put a Mermaid diagram into the file as a picture, with its text beside it. The picture shows no shapes that could be read; the message holds the text, to be converted by itself. In draw.io the picture stays.',
  'repair/unknown-shape':
    'draw.io has thousands of shapes in its libraries, most of them pictures of products. One that has no equal here is read as a rectangle. Its style is kept, so draw.io shows it unchanged when it is written there again.',
  'repair/unsafe-html':
    'A label of a draw.io cell holds HTML that is more than formatting: scripts, handlers such as `onclick`, frames, links that run a script. draw.io shows the label without it, and without it the label is written.',
  'repair/update-added':
    'A diagram was brought up to date with its source (`--update`), and something of the source was not in it: it is new there, or a person had deleted it in the diagram. It is added, near its neighbours; nothing else moves more than it must to make room.',
  'repair/update-changed':
    'A diagram was brought up to date with its source (`--update`), and something looks or means another thing in the source since the diagram was written. It was taken over; what a person had chosen in the diagram since then stays.',
  'repair/update-edge':
    'A diagram was brought up to date with its source (`--update`), and an edge was fastened elsewhere than the source says. The source wins; the bends that were drawn for the other way are left out.',
  'repair/update-kept':
    'A diagram was brought up to date with its source (`--update`), and a person had changed or deleted something in it that the source did not touch since, or had chosen another look. It stays as it is in the diagram.',
  'repair/update-label':
    'A diagram was brought up to date with its source (`--update`), and a text was another one than in the source: it was changed in the source, or by a person in the diagram. The source wins; the message holds both.',
  'repair/update-place':
    'A diagram was brought up to date with its source (`--update`), and something stood in another lane or group than the source says. The source wins, and it is moved there.',
  'repair/update-removed':
    'A diagram was brought up to date with its source (`--update`), and the source no longer has something that diaglot had drawn. It is removed. What a person drew stays, save for edges that lose an end.',
  'repair/update-shape':
    'A diagram was brought up to date with its source (`--update`), and a node had another shape than in the source. The source wins; the node’s place, size and colours stay.',
  'repair/update-style':
    'A diagram was brought up to date with its source (`--update`), and something looks otherwise than the source says. The look of the diagram stays, as a person may have chosen it there.',
}
