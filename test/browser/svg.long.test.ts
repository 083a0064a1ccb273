/** Pictures in Chromium: what they show is what the graph says, nothing in them runs, and they are dark where that is wanted. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from 'vitest'
import { chromiumMissing, closeChromium, sharedPage } from '../../scripts/browser/chromium.js'
import { convert, lower, read } from '../../src/index.js'
import { makeEdge, makeGraph, makeGroup, makeNode } from '../../src/ir/build.js'
import type { Graph } from '../../src/ir/model.js'
import { plainFields, titleOf } from '../../src/ir/records.js'
import { picture } from '../../src/picture/picture.js'
import { themeNamed } from '../../src/theme/theme.js'
import { extent, sample } from '../setup/runs.js'

const missing = chromiumMissing('pictures in Chromium')
afterAll(closeChromium)

const withPage = sharedPage(async ({ page }) => {
  await page.addScriptTag({ path: 'scripts/browser/picture-page.js' })
})

interface Measured {
  readonly texts: readonly string[]
  readonly nodes: number
  readonly edges: number
  readonly faults: readonly string[]
}

type OnPage = { pictureLook: { measure(svg: string): Measured } }

const measured = (svg: string): Promise<Measured> =>
  withPage(({ page }) =>
    page.evaluate(text => (globalThis as unknown as OnPage).pictureLook.measure(text), svg),
  )

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Every text that a picture of a graph has to show. */
function textsOf({ nodes, groups, edges, loops }: Graph): string[] {
  const texts = [
    ...[...nodes.values()].flatMap(node =>
      node.fields?.length
        ? [titleOf(node) ?? '', ...plainFields(node.fields).split('\n')]
        : // Graphviz shows none at a point.
          [node.shape === 'point' && node.label.text === node.id ? '' : node.label.text],
    ),
    ...[...groups.values()].map(({ label }) => label.text),
    ...edges.flatMap(({ label, from, to }) => [label.text, from.label?.text ?? '', to.label?.text ?? '']),
    ...loops.map(({ condition }) => `Loop: ${condition}`),
  ]
  return texts.map(words).filter(text => text !== '')
}

/** The diagrams that are measured: as files of the corpus. */
const templates = readdirSync('corpus/templates').map(slug => `corpus/templates/${slug}/diagram.fz`)
const nested = readdirSync('corpus/nested').map(name => `corpus/nested/${name}`)
const languages = new Map([
  ['fz', 'flowzap'],
  ['mmd', 'mermaid'],
  ['gv', 'dot'],
  ['drawio', 'drawio'],
] as const)
const nameOf = (file: string) => languages.get(file.split('.').at(-1) as 'fz')!

describe.skipIf(missing)('a picture shows what its graph says', () => {
  const files = [...sample(templates, 9), ...sample(nested, 8)]
  test.for(files)('%s', async file => {
    const { graphs, text } = await convert(readFileSync(file, 'utf8'), { from: nameOf(file), to: 'svg' })
    const { graph } = lower(graphs[0]!, { format: 'svg' })
    const found = await measured(text)
    expect(found.faults).toEqual([])
    expect([found.nodes, found.edges]).toEqual([graph.nodes.size, graph.edges.length])
    for (const said of textsOf(graph)) expect(found.texts).toContain(said)
  })

  test('a page of draw.io is drawn as it was laid out there', async () => {
    const text = readFileSync('corpus/drawio/bent-and-fixed.drawio', 'utf8')
    const { text: svg } = await convert(text, { from: 'drawio', to: 'svg' })
    const found = await measured(svg)
    expect(found.faults).toEqual([])
    // As the file says it: A at 0, 0, B at 240, 160; the dashed line bends at 300, 30; the red one is straight.
    expect(svg).toContain('<g data-id="3" transform="translate(240 160)">')
    expect(svg).toContain(
      '<path d="M120 30L293 30Q300 30 300 37L300 152" fill="none" stroke-dasharray="6 4"/>',
    )
    expect(svg).toContain('<path d="M240 190L60.93 60.67" fill="none"/>')
  })
})

