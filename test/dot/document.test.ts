/** The document beside the graph: DOT comes back as it was written, but for what changed in the graph. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { convert, edit, read, write } from '../../src/index.js'

const text = `// top
digraph G { // first
  rankdir=TB; node [shape=rect]
  a [label="a" color="#FF0000"] # beside a
  { b c } -> a [dir=forward] /* back */
}

/* another */
graph "" { x -- y } // tail
// the end`

const [ab, xy] = [text.slice(0, text.indexOf('/* another')), text.slice(text.indexOf('/* another'))]

describe('DOT to DOT', () => {
  test('is the same text', async () => {
    expect((await convert(text, { from: 'dot', to: 'dot' })).text).toBe(text)
    expect((await convert(text, { from: 'dot', to: 'dot' })).messages).toEqual([])
  })

  test('split, each graph has what stands at it', async () => {
    const { files } = await convert(text, { from: 'dot', to: 'dot', pages: 'split' })
    expect(files.map(file => file.text)).toEqual([ab, xy])
  })

  test('loses an address that runs a script, and nothing else', async () => {
    const unsafe = 'digraph {\n  a [URL="javascript:alert(1)", color=red] // c\n}\n'
    const { text: written, messages } = await convert(unsafe, { from: 'dot', to: 'dot' })
    expect(written).toBe('digraph {\n  a [color=red] // c\n}\n')
    expect(messages.map(({ code }) => code)).toEqual(['repair/unsafe-link'])
  })

  test('of a file in Latin-1 is written anew, as UTF-8', async () => {
    const bytes = Buffer.from('digraph { charset=latin1; a [label="\xe9"] // x\n }', 'latin1')
    const { text: written } = await convert(bytes, { from: 'dot', to: 'dot' })
    expect(written).toContain('a [label=é];')
    expect(written).not.toContain('latin')
  })

  test('carries on with what it carried, as it is', async () => {
    const lanes =
      'User { # User\nn1: circle label:"Start"\nn2: rectangle label:"Go"\nn1.handle(right) -> n2.handle(left)\n}\n'
    const { text: carrying } = await convert(lanes, { from: 'flowzap', to: 'dot', carry: true })
    const own = carrying.replace('{\n', '{\n  // mine\n')
    expect((await convert(own, { from: 'dot', to: 'dot' })).text).toBe(own)
    expect((await convert(own, { from: 'dot', to: 'dot', carry: false })).text).not.toContain('diaglot_carry')
  })
})

describe('DOT to JSON and back', () => {
  test('is the same text', async () => {
    const { text: json } = await convert(text, { from: 'dot', to: 'json' })
    expect(JSON.parse(json)[1].source).toEqual({ format: 'dot', text: xy })
    expect((await convert(json, { from: 'json', to: 'dot' })).text).toBe(text)
    const again = await convert(json, { from: 'json', to: 'json' })
    expect(again.text).toBe(json)
  })

  test('has an edit of the JSON in it', async () => {
    const { text: json } = await convert(text, { from: 'dot', to: 'json' })
    const graphs = JSON.parse(json)
    graphs[0].nodes.find(({ id }: { id: string }) => id === 'a').label = 'New'
    const { text: back } = await convert(JSON.stringify(graphs), { from: 'json', to: 'dot' })
    expect(back).toBe(text.replace('label="a"', 'label="New"'))
  })

  test('JSON has no document with an address that runs a script', async () => {
    const { text: json } = await convert('digraph { a [URL="javascript:alert(1)"] }', {
      from: 'dot',
      to: 'json',
    })
    expect(json).not.toContain('javascript')
  })

  test('the document is of no use to other formats', async () => {
    const { text: json } = await convert(text, { from: 'dot', to: 'json' })
    const { text: mermaid } = await convert(json, { from: 'json', to: 'mermaid', pages: 'split' })
    expect(mermaid).not.toMatch(/top|back/)
  })
})

test('a graph that a program edited is written into what was read', async () => {
  const { graphs, documents } = read(ab, { format: 'dot' })
  const edited = edit(graphs[0]!).relabel('b', 'Bee').done()
  const { text: written } = await write(edited, { format: 'dot', from: 'dot', documents })
  expect(written).toBe(ab.replace('{ b c }', '{ b [label=Bee] c }'))
})

test('a text with errors has no document', () => {
  expect(readDot('digraph { a -> }').documents).toBeUndefined()
})

test('every file of the corpus comes back byte for byte', async () => {
  for (const name of [
    'comments',
    'quoting',
    'several-graphs',
    'rank-same',
    'scoped-defaults',
    'tabs-and-returns',
  ]) {
    const source = readFileSync(`corpus/dot/${name}.gv`, 'utf8')
    expect((await convert(source, { from: 'dot', to: 'dot' })).text).toBe(source)
  }
})
