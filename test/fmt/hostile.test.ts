/** Texts that nobody draws, and what is promised about all of them: no throw, no other graph, no time without end. */
import { describe, expect, test } from 'vitest'
import { dot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { flowzap, flowzapJson } from '../../converters/flowzap/index.js'
import { json } from '../../converters/json/index.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { svg } from '../../converters/svg/index.js'
import { fmtWith } from '../../src/fmt/fmt.js'
import type { Format } from '../../src/format.js'
import { convert, fmt } from '../../src/index.js'
import type { TextEdit } from '../../src/messages/message.js'
import { counted } from '../setup/runs.js'
import { growth, PROPORTION } from '../setup/work.js'

const formatted = async (format: Format, text: string) => {
  const outcome = await fmtWith(format, text)
  if (outcome.messages.length === 0) expect((await fmtWith(format, outcome.text)).text).toBe(outcome.text)
  return outcome
}
const textOf = async (format: Format, text: string) => {
  const { text: wanted, messages } = await formatted(format, text)
  expect(messages).toEqual([])
  return wanted
}

describe('what nests', () => {
  test('thousands of subgraphs of Mermaid are not indented without end', async () => {
    const depth = counted(10_000)
    const text = `flowchart LR\n${'subgraph s\n'.repeat(depth)}a\n${'end\n'.repeat(depth)}`
    const { text: out } = await formatted(mermaid, text)
    expect(out.length).toBeLessThan(200 * 2 * depth)
  })

  test.each([
    ['DOT', dot, `digraph ${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
    ['JSON', json, `{"diaglot":1,"nodes":[],"extras":${'[1,'.repeat(10_000)}1${']'.repeat(10_000)}}`],
    [
      'XML',
      drawio,
      `<mxGraphModel><root>${'<a>'.repeat(30_000)}${'</a>'.repeat(30_000)}</root></mxGraphModel>`,
    ],
  ] as const)('10,000 levels of %s are refused and left alone', async (_, format, text) => {
    const { text: out, messages } = await formatted(format, text)
    expect(out).toBe(text)
    expect(messages.at(-1)?.code).toBe('syntax/fmt')
  })

  test('500 levels of XML are formatted', async () => {
    const inner = `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`
    const text = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${inner}</root></mxGraphModel>`
    expect(await textOf(drawio, text)).toContain(`\n${' '.repeat(80)}<a>\n`)
  })
})

describe('what is long', () => {
  const long = 'x '.repeat(500_000)

  test.each([
    ['mermaid', mermaid, `flowchart LR\na["${long}"]-->b`, `flowchart LR\n    a["${long}"] --> b\n`],
    ['dot', dot, `digraph{a[label="${long}"]}`, `digraph {\n  a [label="${long}"];\n}\n`],
    ['json', json, `{"diaglot":1,"nodes":[{"id":"${long}"}]}`, undefined],
  ] as const)('a label of a megabyte keeps its bytes in %s', async (_, format, text, wanted) => {
    const out = await textOf(format, text)
    expect(out).toContain(long)
    if (wanted !== undefined) expect(out).toBe(wanted)
  })

  test.each([
    [
      'mermaid',
      mermaid,
      (size: number) => `flowchart LR\n${'a-->b;%\n%% c\nb-->c\n'.replace('%\n', '\n').repeat(size)}`,
    ],
    ['dot', dot, (size: number) => `digraph{${'a->b[x=1 y=2];// c\n{c d}'.repeat(size)}}`],
    ['flowzap', flowzap, (size: number) => `A{# A\n${'// c\nloop [x]  n1\n'.repeat(size)}n1:circle\n}`],
    [
      'json',
      json,
      (size: number) => `{"diaglot":1,"nodes":[],"extras":{"x":{"y":[${'[1,{"a":2}],'.repeat(size)}1]}}}`,
    ],
    [
      'drawio',
      drawio,
      (size: number) =>
        `<mxGraphModel><root><mxCell id="0"/>${"<mxCell  parent='0'></mxCell>".repeat(size)}</root></mxGraphModel>`,
    ],
  ] as const)('four times as much %s costs four times as much', async (_, format, textOfSize) => {
    const steps = await growth(100, size => format.fmt!(textOfSize(size)))
    expect(steps).toBeLessThan(PROPORTION)
  })
})

describe('characters that are rare', () => {
  test('a lone carriage return ends a line of FlowZap Code', async () => {
    expect(await textOf(flowzap, 'A{# A\r  n1:circle label:"x"\r}')).toBe(
      'A { # A\rn1: circle label:"x"\r}\r',
    )
  })

  test('a lone carriage return is a blank to DOT, and ends lines all the same', async () => {
    expect(await textOf(dot, 'digraph{\ra->b\r}')).toBe('digraph {\r  a -> b;\r}\r')
  })

  test('lone carriage returns in Mermaid', async () => {
    expect(await textOf(mermaid, 'flowchart LR\ra-->b\r%% c\rb-->c\r')).toBe(
      'flowchart LR\r    a --> b\r    %% c\r    b --> c\r',
    )
  })

  test('separators of lines in labels stay', async () => {
    const label = 'a\u2028b\u2029c\u0085d\u00a0e'
    expect(await textOf(mermaid, `flowchart LR\na["${label}"]-->b`)).toBe(
      `flowchart LR\n    a["${label}"] --> b\n`,
    )
    expect(await textOf(dot, `digraph{a[label="${label}"]}`)).toBe(`digraph {\n  a [label="${label}"];\n}\n`)
    expect(await textOf(flowzap, `A { # A\n n1:circle label:"${label}"\n}`)).toBe(
      `A { # A\nn1: circle label:"${label}"\n}\n`,
    )
  })

  test('between statements of Mermaid they stay, too', async () => {
    const text = 'flowchart LR\n    a --> b\n\u2028\n    b --> c\n'
    expect(await textOf(mermaid, text)).toBe(text)
  })

  test('DOT with characters that Graphviz drops is left alone', async () => {
    const text = 'digraph{a->b\0 all this\nb->c}'
    expect((await formatted(dot, text)).text).toBe(text)
  })

  test('names from the prototype of objects', async () => {
    expect(await textOf(dot, 'digraph{__proto__->constructor}')).toBe(
      'digraph {\n  __proto__ -> constructor;\n}\n',
    )
    expect(await textOf(mermaid, 'flowchart LR\n__proto__-->constructor')).toBe(
      'flowchart LR\n    __proto__ --> constructor\n',
    )
  })
})

describe('what is no diagram', () => {
  test.each([
    ['nothing', '', mermaid],
    ['blanks', ' \n ', dot],
    ['words', 'Good morning.', flowzap],
    ['a page around it', 'See:\n\n```mermaid\nflowchart LR\na-->b\n```\n', mermaid],
    ['another format', 'digraph { a -> b }', mermaid],
    ['other JSON', '{"a":1}', json],
    ['other XML', '<a/>', drawio],
  ] as const)('%s is refused and left alone', async (_, text, format) => {
    const { text: out, messages } = await fmtWith(format, text)
    expect(out).toBe(text)
    expect(messages.at(-1)?.code).toBe('syntax/fmt')
  })

  test('a format without a style is a wrong call', async () => {
    await expect(fmtWith(svg, '<svg/>')).rejects.toThrow(TypeError)
    await expect(fmtWith(flowzapJson, '{}')).rejects.toThrow(TypeError)
    await expect(fmt('a', { format: 'nothing' as never })).rejects.toThrow(TypeError)
  })
})

describe('the proof', () => {
  const styledBy = (format: Format, style: (text: string) => readonly TextEdit[]): Format =>
    ({ ...format, fmt: style }) as Format
  const lying = styledBy(mermaid, text => [
    { start: text.indexOf('b'), end: text.indexOf('b') + 1, text: 'c' },
  ])
  const overlapping = styledBy(mermaid, () => [
    { start: 0, end: 5, text: 'x' },
    { start: 3, end: 6, text: 'y' },
  ])

  test('a style that would change the graph changes nothing, and it is said', async () => {
    const text = 'graph LR\n  x --> b\n'
    const { text: out, messages } = await fmtWith(lying, text)
    expect(out).toBe(text)
    expect(messages.map(({ code }) => code)).toEqual(['syntax/fmt'])
    expect(messages[0]!.text).toContain('nodes/b')
  })

  test('so does one whose edits meet', async () => {
    const { text: out, messages } = await fmtWith(overlapping, 'flowchart LR\n')
    expect(out).toBe('flowchart LR\n')
    expect(messages[0]!.text).toContain('two changes meet')
  })

  test('and one that brings about a warning', async () => {
    const warned = styledBy(dot, text => [{ start: text.length - 1, end: text.length, text: '} x' }])
    const { messages } = await fmtWith(warned, 'digraph {\n}')
    expect(messages[0]!.text).toContain('Graphviz ignores')
  })
})

describe('what is given back', () => {
  test('the format, and the text that places count in', async () => {
    const { text, source, format, messages } = await fmt('\ufeffflowchart LR\na-->b')
    expect({ text, source, format, messages }).toEqual({
      text: '\ufeffflowchart LR\n    a --> b\n',
      source: 'flowchart LR\na-->b',
      format: 'mermaid',
      messages: [],
    })
  })

  test('the form of the writer', async () => {
    const text = 'flowchart LR\n%% why\na[A]-->b\n'
    expect((await fmt(text, { format: 'mermaid', canonical: true })).text).toBe(
      'flowchart LR\n    a[A]\n    b\n    %% why\n    a --> b\n',
    )
  })

  test('the form of the writer has what the text carries, and says what it puts right', async () => {
    const code = 'A { # A\nn1: circle label:"x"\nn2: taskbox label:"y" owner:"Ann"\n}\n'
    const { text } = await convert(code, { from: 'flowzap', to: 'mermaid', carry: true })
    expect(text).toContain('Ann')
    const loose = text.replace('n1((x))', 'n1((  x  ))')
    expect(loose).not.toBe(text)
    expect((await fmt(loose, { format: 'mermaid', canonical: true })).text).toBe(text)
    const gap = await fmt('A { # A\nn2: circle label:"x"\n}\n', { format: 'flowzap', canonical: true })
    expect(gap.text).toBe('A { # A\nn1: circle label:"x"\n}\n')
    expect(gap.messages.map(message => message.code)).toEqual(['repair/numbering'])
  })

  test('in the form of the writer DOT is written anew', async () => {
    const text = 'digraph { // gone\n  b -> "a"\n}\n'
    const { text: out } = await fmt(text, { format: 'dot', canonical: true })
    expect(out).toBe('digraph {\n  b;\n  a;\n  b -> a;\n}\n')
  })

  test('a file of draw.io as diaglot wrote it is left alone', async () => {
    const { text } = await fmt(
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel>',
      {
        format: 'drawio',
        canonical: true,
      },
    )
    expect(text).toMatch(/^<mxfile host="diaglot" diaglot-digest=/)
    expect((await fmt(text, { format: 'drawio' })).text).toBe(text)
  })
})
