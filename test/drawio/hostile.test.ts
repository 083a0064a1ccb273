/** What strangers put into labels, links and tooltips to run it: it must not stand in a file of ours as anything that runs. */
import '../setup/dom.js'
import { expect, test } from 'vitest'
import { drawio, readDrawio } from '../../converters/drawio/index.js'
import { json } from '../../converters/json/index.js'
import { convertWith } from '../../src/convert.js'
import { sameFormat } from '../laws/laws.js'
import { sample } from '../setup/runs.js'
import { plainPages } from './plain.js'

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror=alert(1)>',
  '<IMG SRC="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106avascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href=" &#1; javascript:alert(1)">x</a>',
  '<a href=\'vbscript:x\' title="y">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<b onclick="alert(1)">x</b>',
  '<b title="x" \nonmouseover=alert(1)//>x</b>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<style>@import url(javascript:alert(1))</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<form action="javascript:alert(1)"><input type=submit></form>',
  '<<img src=x onerror=alert(1)>>',
  '<div class="mxgraph" data-mxgraph="{}">x</div>',
  '<!--><img src=x onerror=alert(1)>-->',
]

interface DomElement {
  innerHTML: string
  readonly tagName: string
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  querySelectorAll(selector: string): Iterable<DomElement>
}
const { document } = globalThis as unknown as {
  readonly document: { createElement(name: string): DomElement }
}

/** What a browser would run of a piece of HTML. */
function* active(html: string): Generator<string> {
  const body = document.createElement('div')
  body.innerHTML = html
  for (const element of body.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase()
    if (/^(script|iframe|object|embed|form|svg|math|style|link|meta|base|input)$/.test(name))
      yield `<${name}>`
    for (const { name: key, value } of element.attributes) {
      const address = value.replace(/[\u0000-\u0020]/g, '').toLowerCase()
      if (/^on|^srcdoc$|^action$|^data-mxgraph$/.test(key)) yield key
      if (/^(javascript|vbscript|data:text)/.test(address)) yield `${key}=${value}`
      if (key === 'style' && /javascript|expression/.test(address)) yield `${key}=${value}`
    }
  }
}

function activeIn(file: string): string[] {
  return plainPages(file).flatMap(({ cells }) =>
    cells.flatMap(({ id, label, style, attributes }) => {
      const { link = '', tooltip = '' } = attributes
      const shown = [...(style.includes('html=1') ? active(label) : []), ...active(tooltip)]
      const bare = link.replace(/[\u0000-\u0020]/g, '').toLowerCase()
      if (/^(javascript|vbscript|data:text)/.test(bare)) shown.push(`link=${link}`)
      return shown.map(what => `${id}: ${what}`)
    }),
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')

test('the test finds what is active', () => {
  for (const html of HOSTILE) expect([...active(html)], html).not.toEqual([])
})

test.each(sample(HOSTILE, 6))('%s on every kind of cell of draw.io', async html => {
  const value = escaped(html)
  const box = (id: string, style: string, parent: string, more = ''): string =>
    `<object label="${value}" tooltip="${value}" link="javascript:alert(1)" id="${id}"><mxCell style="${style}" ${more} parent="${parent}"><mxGeometry x="${id.length * 200}" width="100" height="50" as="geometry"/></mxCell></object>`
  const line = (id: string, target: string): string =>
    `<object label="${value}" tooltip="${value}" link="java&#9;script:x" id="${id}"><mxCell style="html=1;" edge="1" parent="1" source="n" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell></object>`
  const file = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
    box('n', 'html=1;', '1', 'vertex="1"'),
    box('group', 'container=1;html=1;', '1', 'vertex="1"'),
    box('in', 'html=1;', 'group', 'vertex="1"'),
    box('deco', 'html=1;', 'n', 'vertex="1" connectable="0"'),
    line('e', 'in'),
    box('lbl', 'edgeLabel;html=1;', 'e', 'vertex="1" connectable="0"'),
    line('loose', 'gone'),
  ].join('')}</root></mxGraphModel>`
  const { text } = await convertWith(drawio, drawio, file)
  expect(activeIn(file).length).toBeGreaterThan(0)
  expect(activeIn(text)).toEqual([])
  expect(plainPages(text)[0]!.cells).toHaveLength(9)
  expect(await sameFormat(drawio, file)).toBeUndefined()
  const codes = new Set(readDrawio(file).messages.map(({ code }) => code))
  expect(codes.has('repair/unsafe-html')).toBe(true)
  expect(codes.has('repair/unsafe-link')).toBe(true)
  expect(readDrawio(text).messages.filter(({ code }) => code === 'repair/unsafe-html')).toEqual([])
})

test.each(['markdown', 'mermaid-html', 'dot-html', 'drawio-html'])(
  'rich labels of %s that come as data',
  async syntax => {
    const nodes = HOSTILE.map((source, i) => ({
      id: `n${i}`,
      label: source,
      labelRich: { syntax, source },
      shape: 'rectangle',
      group: 'g',
      link: { url: 'javascript:alert(1)', tooltip: source },
      extras: { drawio: { label: source, attributes: { placeholders: '1', x: source } } },
    }))
    const text = JSON.stringify({
      diaglot: 1,
      title: HOSTILE[0],
      directed: true,
      direction: null,
      extras: {
        drawio: {
          cells: HOSTILE.map(
            (html, i) =>
              `<object label="${escaped(html)}" link="javascript:x" id="k${i}"><mxCell style="html=1;" vertex="1" parent="1"><mxGeometry as="geometry"/></mxCell></object>`,
          ),
        },
      },
      nodes,
      groups: [
        { id: 'g', label: HOSTILE[1], labelRich: { syntax, source: HOSTILE[1] }, kind: 'lane', parent: null },
      ],
      edges: HOSTILE.map((source, i) => ({
        from: { node: `n${i}`, label: source, labelRich: { syntax, source } },
        to: { node: 'n0' },
        label: source,
        labelRich: { syntax, source },
        line: 'solid',
        arrows: { start: 'none', end: 'normal' },
      })),
      loops: [{ condition: HOSTILE[0], nodes: ['n0'] }],
    })
    const { text: file } = await convertWith(json, drawio, text)
    expect(activeIn(file)).toEqual([])
    expect(readDrawio(file).graphs[0]!.nodes.get('n1')!.label.text).toBe(HOSTILE[1])
  },
)
