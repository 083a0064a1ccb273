/** Files that a person could have drawn, at random: shapes, lines and labels of every kind, and whole things out of draw.io's sidebar. */
import fc from 'fast-check'
import { BLOCKS } from './blocks.js'

const TEXTS = [
  '',
  'A',
  'one&#10;two',
  'a &lt;b&gt;bold&lt;/b&gt;',
  'A&lt;div&gt;B&lt;/div&gt;',
  'x&amp;nbsp;y',
  '50%',
  '%name%',
  '%%name%%',
  '%id% of %team%',
  '%page%, %nobody%',
  '&amp;lt;i&amp;gt;',
  'Login&lt;br&gt;',
  'Two&lt;div&gt;&lt;br&gt;&lt;/div&gt;',
  '&lt;&lt;abstract&gt;&gt;&#10;Shape',
  'List&lt;T&gt; x &lt; 3',
]
const STYLES = [
  '',
  'html=1;',
  'rounded=1;whiteSpace=wrap;html=1;',
  'ellipse;html=1;aspect=fixed',
  'shape=mxgraph.flowchart.decision;html=1;fillColor=#FFE6CC;fontStyle=1;',
  'html=1;container=1;collapsible=0;',
  'swimlane;html=1;startSize=20;horizontal=0;',
  'swimlane;startSize=30;',
  'group;',
  'text;html=1;rotation=90;',
  'swimlane;html=1;',
  'shape=mxgraph.bpmn.task2;html=1;container=1;expand=0;collapsible=0;taskMarker=user;',
  'shape=image;html=1;image=data:image/svg+xml,PHN2Zy8+;verticalLabelPosition=bottom;',
  'shape=table;startSize=20;container=1;childLayout=tableLayout;',
]
const LINES = [
  '',
  'html=1;',
  'edgeStyle=orthogonalEdgeStyle;html=1;rounded=0;dashed=1;endArrow=open;',
  'html=1;exitX=1;exitY=0.25;exitDx=0;exitDy=0;entryX=0.5;entryY=0;',
  'curved=1;html=1;strokeWidth=3;startArrow=oval;startFill=0;',
]
const WRAPPERS = ['', '', 'object', 'UserObject', 'Task']
const ATTRIBUTES = [
  '',
  ' name="Ann"',
  ' placeholders="1"',
  ' placeholders="1" name="Bob" team="T"',
  ' placeholders="1" placeholder="name" name="Eve"',
  ' tags="a b" cost="5"',
  ' tooltip="%name% &amp;lt; x" link="https://e.org/%name%"',
  ' mermaidId="m1" mermaidBaseStyle="x"',
]
/** What the root and the first layer are called. */
const NAMES = [
  ['0', '1'],
  ['0', 'base'],
  ['root-0', 'root-1'],
] as const
const OWN = ['', '', ' connectable="0"', ' collapsed="1"', ' visible="0"']

interface Drawn {
  readonly text: number
  readonly style: number
  readonly wrapper: number
  readonly attributes: number
  readonly own: number
  readonly parent: number
  readonly x: number
  readonly y: number
  readonly ends: readonly [number, number]
  readonly role: 'box' | 'line' | 'label'
  /** Whether the line's geometry is not `relative`, and how finely places are said. */
  readonly absolute: boolean
  readonly fine: number
}

const cell: fc.Arbitrary<Drawn> = fc.record({
  text: fc.nat(TEXTS.length - 1),
  style: fc.nat(STYLES.length - 1),
  wrapper: fc.nat(WRAPPERS.length - 1),
  attributes: fc.nat(ATTRIBUTES.length - 1),
  own: fc.nat(OWN.length - 1),
  parent: fc.nat(20),
  x: fc.integer({ min: -40, max: 400 }),
  y: fc.integer({ min: -40, max: 400 }),
  ends: fc.tuple(fc.nat(20), fc.nat(20)),
  role: fc.constantFrom('box', 'box', 'line', 'label'),
  absolute: fc.nat(4).map(n => n === 0),
  fine: fc.constantFrom(0, 0, 0, 1 / 3, 0.123456789, 2147483648),
})

export interface DrawnFile {
  readonly cells: readonly Drawn[]
  readonly blocks: readonly number[]
  readonly layers: boolean
  readonly names: number
}