/** For what leaves its page, or changes it. */
const withOtherPage = sharedPage(async () => undefined)

const CANARY = 'globalThis.ran = true'
const hostile = [
  `<script>${CANARY}</script>`,
  `"><script>${CANARY}</script>`,
  `]]><script>${CANARY}</script>`,
  `</style><script>${CANARY}</script>`,
  `" onload="${CANARY}" onmouseover="${CANARY}" x="`,
  `javascript:${CANARY}`,
  ` java\nscript:${CANARY}`,
  `data:text/html,<script>${CANARY}</script>`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${CANARY}"/>`,
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>${CANARY}</script></svg>`).toString('base64')}`,
  `url(javascript:${CANARY})`,
  `red;}</style><svg onload="${CANARY}">`,
  `<img src=x onerror="${CANARY}">`,
  `<svg><animate onbegin="${CANARY}" attributeName="x"/></svg>`,
  `&lt;script&gt;${CANARY}&lt;/script&gt;`,
]

/** Points at everything in the page, and clicks it; gives the addresses of its links. */
const TOUCH = `(() => {
  const parts = [...document.querySelectorAll('*')]
  for (const part of parts) for (const name of ['mouseover', 'focus', 'click']) part.dispatchEvent(new MouseEvent(name, { bubbles: true }))
  return parts.filter(part => part.localName === 'a').map(part => part.getAttribute('href') ?? '')
})()`

/** A graph in which a stranger's text stands wherever one may. */
function everywhere(wild: string): Graph {
  const label = {
    text: wild,
    rich: { syntax: 'mermaid-html', source: `<b>${wild}</b><a href="${wild}">x</a>` },
  } as const
  const style = {
    fill: wild,
    stroke: wild,
    color: wild,
    dash: wild,
    fontFamily: wild,
    fontWeight: wild,
    fontStyle: wild,
  }
  const link = { url: wild, tooltip: wild, target: wild, callback: wild }
  const node = makeNode({
    id: wild,
    shape: 'rectangle',
    label,
    group: 'g',
    classes: [wild],
    style,
    link,
    image: wild,
    properties: new Map([[wild, wild]]),
    fields: [{ text: wild, port: wild }],
  })
  const end = { kind: 'node', id: wild, arrow: 'normal', label } as const
  return makeGraph({
    id: wild,
    title: wild,
    description: wild,
    classes: new Map([[wild, style]]),
    style,
    link,
    nodes: new Map([
      [wild, node],
      ['b', makeNode({ id: 'b', shape: 'image', label, image: wild })],
    ]),
    groups: new Map([['g', makeGroup({ id: 'g', kind: 'cluster', label, style, link })]]),
    edges: [
      makeEdge({
        id: wild,
        from: { ...end, port: wild },
        to: { kind: 'node', id: 'b', arrow: 'none' },
        label,
        style,
        link,
      }),
    ],
    loops: [],
  })
}

