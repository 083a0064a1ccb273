/**
 * The closed list of message codes. Every code has a default severity and a paragraph that the
 * documentation and `diaglot explain` print; the groups say who speaks: `syntax/` a grammar,
 * `lint/` a rule of a format, `repair/` a reader that put something right, `loss/` lowering,
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
      'The text does not follow the grammar of its format at this place. The message says what would have been understood there. The statement is skipped and reading goes on with the next one.',
  },
  'syntax/encoding': {
    severity: 'error',
    about: 'The bytes of the file are not text in an encoding that the format allows.',
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
  // repair/
  'repair/edge-order': {
    severity: 'warning',
    about:
      'An edge of a FlowZap diagram stands outside the lane of its source. It is written in that lane, as the rules demand, so the order of edges changes.',
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
  'repair/numbering': {
    severity: 'warning',
    about: 'The node ids of a FlowZap diagram are not exactly n1 … nN. Gaps are closed when it is written.',
  },
  // loss/
  'loss/arrow': {
    severity: 'warning',
    about: 'The target cannot draw these arrowheads, or not both on one edge; the nearest are used.',
  },
  'loss/class': {
    severity: 'warning',
    about:
      'The target has no classes, or cannot write a class name. Where it has styles, each element carries what its classes and the defaults say as its own style; otherwise the classes are left out.',
  },
  'loss/default-lane': {
    severity: 'warning',
    about:
      'The target needs a lane for every node. Nodes that stand in no group go to a lane of their own, which stands where the first of them stands.',
  },
  'loss/description': {
    severity: 'warning',
    about: 'The target has no place for the description of a graph, or writes it with other characters.',
  },
  'loss/direction': {
    severity: 'warning',
    about: 'The target reads in one direction only, or cannot turn a single group.',
  },
  'loss/edge': {
    severity: 'warning',
    about:
      'An edge was left out because the target cannot draw its line at all. Invisible edges only place their ends.',
  },
  'loss/edge-id': {
    severity: 'info',
    about: 'The target has no ids for edges, or narrower ones.',
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
      'Something that only the source format says and that has no word in the model does not go into another format.',
  },
  'loss/fields': {
    severity: 'warning',
    about:
      'The target has no records or tables. The text of the fields stays as the label; the fields and their ports do not.',
  },
  'loss/graph-id': {
    severity: 'info',
    about: 'The target has no place for the id of a graph, or cannot write it as it is.',
  },
  'loss/group-end': {
    severity: 'warning',
    about:
      'An edge ends at a group, and the target only joins nodes. It ends at the first node of the group; an empty group gets a node for it.',
  },
  'loss/group-kind': {
    severity: 'info',
    about:
      'Lanes became clusters or clusters became lanes, because the target has only one of them at that place.',
  },
  'loss/handle': {
    severity: 'info',
    about:
      'FlowZap names a side at both ends of every edge. Sides that the source does not give are added by the rules of FlowZap’s own diagrams.',
  },
  'loss/hidden': {
    severity: 'warning',
    about: 'The target cannot hide a node or group, so it is visible there.',
  },
  'loss/id': {
    severity: 'info',
    about:
      'The target has narrower ids: letters, digits and `_`, or FlowZap’s n1 … nN. What refers to the element was changed with it.',
  },
  'loss/image': {
    severity: 'warning',
    about: 'The target has no pictures in nodes.',
  },
  'loss/label': {
    severity: 'warning',
    about:
      'The label holds something that the target cannot write: a line break, a quote, an emoji or a control character. It was replaced by the nearest that the target can write.',
  },
  'loss/length': {
    severity: 'info',
    about: 'The target cannot say how long an edge should be.',
  },
  'loss/line': {
    severity: 'warning',
    about: 'The target cannot draw this kind of line; the nearest is used.',
  },
  'loss/link': {
    severity: 'warning',
    about:
      'The target has no links, or not this part of one, or it would be unsafe: `javascript:` and `data:text/html` are never written.',
  },
  'loss/loop': {
    severity: 'warning',
    about: 'The target has no loops: a note that some nodes repeat while a condition holds.',
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
      'The target has no groups in groups. Every node keeps its deepest group, which is labelled by its path: `A / B`.',
  },
  'loss/port': {
    severity: 'warning',
    about: 'The target has no ports: the edge ends at the node and not at one of its fields.',
  },
  'loss/property': {
    severity: 'warning',
    about: 'The target has no place for this property of a node.',
  },
  'loss/reversed': {
    severity: 'warning',
    about:
      'The edge had an arrowhead only at its start, and the target draws one only at the end. The edge was turned round, so that it points the same way.',
  },
  'loss/rich-text': {
    severity: 'warning',
    about: 'The target cannot write the formatting of a label; its plain text stays.',
  },
  'loss/shape': {
    severity: 'warning',
    about: 'The target does not have this shape; the nearest is used.',
  },
  'loss/side': {
    severity: 'info',
    about: 'The target cannot fasten an edge at this place of a node; the nearest is used, or none.',
  },
  'loss/strict': {
    severity: 'info',
    about: 'The target cannot say that a graph is strict, which is to say without parallel edges.',
  },
  'loss/style': {
    severity: 'warning',
    about: 'The target has no place for some colours, lengths or fonts.',
  },
  'loss/title': {
    severity: 'warning',
    about: 'The target has no place for the title of a graph, or writes it with other characters.',
  },
  'loss/undirected': {
    severity: 'warning',
    about: 'The target has only directed graphs.',
  },
  // limit/
  'limit/nesting': {
    severity: 'error',
    about:
      'Groups or values are nested deeper than diaglot reads. The limit protects against files that are made to exhaust the machine; no diagram that a person draws comes near it.',
  },
  'limit/size': {
    severity: 'error',
    about: 'The file is larger than the target or diaglot takes.',
  },
} as const satisfies Record<string, CodeEntry>

export type Code = keyof typeof codes