/** A file of these cells. What a cell stands in and what a line ends at, stands before it. */
export function fileOf({ cells, blocks, layers, names }: DrawnFile): string {
  const [root, first] = NAMES[names]!
  const boxes: string[] = []
  const lines: string[] = []
  const elements = cells.map((drawn, i) => {
    const id = `c${i}`
    const { role, fine, absolute } = drawn
    const [x, y] = [drawn.x + fine, drawn.y]
    const inside = [first, ...(layers ? ['L2'] : []), ...boxes]
    const parent = inside[drawn.parent % inside.length]!
    const wrapper = WRAPPERS[drawn.wrapper]!
    const inner = OWN[drawn.own]!
    const wrap = (style: string, more: string, geometry: string): string => {
      const label = TEXTS[drawn.text]!
      const rest = `style="${style}"${inner}${more}`
      return wrapper === ''
        ? `<mxCell id="${id}" value="${label}" ${rest}>${geometry}</mxCell>`
        : `<${wrapper} label="${label}"${ATTRIBUTES[drawn.attributes]} id="${id}"><mxCell ${rest}>${geometry}</mxCell></${wrapper}>`
    }
    if (role === 'line' && boxes.length > 0) {
      // One in a few ends at another line.
      const able = drawn.parent % 6 === 0 ? [...boxes, ...lines] : boxes
      const [source, target] = drawn.ends.map(end => able[end % able.length])
      lines.push(id)
      const points = drawn.x % 2 === 0 ? `<Array as="points"><mxPoint x="${x}" y="${y}"/></Array>` : ''
      const free = y % 2 === 0 ? `<mxPoint x="${y}" y="${x}" as="sourcePoint"/>` : ''
      return wrap(
        LINES[drawn.style % LINES.length]!,
        ` edge="1" parent="${parent}" source="${source}" target="${target}"`,
        `<mxGeometry x="${absolute ? x : (x % 10) / 10}"${absolute ? '' : ' relative="1"'} as="geometry">${points}${free}<mxPoint x="${y % 5}" as="offset"/></mxGeometry>`,
      )
    }
    if (role === 'label' && lines.length > 0) {
      const line = lines[drawn.parent % lines.length]
      return wrap(
        'edgeLabel;html=1;align=center;fontColor=#CC0000;',
        ` vertex="1" parent="${line}"`,
        `<mxGeometry x="${(x % 11) / 10}" y="${y % 7}" relative="1" as="geometry"><mxPoint x="${x % 3}" y="2" as="offset"/></mxGeometry>`,
      )
    }
    boxes.push(id)
    const port = drawn.x % 7 === 0 && parent.startsWith('c')
    const place = port ? `x="0.5" y="1" relative="1"` : `x="${x}" y="${y}"`
    return wrap(
      STYLES[drawn.style]!,
      ` vertex="1" parent="${parent}"`,
      `<mxGeometry ${place} width="80" height="40" as="geometry">${port ? '<mxPoint x="-40" y="-20" as="offset"/>' : ''}${y % 5 === 0 ? '<mxRectangle width="90" height="50" as="alternateBounds"/>' : ''}</mxGeometry>`,
    )
  })
  const second = layers
    ? `<object label="Two" id="L2" team="Y"><mxCell parent="${root}" visible="0"/></object>${
        names === 1 ? `<mxCell id="1" value="Three" style="locked=1" parent="${root}"/>` : ''
      }`
    : ''
  const things = blocks.map((kind, i) => BLOCKS[kind]!(`k${i}`, layers && i % 2 === 1 ? 'L2' : first))
  const inner = [...things, ...elements].join('')
  return `<mxfile vars="{&quot;team&quot;:&quot;X&quot;}"><diagram name="P"><mxGraphModel><root><mxCell id="${root}"/><mxCell id="${first}" value="First" style="locked=1" parent="${root}"/>${second}${inner}</root></mxGraphModel></diagram></mxfile>`
}

export const files: fc.Arbitrary<DrawnFile> = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 14 }),
  blocks: fc.array(fc.nat(BLOCKS.length - 1), { maxLength: 2 }),
  layers: fc.boolean(),
  names: fc.nat(NAMES.length - 1),
})