describe.skipIf(missing)('no text of a stranger runs', () => {
  const box = (x: number) => ({ x, y: 40, width: 100, height: 40 })
  /** Without lowering, which leaves most of it out: the picture has to be safe by itself. */
  const drawn = (wild: string): string =>
    picture(
      everywhere(wild),
      {
        width: 400,
        height: 200,
        nodes: new Map([
          [wild, box(40)],
          ['b', box(240)],
        ]),
        groups: new Map([['g', { ...box(20), title: 30 }]]),
        routes: [],
        loops: [],
      },
      { theme: themeNamed('soft') },
    )

  test.for(sample(hostile, 8))('%s', wild =>
    withOtherPage(async ({ page, takeRefused }) => {
      takeRefused()
      const svg = drawn(wild)
      for (const load of [
        () => page.setContent(`<!DOCTYPE html><body>${svg}</body>`),
        () => page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
      ]) {
        await page.goto('about:blank')
        await load()
        const hrefs = await page.evaluate<string[]>(TOUCH)
        expect(hrefs.filter(href => !/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/.test(href))).toEqual([])
        await page.waitForTimeout(20)
        expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
        expect(await page.locator('script, foreignObject, iframe, animate, use').count()).toBe(0)
        expect(await page.locator('[style], [onload], [onerror], [onmouseover], [onbegin]').count()).toBe(0)
      }
      // A link that was clicked may be asked for; nothing else is.
      expect(takeRefused().filter(url => !links(svg).has(url))).toEqual([])
    }),
  )

  const links = (svg: string) => new Set([...svg.matchAll(/<a href="([^"]*)"/g)].map(([, url]) => url))
})

describe.skipIf(missing)('light and dark', () => {
  const source = 'flowchart LR\n  a[Start] -->|go| b[End]\n  style b fill:#ffeeaa\n'
  const fillOf = (id: string) => `[data-id="${id}"] rect`
  const soft = themeNamed('soft')
  const rgb = (hex: string) =>
    `rgb(${[1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`

  async function fills(prepare: {
    scheme: 'light' | 'dark'
    theme?: string
    policy?: string
  }): Promise<string[]> {
    const { text } = await convert(source, { from: 'mermaid', to: 'svg' })
    return withOtherPage(async ({ page }) => {
      await page.goto('about:blank')
      await page.emulateMedia({ colorScheme: prepare.scheme })
      const policy = prepare.policy
        ? `<meta http-equiv="Content-Security-Policy" content="${prepare.policy}">`
        : ''
      const theme = prepare.theme ? ` data-theme="${prepare.theme}"` : ''
      await page.setContent(`<!DOCTYPE html><head>${policy}</head><body><div${theme}>${text}</div></body>`)
      const found = ['a', 'b'].map(id =>
        page.evaluate<string>(`getComputedStyle(document.querySelector('${fillOf(id)}')).fill`),
      )
      const fills = await Promise.all(found)
      await page.emulateMedia({ colorScheme: 'light' })
      return fills
    })
  }

  test.for([
    [{ scheme: 'light' }, 'light'],
    [{ scheme: 'dark' }, 'dark'],
    [{ scheme: 'dark', theme: 'light' }, 'light'],
    [{ scheme: 'light', theme: 'dark' }, 'dark'],
    // Where style sheets are refused, the picture is the light one.
    [{ scheme: 'dark', policy: "default-src 'none'; style-src 'none'" }, 'light'],
  ] as const)('%o', async ([prepare, mode]) => {
    expect(await fills(prepare)).toEqual([rgb(soft[mode].node.fill), rgb('#ffeeaa')])
  })
})

describe.skipIf(missing || extent !== 'long')('axe-core has nothing to say', () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

  const sources = [
    'flowchart LR\n  a[Start] -->|go| b[End]\n  click a "https://example.org" "Read more"\n  c{{"<a href=\'https://example.org\'>here</a>"}}\n',
    'flowchart LR\n  a[Start] -->|go| b[End]\n',
  ]
  test.for(sources)('%s', async source => {
    for (const scheme of ['light', 'dark'] as const) {
      const { text } = await convert(source, { from: 'mermaid', to: 'svg', options: { scheme } })
      const violations = await withOtherPage(async ({ page }) => {
        await page.goto('about:blank')
        await page.setContent(
          `<!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><main><h1>A picture</h1>${text}</main></body></html>`,
        )
        await page.addScriptTag({ path: axe })
        return page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string }[] }> }
          }
          return (await axe.run()).violations.map(({ id }) => id)
        })
      })
      expect(violations).toEqual([])
    }
  })
})

test('every file that is measured is one of a known language', () => {
  for (const file of [...templates, ...nested])
    expect(read(readFileSync(file, 'utf8'), { format: nameOf(file) }).graphs).toHaveLength(1)
})
