/**
 * Files that a person could have drawn, at random: every one obeys the laws, and every cell of it is there after a
 * round, compared by a reader of other make.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawio } from '../../converters/drawio/index.js'
import { convertWith } from '../../src/convert.js'
import { sameFormat } from '../laws/laws.js'
import { runs } from '../setup/runs.js'
import { differences } from './same-cells.js'

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
  readonly role: 'box' | 'box' | 'line' | 'label'
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
})

/** A file of these cells. What a cell stands in and what a line ends at, stands before it. */
function fileOf(cells: readonly Drawn[], layers: boolean): string {
  const boxes: string[] = []
  const lines: string[] = []
  const elements = cells.map((drawn, i) => {
    const id = `c${i}`
    const { role, x, y } = drawn
    const inside = ['1', ...(layers ? ['L2'] : []), ...boxes]
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
      const [source, target] = drawn.ends.map(end => boxes[end % boxes.length])
      lines.push(id)
      const points = x % 2 === 0 ? `<Array as="points"><mxPoint x="${x}" y="${y}"/></Array>` : ''
      const free = y % 2 === 0 ? `<mxPoint x="${y}" y="${x}" as="sourcePoint"/>` : ''
      return wrap(
        LINES[drawn.style % LINES.length]!,
        ` edge="1" parent="${parent}" source="${source}" target="${target}"`,
        `<mxGeometry x="${(x % 10) / 10}" relative="1" as="geometry">${points}${free}<mxPoint x="${y % 5}" as="offset"/></mxGeometry>`,
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
    const port = x % 7 === 0 && parent.startsWith('c')
    const place = port ? `x="0.5" y="1" relative="1"` : `x="${x}" y="${y}"`
    return wrap(
      STYLES[drawn.style]!,
      ` vertex="1" parent="${parent}"`,
      `<mxGeometry ${place} width="80" height="40" as="geometry">${port ? '<mxPoint x="-40" y="-20" as="offset"/>' : ''}${y % 5 === 0 ? '<mxRectangle width="90" height="50" as="alternateBounds"/>' : ''}</mxGeometry>`,
    )
  })
  const second = layers
    ? '<object label="Two" id="L2" team="Y"><mxCell parent="0" visible="0"/></object>'
    : ''
  return `<mxfile vars="{&quot;team&quot;:&quot;X&quot;}"><diagram name="P"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" value="First" style="locked=1" parent="0"/>${second}${elements.join('')}</root></mxGraphModel></diagram></mxfile>`
}

const files = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 14 }), fc.boolean())

test('the laws, and every cell as it was', async () => {
  await fc.assert(
    fc.asyncProperty(files, async ([cells, layers]) => {
      const file = fileOf(cells, layers)
      expect(await sameFormat(drawio, file, { infer: 'false' }), file).toBeUndefined()
      const { text } = await convertWith(drawio, drawio, file, { options: { infer: 'false' } })
      expect(differences(file, text), file).toEqual([])
    }),
    { seed: 7, numRuns: runs(400) },
  )
})

test('with what is inferred, the laws hold too', async () => {
  await fc.assert(
    fc.asyncProperty(files, async ([cells, layers]) => {
      const file = fileOf(cells, layers)
      expect(await sameFormat(drawio, file), file).toBeUndefined()
    }),
    { seed: 8, numRuns: runs(200) },
  )
})
