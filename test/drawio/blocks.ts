/** Whole things as draw.io's sidebar puts them on a page: each with ids of its own, in a layer. */
type Block = (id: string, parent: string) => string

const vertex = (id: string, value: string, style: string, parent: string, geometry: string): string =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${geometry} as="geometry"/></mxCell>`
const edge = (id: string, parent: string, source: string, target: string): string =>
  `<mxCell id="${id}" style="edgeStyle=orthogonalEdgeStyle;html=1;" edge="1" parent="${parent}" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`

const STACK =
  'swimlane;fontStyle=1;align=center;verticalAlign=top;childLayout=stackLayout;horizontal=1;startSize=26;horizontalStack=0;resizeParent=1;collapsible=1;html=1;'
const MEMBER = 'text;strokeColor=none;fillColor=none;align=left;html=1;'
const RULE = 'line;strokeWidth=1;fillColor=none;'

const umlClass =
  (title: string, members: boolean): Block =>
  (id, parent) =>
    vertex(id, title, STACK, parent, 'x="600" y="20" width="160" height="86"') +
    (members ? vertex(`${id}f`, '+ id: int', MEMBER, id, 'y="26" width="160" height="26"') : '') +
    vertex(`${id}l`, '', RULE, id, 'y="52" width="160" height="8"') +
    (members ? vertex(`${id}m`, '+ run()', MEMBER, id, 'y="60" width="160" height="26"') : '')

const TABLE = 'shape=table;startSize=30;container=1;collapsible=1;childLayout=tableLayout;fixedRows=1;html=1;'
const ROW =
  'shape=tableRow;horizontal=0;startSize=0;swimlaneHead=0;swimlaneBody=0;fillColor=none;collapsible=0;'
const PART = 'shape=partialRectangle;connectable=0;fillColor=none;top=0;left=0;bottom=0;right=0;'

const entity: Block = (id, parent) =>
  vertex(id, 'users', TABLE, parent, 'x="820" y="20" width="180" height="60"') +
  vertex(`${id}r`, '', ROW, id, 'y="30" width="180" height="30"') +
  vertex(`${id}k`, 'PK', PART, `${id}r`, 'width="60" height="30"') +
  vertex(`${id}n`, 'id', PART, `${id}r`, 'x="60" width="120" height="30"')

const CHART_CELL =
  'swimlane;swimlaneHead=0;swimlaneBody=0;fontStyle=0;connectable=0;fillColor=none;startSize=40;collapsible=0;'

/** A cross-functional flowchart, with its rows as draw.io has drawn them at one time or another. */
const chart =
  (row: string): Block =>
  (id, parent) =>
    vertex(
      id,
      'Hiring',
      'shape=table;childLayout=tableLayout;startSize=40;collapsible=0;',
      parent,
      'x="40" y="600" width="280" height="160"',
    ) +
    vertex(`${id}r`, 'Candidate', row, id, 'y="40" width="280" height="120"') +
    vertex(`${id}c`, 'Phase 1', CHART_CELL, `${id}r`, 'x="40" width="120" height="120"') +
    vertex(`${id}d`, 'Phase 2', CHART_CELL, `${id}r`, 'x="160" width="120" height="120"') +
    vertex(`${id}a`, 'Apply', 'rounded=1;html=1;', `${id}c`, 'x="10" y="50" width="90" height="40"') +
    vertex(`${id}b`, 'Review', 'rounded=1;html=1;', `${id}d`, 'x="10" y="50" width="90" height="40"') +
    edge(`${id}e`, id, `${id}a`, `${id}b`)

const mermaidPicture: Block = (id, parent) =>
  `<UserObject label="" mermaidData="{&quot;data&quot;: &quot;graph TD&#10;A --&gt; B&quot;}" id="${id}"><mxCell style="shape=image;noLabel=1;image=data:image/svg+xml,PHN2Zy8+;" vertex="1" parent="${parent}"><mxGeometry x="500" y="600" width="200" height="300" as="geometry"/></mxCell></UserObject>`

const c4: Block = (id, parent) =>
  `<object placeholders="1" c4Name="App" c4Type="Container" c4Description="Does it" label="&lt;b&gt;%c4Name%&lt;/b&gt;&lt;div&gt;[%c4Type%]&lt;/div&gt;&lt;br&gt;&lt;div&gt;%c4Description%&lt;/div&gt;" id="${id}"><mxCell style="rounded=1;whiteSpace=wrap;html=1;arcSize=10;" vertex="1" parent="${parent}"><mxGeometry x="760" y="600" width="240" height="120" as="geometry"/></mxCell></object>`

/** A group of draw.io's, with a line of its own between what stands in it. */
const grouped: Block = (id, parent) =>
  `<mxCell id="${id}" value="" style="group" vertex="1" connectable="0" parent="${parent}"><mxGeometry x="1040" y="600" width="240.5" height="80" as="geometry"/></mxCell>` +
  vertex(`${id}a`, 'In', 'html=1;', id, 'width="80" height="40"') +
  vertex(`${id}b`, 'Out', 'html=1;', id, 'x="160.25" width="80" height="40"') +
  edge(`${id}e`, id, `${id}a`, `${id}b`)

/** Shapes that lie on a box without standing in it. */
const lying: Block = (id, parent) =>
  vertex(
    id,
    'Hub',
    'rounded=1;html=1;fillColor=#dae8fc;verticalAlign=top;',
    parent,
    'x="1100" y="20" width="300" height="160"',
  ) +
  vertex(`${id}a`, 'Firewall', 'rounded=1;html=1;', parent, 'x="1120" y="60" width="100" height="50"') +
  vertex(`${id}b`, 'Gateway', 'rounded=1;html=1;', parent, 'x="1260" y="60" width="100" height="50"') +
  edge(`${id}e`, parent, `${id}a`, `${id}b`)

export const BLOCKS: readonly Block[] = [
  umlClass('Order', true),
  umlClass('', true),
  umlClass('Marker', false),
  entity,
  chart(
    'shape=tableRow;horizontal=0;swimlaneHead=0;swimlaneBody=0;startSize=40;fillColor=none;collapsible=0;',
  ),
  chart('swimlane;horizontal=0;startSize=40;html=1;collapsible=0;'),
  mermaidPicture,
  c4,
  grouped,
  lying,
]
