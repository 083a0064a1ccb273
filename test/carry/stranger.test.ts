import { describe, expect, test } from 'vitest'
import { convertWith } from '../../src/convert.js'
import { convert, type FormatName, read } from '../../src/index.js'
import { formats } from '../setup/formats.js'
import { extent } from '../setup/runs.js'

/** A Mermaid text with a line that a stranger wrote. */
const withLine = (text: string, line: unknown): string =>
  `${text}%% diaglot: ${JSON.stringify(line).replace(/[%<>#;]/g, char => `%${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

const absent = { $absent: true }
const pay = 'flowchart\na[Pay Alice] --> b\n'
const mallory = withLine(pay, {
  v: 1,
  nodes: [['a', [[['label', 'text'], 'Pay Alice', 'Pay Mallory']]]],
})

const codes = (messages: readonly { code: string }[]): string[] => messages.map(({ code }) => code)
const carriedText = (messages: readonly { code: string; text: string }[]): string =>
  messages.find(({ code }) => code === 'repair/carried')?.text ?? ''

describe('what stands in plain sight is never overruled', () => {
  test('a label stays, and the message says which and why', () => {
    const { graphs, messages } = read(mallory, { format: 'mermaid' })
    expect(graphs[0]?.nodes.get('a')?.label).toEqual({ text: 'Pay Alice' })
    expect(messages.filter(({ code }) => code.startsWith('repair/')).map(({ text }) => text)).toEqual([
      'Some of the data that the text carries do not fit what it shows, so they are ignored: the label of node “a” (with it, Mermaid would show something else).',
    ])
  })

  test('a visible node stays, and is named once', () => {
    const text = withLine('flowchart\nwarning[Do not ship]\na --> b\n', { v: 1, addedNodes: ['warning'] })
    const { graphs, messages } = read(text, { format: 'mermaid' })
    expect([...(graphs[0]?.nodes.keys() ?? [])]).toEqual(['warning', 'a', 'b'])
    expect(carriedText(messages)).toContain('taking away the node “warning”')
  })

  test('no edge comes besides those that are drawn', () => {
    const end = (id: string) => ({ kind: 'node', id, arrow: 'none' })
    const more = { label: { text: '' }, classes: [], style: {}, extras: { $map: [] } }
    const text = withLine(pay, {
      v: 1,
      lostEdges: [[0, { from: end('b'), to: end('a'), line: 'solid', ...more }]],
    })
    const { graphs, messages } = read(text, { format: 'mermaid' })
    expect(graphs[0]?.edges.map(({ from, to }) => [from.id, to.id])).toEqual([['a', 'b']])
    expect(carriedText(messages)).toContain('one more edge')
  })

  test('one thing that does not fit leaves what fits', () => {
    const text = withLine(pay, {
      v: 1,
      nodes: [
        [
          'a',
          [
            [['label', 'text'], 'Pay Alice', 'Pay Mallory'],
            [['properties', 'owner'], absent, 'Accounting'],
          ],
        ],
      ],
    })
    const { graphs, messages } = read(text, { format: 'mermaid' })
    expect(graphs[0]?.nodes.get('a')).toMatchObject({ label: { text: 'Pay Alice' } })
    expect(graphs[0]?.nodes.get('a')?.properties).toEqual(new Map([['owner', 'Accounting']]))
    expect(codes(messages)).toEqual(['repair/restored', 'repair/carried'])
    expect(messages[0]?.text).toMatch(/^One thing /)
  })

  test('names that change places do not, where the text would be numbered otherwise', () => {
    const text =
      'L { # L\nn1: rectangle label:"Pay"\nn2: rectangle label:"Ship"\n}\n//@ {"v":1,"nodes":[["n1",[[["id"],"n1","n2"]]],["n2",[[["id"],"n2","n1"]]]]}\n'
    const { graphs } = read(text, { format: 'flowzap' })
    expect([...(graphs[0]?.nodes.values() ?? [])].map(({ id, label }) => [id, label.text])).toEqual([
      ['n1', 'Pay'],
      ['n2', 'Ship'],
    ])
  })
})

describe('nothing that runs a script comes back', () => {
  const link = (url: string) => [['link', 'url'], absent, url]
  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JavaScript&colon;alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'data:action/json,{"actions":[{"open":"javascript:alert(1)"}]}',
    'data:action/json,%7B%22open%22:%22javascript%3Aalert(1)%22%7D',
  ])('as a link, where the format has no links: %j', url => {
    const line = JSON.stringify({ v: 1, nodes: [['n1', [link(url)]]] })
    const text = `L { # L\nn1: rectangle label:"Pay"\n}\n//@ ${line}\n`
    const { graphs, messages } = read(text, { format: 'flowzap' })
    expect(graphs[0]?.nodes.get('n1')?.link).toBeUndefined()
    expect(carriedText(messages)).toContain('it would run a script')
  })

  test.each([
    ['a picture', ['image'], 'javascript:alert(1)'],
    ['a style', ['style', 'fill'], 'url(javascript:alert(1))'],
    [
      'a formatting',
      ['label', 'rich'],
      { syntax: 'mermaid-html', source: '<a href="javascript:x()">Pay</a>' },
    ],
    ['what one format says', ['extras', 'dot', 'href'], 'javascript:alert(1)'],
    ['a map of it', ['extras', 'dot', 'x'], { $map: [['y', ['javascript:alert(1)']]] }],
  ])('in %s', (_, leaf, value) => {
    const line = JSON.stringify({ v: 1, nodes: [['n1', [[leaf, absent, value]]]] })
    const { graphs, messages } = read(`L { # L\nn1: rectangle label:"Pay"\n}\n//@ ${line}\n`, {
      format: 'flowzap',
    })
    expect(JSON.stringify(graphs, (_key, part) => (part instanceof Map ? [...part] : part))).not.toContain(
      'javascript',
    )
    expect(carriedText(messages)).toContain('it would run a script')
  })

  test('a link that runs none comes back', () => {
    const line = JSON.stringify({ v: 1, nodes: [['n1', [link('https://example.org/?q=javascript:')]]] })
    const { graphs } = read(`L { # L\nn1: rectangle label:"Pay"\n}\n//@ ${line}\n`, { format: 'flowzap' })
    expect(graphs[0]?.nodes.get('n1')?.link).toEqual({ url: 'https://example.org/?q=javascript:' })
  })
})

