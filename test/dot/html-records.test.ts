/** Records with HTML-like labels, and tables in tables: the fields that Graphviz draws, in the directions in which it draws them. */
import { describe, expect, test } from 'vitest'
import { dot, readDot } from '../../converters/dot/index.js'
import { drawio } from '../../converters/drawio/index.js'
import { convertWith } from '../../src/convert.js'
import type { Field } from '../../src/ir/model.js'

type Said = string | readonly Said[]
const said = ({ text, children }: Field): Said => (children ? children.map(said) : text)
const nodeOf = (attributes: string) => readDot(`digraph { a [${attributes}] }`).graphs[0]!.nodes.get('a')!
const fieldsOf = (attributes: string): readonly Said[] | undefined => nodeOf(attributes).fields?.map(said)

describe('records', () => {
  test.each([
    ['<{<b>Title</b> | {one | <i>two</i>} | last}>', [['Title', ['one', 'two'], 'last']]],
    ['<<b>A</b><br/>B|C>', ['A\nB', 'C']],
    ['<a\\|b|c\\{d\\}>', ['a|b', 'c{d}']],
    ['<{only}>', [['only']]],
  ])('%s', (label, fields) => {
    expect(fieldsOf(`shape=record label=${label}`)).toEqual(fields)
    expect(fieldsOf(`shape=Mrecord label=${label}`)).toEqual(fields)
  })

  test.each(['<<b>A</b>>', '<{a|b>', '<a}|b>', '<a{b}|c>', '<{a}b>'])('no fields in %s', label => {
    expect(fieldsOf(`shape=record label=${label}`)).toBeUndefined()
  })

  test('bars mean nothing in other shapes', () => {
    expect(nodeOf('shape=box label=<<b>a</b>|b>').label.text).toBe('a|b')
  })

  test('the label stays as it was written, and no braces are seen in draw.io', async () => {
    const source = 'digraph { a [shape=record label=<{<b>T</b>|x}>] }'
    expect((await convertWith(dot, dot, source)).text).toContain('label=<{<b>T</b>|x}>')
    const { text } = await convertWith(dot, drawio, source)
    const shown = [...text.matchAll(/(?:label|value)="([^"]*)"/g)].map(([, label]) => label)
    expect(shown).toEqual(expect.arrayContaining(['T', 'x']))
    expect(shown.join('')).not.toMatch(/[{|}]/)
  })
})

describe('tables in tables', () => {
  const table = (...rows: string[][]): string =>
    `<table>${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

  test('rows stand below each other at every depth', () => {
    const inner = table(['x', 'y'], ['z', 'w'])
    // A row of one cell, with the rows of its table below each other.
    expect(fieldsOf(`shape=plain label=<${table(['out'], [inner])}>`)).toEqual([
      'out',
      [
        [
          ['x', 'y'],
          ['z', 'w'],
        ],
      ],
    ])
    expect(fieldsOf(`shape=plain label=<${table(['A', table(['1'], ['2'])], ['B'])}>`)).toEqual([
      ['A', ['1', '2']],
      'B',
    ])
  })

  test('a table around another one is that', () => {
    expect(fieldsOf(`shape=none label=<${table([table(['Users'], ['id'], ['name'])])}>`)).toEqual([
      'Users',
      'id',
      'name',
    ])
  })
})
