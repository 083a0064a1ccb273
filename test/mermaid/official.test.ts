/** What mermaid says of a diagram of another kind, as a message: errors as its two kinds of parsers throw them. */
import { describe, expect, test } from 'vitest'
import { official } from '../../converters/mermaid/official/official.js'
import { answerOf } from '../../converters/mermaid/official/start.js'
import { lineTable, placeOf } from '../../src/messages/place.js'

/** The message to an error, with the line and column of its place and the text there. */
function said(source: string, kind: string, error: unknown) {
  const at = source.indexOf(kind)
  return official.messages(source, [at, at + kind.length], answerOf(error)).map(({ code, text, at }) => {
    const { line, column } = placeOf(lineTable(source), at![0])
    return [code, `${line}:${column}`, source.slice(...at!), text]
  })
}

describe('an error of a parser that jison made', () => {
  test('is placed by its mark, behind settings and comments that mermaid takes out first', () => {
    const source =
      '---\ntitle: A\n---\n%%{init: {}}%%\nsequenceDiagram\n  %% a note\n  A->>B: hi\n  %% another\n  A->B->C\n'
    const error = new Error(
      "Parse error on line 3:\n...m  A->>B: hi  A->B->C\n---------------------^\nExpecting 'TXT', got 'SOLID_OPEN_ARROW'",
    )
    expect(said(source, 'sequenceDiagram', error)).toEqual([
      [
        'syntax/official',
        '9:7',
        '->C',
        "Mermaid refuses this sequenceDiagram: Expecting 'TXT', got 'SOLID_OPEN_ARROW'.",
      ],
    ])
  })

  test('of its lexer', () => {
    const error = new Error(
      'Lexical error on line 3. Unrecognized text.\nblock-beta a b c{\n-----------------^',
    )
    expect(said('block-beta\r\n a b\r\n c{\r\n', 'block-beta', error)).toEqual([
      ['syntax/official', '3:4', '', 'Mermaid refuses this block-beta: Unrecognized text.'],
    ])
  })

  test('of a release that leaves comments to the parser', () => {
    const error = new Error(
      "Parse error on line 4:\n...a note  A->>B: x  A->B->C\n----------------------^\nExpecting 'TXT', got 'SOLID_OPEN_ARROW'",
    )
    const source = 'sequenceDiagram\n  %% a note\n  A->>B: x\n  A->B->C\n'
    expect(said(source, 'sequenceDiagram', error)[0]!.slice(1, 3)).toEqual(['4:4', '->B->C'])
  })

  test('at the end of a line stays on it', () => {
    const error = new Error(
      "Parse error on line 3:\n... title x sectoin a a : b\n---------------------^\nExpecting 'taskData', got 'NL'",
    )
    expect(said('gantt\n title x\n sectoin a\n a : b\n', 'gantt', error)[0]![1]).toBe('3:11')
  })

  test('of the first of two lines alike is on that one', () => {
    const error = new Error(
      "Parse error on line 3:\n...uenceDiagramA->>B: xA->B->CA->B->C\n-----------------------^\nExpecting 'TXT', got 'X'",
    )
    const source = 'sequenceDiagram\nA->>B: x\nA->B->C\nA->B->C\n'
    expect(said(source, 'sequenceDiagram', error)[0]![1]).toBe('3:1')
  })

  test('whose mark shows what is nowhere has its line', () => {
    const error = new Error("Parse error on line 2:\n...other text\n---^\nExpecting 'A', got 'B'")
    expect(said('pie\n"a" : 1\n', 'pie', error)[0]!.slice(1, 3)).toEqual(['2:1', '"a" : 1'])
    const behind = new Error("Parse error on line 99:\n...other text\n---^\nExpecting 'A', got 'B'")
    expect(said('pie\n"a" : 1', 'pie', behind)).toHaveLength(1)
  })
})

describe('an error of a parser that langium made', () => {
  const lexer = {
    offset: 10,
    length: 1,
    message: 'unexpected character: ->x<- at offset: 10, skipped 1 characters.',
  }
  const token = { startOffset: 4, image: 'comit' }

  test('of its lexer', () => {
    const error = { name: 'MermaidParseError', message: 'Parsing failed', result: { lexerErrors: [lexer] } }
    expect(said('%% note\npie\n"a" : x\n', 'pie', error)).toEqual([
      ['syntax/official', '3:7', 'x', 'Mermaid refuses this pie: unexpected character: ->x<-.'],
    ])
  })

  test('of its parser', () => {
    const result = { lexerErrors: [], parserErrors: [{ message: 'Expecting: one of\n  1. [EOF]', token }] }
    expect(said('info comit', 'info', { message: 'Parsing failed', result })[0]!.slice(1)).toEqual([
      '1:5',
      ' comi',
      'Mermaid refuses this info: Expecting: one of.',
    ])
  })

  test('at the end of the text', () => {
    const end = {
      message: 'Expecting end',
      token: { startOffset: Number.NaN, image: '' },
      previousToken: { endOffset: 3 },
    }
    const error = { message: 'Parsing failed', result: { lexerErrors: [], parserErrors: [end] } }
    expect(said('info', 'info', error)[0]![1]).toBe('1:5')
  })
})

test('any other error is one of the whole diagram', () => {
  expect(
    said('%% x\ntimeline\n: b', 'timeline', new TypeError('Cannot read properties of undefined')),
  ).toEqual([
    [
      'syntax/official',
      '2:1',
      'timeline',
      'Mermaid refuses this timeline: Cannot read properties of undefined.',
    ],
  ])
  for (const thrown of [undefined, null, 1, 'words', {}, { message: '' }])
    expect(said('timeline', 'timeline', thrown)).toHaveLength(1)
})

test('a kind that this mermaid does not know is said, but for one that is registered elsewhere', () => {
  const error = {
    name: 'UnknownDiagramError',
    message: 'No diagram type detected matching given configuration',
  }
  expect(said('radar-beta', 'radar-beta', error)[0]![3]).toBe(
    'The mermaid of this project knows no diagrams that begin with “radar-beta”.',
  )
  expect(said('zenuml\nA', 'zenuml', error)).toEqual([])
})