describe('values that there are none of', () => {
  const end = (more: object = {}) => ({ kind: 'node', id: 'a', arrow: 'none', ...more })
  const edge = (more: object = {}) => ({
    from: end(),
    to: { kind: 'node', id: 'b', arrow: 'none' },
    label: { text: '' },
    line: 'invisible',
    classes: [],
    style: {},
    extras: { $map: [] },
    ...more,
  })
  const lost: [string, unknown][] = [
    ['classes of numbers', edge({ classes: [1] })],
    ['classes that are none', edge({ classes: 'hot' })],
    ['a style that is a list', edge({ style: ['red'] })],
    ['a fill that is a number', edge({ style: { fill: 7 } })],
    ['an opacity of 7', edge({ style: { opacity: 7 } })],
    ['a font of no size', edge({ style: { fontSize: 0 } })],
    ['a link that is a text', edge({ link: 'https://example.org' })],
    ['an address that is a number', edge({ link: { url: 1 } })],
    ['an id that is a number', edge({ id: 5 })],
    ['an end label that is a text', edge({ from: end({ label: 'x' }) })],
    ['an end label without a text', edge({ from: end({ label: {} }) })],
    ['a port that is a list', edge({ from: end({ port: ['p'] }) })],
    ['an end of no kind', edge({ from: end({ kind: 'lane' }) })],
    ['no kind at all', edge({ from: { id: 'a', arrow: 'none' } })],
    ['an arrow that there is none of', edge({ from: end({ arrow: 'crow' }) })],
    ['a side that there is none of', edge({ from: end({ side: 'north' }) })],
    ['a line that there is none of', edge({ line: 'wavy' })],
    ['a formatting in no syntax', edge({ label: { text: '', rich: { syntax: 'rtf', source: 'x' } } })],
    ['a formatting that is a text', edge({ label: { text: '', rich: '<b>x</b>' } })],
    ['extras that are none', edge({ extras: [] })],
    ['extras of extras that are none', edge({ extras: { $map: [['dot', 'x']] } })],
    ['a negative length', edge({ length: -1 })],
    ['something that no edge has', edge({ at: [0, 5] })],
    ['nothing', null],
    ['a text', 'edge'],
  ]
  const leaves: [string, unknown][] = [
    ['a shape that there is none of', [['shape'], 'rectangle', 'blob']],
    ['a shape of Object.prototype', [['shape'], 'rectangle', 'constructor']],
    ['no shape', [['shape'], 'rectangle', absent]],
    ['a kind of group for a node', [['kind'], absent, 'lane']],
    ['a path to nowhere', [['__proto__', 'x'], absent, 'y']],
    ['a path beyond a leaf', [['shape', 'x'], absent, 'y']],
    ['a path that ends too soon', [['style'], absent, { fill: 'red' }]],
    ['fields that nest too deep', [['fields'], absent, nested(60)]],
    ['fields without a text', [['fields'], absent, [{ port: 'p' }]]],
    ['a group that is a list', [['group'], absent, ['g']]],
    ['a label that is a list', [['label', 'text'], 'x', ['y']]],
  ]

  function nested(levels: number): unknown {
    let fields: unknown = [{ text: 'x' }]
    for (let level = 1; level < levels; level++) fields = [{ text: 'x', children: fields }]
    return fields
  }

  test.each(lost)('an edge with %s', async (_, edge) => {
    await nothingTaken({ v: 1, lostEdges: [[0, edge]] })
  })

  test.each(leaves)('a node with %s', async (_, leaf) => {
    await nothingTaken({ v: 1, nodes: [['a', [leaf]]] })
  })

  test('a direction with a statement in it', async () => {
    await nothingTaken({ v: 1, graph: [[['direction'], 'TB', 'LR\nclick a call evil()\nc[injected] --> a']] })
  })

  const text = 'flowchart\na[x] --> b\n'
  const mermaid = formats.find(({ name }) => name === 'mermaid')!
  // A layout for each of them takes most of the time, and says nothing more.
  const targets = formats.filter(({ write, layOut }) => write && (extent === 'long' || !layOut))
  const plain = Promise.all(targets.map(target => convertWith(mermaid, target, text, { carry: true })))

  /** Every target gets the text as if there were no line, and one message. */
  async function nothingTaken(line: unknown): Promise<void> {
    for (const [index, target] of targets.entries()) {
      const { text: written, messages } = await convertWith(mermaid, target, withLine(text, line))
      expect(written).toBe((await plain)[index]!.text)
      expect(codes(messages).filter(code => code === 'repair/carried')).toHaveLength(1)
      expect(codes(messages)).not.toContain('repair/restored')
    }
  }
})

