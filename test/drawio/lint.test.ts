/** Rules of draw.io, each with its neighbours about which nothing is said, and the property that silences them. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/index.js'

const page = (cells: string, name = 'Page-1', more = '') =>
  `<diagram name="${name}"><mxGraphModel><root>${more || '<mxCell id="0"/>'}<mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram>`
const file = (...pages: readonly string[]) => `<mxfile>${pages.join('')}</mxfile>`

interface Shape {
  readonly id: string
  readonly label?: string
  readonly style?: string
  readonly parent?: string
  readonly at?: readonly [x: number, y: number, width?: number, height?: number]
  readonly own?: string
  /** Properties that somebody gave it in draw.io. */
  readonly data?: string
}

function shape({
  id,
  label = 'Pay',
  style = 'rounded=1;',
  parent = '1',
  at = [0, 0],
  own = '',
  data,
}: Shape): string {
  const [x, y, width = 120, height = 60] = at
  const cell = (attributes: string) =>
    `<mxCell ${attributes} style="${style}" vertex="1" parent="${parent}" ${own}><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
  return data === undefined
    ? cell(`id="${id}" value="${label}"`)
    : `<object label="${label}" ${data} id="${id}">${cell('')}</object>`
}

const said = (text: string, rules = {}) =>
  lint(text, { format: 'drawio', rules })
    .messages.filter(({ code }) => code.startsWith('lint/'))
    .map(({ code, text: sentence, at }) => [code, /id="(\w+)"/.exec(text.slice(at![0]))?.[1], sentence])

const codes = (text: string) => said(text).map(([code]) => code)

describe('a shape on another one', () => {
  test('that looks the same', () => {
    const text = file(page(shape({ id: 'a' }) + shape({ id: 'b' }) + shape({ id: 'c', at: [0, 1] })))
    expect(said(text)).toEqual([
      [
        'lint/stacked-shape',
        'b',
        '“Pay” lies exactly on another shape that looks the same, so one of them is hidden.',
      ],
    ])
  })

  test.each<[string, Shape]>([
    ['has another look', { id: 'b', style: 'ellipse;' }],
    ['says something else', { id: 'b', label: 'Ship' }],
    ['lies elsewhere', { id: 'b', at: [10, 0] }],
    ['has another size', { id: 'b', at: [0, 0, 121] }],
    ['is on another layer', { id: 'b', parent: '2' }],
  ])('that %s is meant', (_, other) => {
    const layer = '<mxCell id="2" parent="0"/>'
    expect(codes(file(page(layer + shape({ id: 'a' }) + shape(other))))).toEqual([])
  })

  test('without words, or as labels of lines, is meant', () => {
    expect(
      codes(
        file(page(shape({ id: 'a', label: '' }) + shape({ id: 'b', label: '&lt;br&gt;', style: 'html=1;' }))),
      ),
    ).toEqual([])
    const line = '<mxCell id="e" edge="1" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>'
    const labels = shape({ id: 'a', parent: 'e' }) + shape({ id: 'b', parent: 'e' })
    expect(codes(file(page(line + labels)))).toEqual([])
  })
})

describe('a shape outside of its lane', () => {
  const lane = (more: Partial<Shape> = {}) =>
    shape({ id: 'lane', label: 'Shop', style: 'swimlane;', at: [100, 100, 300, 200], ...more })

  test('wholly', () => {
    expect(said(file(page(lane() + shape({ id: 'a', parent: 'lane', at: [500, 20] }))))).toEqual([
      ['lint/outside-container', 'a', '“Pay” belongs to the lane “Shop” and stands wholly outside of it.'],
    ])
  })

  test.each<[string, Partial<Shape>, Partial<Shape>]>([
    ['over its edge', {}, { at: [290, 20] }],
    ['that touches it', {}, { at: [300, 20] }],
    ['of a lane that is folded', { own: 'collapsed="1"' }, { at: [500, 20] }],
    ['that is turned', {}, { at: [310, 20], style: 'rotation=90;' }],
    ['of a shape that is no lane', { style: 'rounded=0;' }, { at: [500, 20] }],
    ['of a lane without a name', { label: '' }, { at: [500, 20] }],
    ['without words', {}, { at: [500, 20], label: '' }],
  ])('%s is meant', (_, around, own) => {
    expect(codes(file(page(lane(around) + shape({ id: 'a', parent: 'lane', ...own }))))).toEqual([])
  })
})

describe('an empty page', () => {
  test('beside others', () => {
    expect(
      said(file(page(shape({ id: 'a' })), page('', 'Two'))).map(([code, , text]) => [code, text]),
    ).toEqual([['lint/empty-page', 'There is nothing on the page “Two”.']])
  })

  test('alone is a file that was just made', () => {
    expect(codes(file(page('')))).toEqual([])
    expect(codes(file(page(''), page('')))).toEqual([])
  })
})

describe('the property diaglot-ignore', () => {
  const twice = (data: string) => page(shape({ id: 'a' }) + shape({ id: 'b', data }))

  test('of a shape silences what is said of it', () => {
    expect(codes(file(twice('diaglot-ignore="lint/stacked-shape"')))).toEqual([])
    expect(codes(file(twice('diaglot-ignore=""')))).toEqual([])
    expect(
      codes(file(twice('diaglot-ignore="lint/stacked-shape, lint/orphan -- pasted on purpose"'))),
    ).toEqual([])
  })

  test('silences nothing else', () => {
    const other = page(
      shape({ id: 'a', data: 'diaglot-ignore=""' }) + shape({ id: 'b' }) + shape({ id: 'c' }),
    )
    expect(
      said(file(other))
        .filter(([code]) => code === 'lint/stacked-shape')
        .map(([, id]) => id),
    ).toEqual(['b', 'c'])
  })

  test('of the page silences what is said of the page', () => {
    const root = '<object label="" diaglot-ignore="lint/stacked-shape" id="0"><mxCell/></object>'
    const cells = shape({ id: 'a' }) + shape({ id: 'b' })
    expect(codes(file(page(cells, 'One', root)))).toEqual([])
    expect(codes(file(page(cells, 'One', root), page(cells, 'Two')))).toEqual(['lint/stacked-shape'])
  })

  test('that silences nothing is said, without a fix', () => {
    const [message] = lint(file(page(shape({ id: 'a', data: 'diaglot-ignore="lint/stacked-shape"' }))), {
      format: 'drawio',
    }).messages
    expect([message!.code, message!.text, message!.fix]).toEqual([
      'lint/unused-ignore',
      'There is nothing here to ignore under lint/stacked-shape: the property can go.',
      undefined,
    ])
  })

  test('counts in a page that is packed, too', () => {
    const packed = (data: string) => {
      const model = /<mxGraphModel>.*<\/mxGraphModel>/.exec(twice(data))![0]
      const bytes = deflateRawSync(Buffer.from(encodeURIComponent(model)))
      return file(`<diagram name="One">${bytes.toString('base64')}</diagram>`)
    }
    expect(codes(packed('owner="me"'))).toEqual(['lint/stacked-shape'])
    expect(codes(packed('diaglot-ignore="lint/stacked-shape"'))).toEqual([])
  })

  test('never silences what cannot be read', () => {
    const text = file(twice('diaglot-ignore=""')).replace('</mxfile>', '')
    expect(lint(text, { format: 'drawio' }).messages.map(({ code }) => code)).toContain('syntax/cut-off')
  })
})

test('severities are the user’s', () => {
  const text = file(page(shape({ id: 'a' }) + shape({ id: 'b' })))
  expect(said(text, { 'lint/stacked-shape': 'off' })).toEqual([])
})