test('of data that are no JSON, one sentence is said', () => {
  const { graphs, messages } = read('flowchart\na\n%% diaglot: {broken\n', { format: 'mermaid' })
  expect([...graphs[0]!.nodes.keys()]).toEqual(['a'])
  expect(messages.map(({ code, text }) => [code, text])).toEqual([
    ['repair/carried', 'The text carries data that cannot be read, so they are ignored.'],
  ])
})

describe('with carrying switched off nothing of it is read', () => {
  const honest =
    'L { # L\nn1: rectangle label:"Pay"\n}\n//@ {"v":1,"nodes":[["n1",[[["shape"],"rectangle","hexagon"]]]]}\n'

  test.each<[FormatName, string]>([
    ['flowzap', honest],
    ['mermaid', withLine(pay, { v: 1, nodes: [['a', [[['properties', 'owner'], absent, 'x']]]] })],
    [
      'dot',
      'digraph { a [label="Pay"]; diaglot_carry="{\\"v\\":1,\\"nodes\\":[[\\"a\\",[[[\\"properties\\",\\"owner\\"],{\\"$absent\\":true},\\"x\\"]]]]}" }',
    ],
    [
      'drawio',
      '<mxGraphModel><root><mxCell id="0"/><object label="" diaglot-kind="graph" diaglot-carry="{&quot;v&quot;:1,&quot;graph&quot;:[[[&quot;classes&quot;,&quot;hot&quot;,&quot;fill&quot;],{&quot;$absent&quot;:true},&quot;red&quot;]]}" id="1"><mxCell parent="0"/></object><mxCell id="a" value="Pay" style="html=1;" vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell></root></mxGraphModel>',
    ],
  ])('%s', async (format, text) => {
    const kept = await convert(text, { from: format, to: 'json' })
    const without = await convert(text, { from: format, to: 'json', carry: false })
    expect(codes(kept.messages)).toContain('repair/restored')
    expect(codes(kept.messages)).not.toContain('repair/carried')
    expect(without.text).not.toBe(kept.text)
    expect(codes(without.messages)).toContain('repair/carry-unread')
    const again = await convert(text, { from: format, to: format, carry: false })
    expect(again.text).not.toMatch(/"v":1|&quot;v&quot;|\\"v\\"/)
    expect(read(text, { format, carry: false }).messages.map(({ code }) => code)).toContain(
      'repair/carry-unread',
    )
  })

  test('also where the line is a lie', async () => {
    const { graphs, messages } = await convert(mallory, { from: 'mermaid', to: 'json', carry: false })
    expect(graphs[0]?.nodes.get('a')?.label.text).toBe('Pay Alice')
    expect(codes(messages)).not.toContain('repair/carried')
  })
})
