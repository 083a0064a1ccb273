/**
 * Texts with millions of one thing. An expression that repeats a group keeps a way back for each time, and V8's stack for
 * them is full after some ten million.
 */
import { describe, expect, test } from 'vitest'
import { faultOfHtml } from '../converters/dot/read/mends/html-faults.js'
import { isArrows } from '../converters/dot/words/known-names.js'
import { fieldsOfRecord } from '../converters/dot/words/record.js'
import { drawio } from '../converters/drawio/index.js'
import { valueIn } from '../converters/drawio/words/common-aspects.js'
import { decodeTaskLabel } from '../converters/drawio/words/labels.js'
import { cleanCharacters } from '../converters/flowzap/words/text.js'
import { nearestGroupId } from '../converters/mermaid/words/safe-ids.js'
import { type FormatName, read } from '../src/index.js'
import { withoutIcons } from '../src/text/rich/icons.js'
import { runsScript } from '../src/text/script-urls.js'

const MANY = 12_000_000
const many = (piece: string) => piece.repeat(MANY)

/** The codes of what is said of a text. */
const codes = (text: string, format: FormatName) => read(text, { format }).messages.map(({ code }) => code)

describe('millions of', () => {
  test.each<readonly [string, () => unknown, unknown]>([
    [
      'characters in a port',
      () => fieldsOfRecord(`<${many('p')}> x`, {})?.map(({ text, port }) => [text, port?.length]),
      [['x', MANY]],
    ],
    ['escapes in what is no port', () => fieldsOfRecord(`<${many('\\n')}`, {}), undefined],
    ['attributes of a tag', () => faultOfHtml(`<b${many(' a=""')}>x</b>`), undefined],
    [
      'attributes of a tag that never ends',
      () => faultOfHtml(`<b${many(' a=""')}`),
      'a `<` in it begins no tag that is well formed',
    ],
    ['arrowheads', () => isArrows(many('odot')), true],
    [
      'brackets in a colour',
      () => valueIn(new Map([['c', `light-dark(${many('()')}x,b)`]]), 'c')?.length,
      2 * MANY + 1,
    ],
    [
      'comments before a picture',
      () => drawio.sniff!(`<!-- <svg -->${many('<!---->')}<svg xmlns="" content="">`),
      true,
    ],
    ['lines in a title', () => decodeTaskLabel(`<b>${many('<br>')}</b><br><i>`), undefined],
    ['emoji that are joined', () => cleanCharacters(`a${many('😀\u200d')}b`), 'ab'],
    ['words in an id', () => nearestGroupId(`${many('a ')}?`).length, 2 * MANY + 1],
    ['icons', () => withoutIcons(`a ${many('fa:fa-x ')}b`), 'a b'],
    ['escapes in a string of a link', () => runsScript(`data:action/json,{"a":"${many('\\n')}"}`), false],
    [
      'escapes in JSON',
      () => codes(`{"lanes":[{"name":"${many('\\n')}"`, 'flowzap-json'),
      ['syntax/unexpected', 'syntax/cut-off'],
    ],
    ['words in a header', () => codes(`sequenceDiagram${many('-a')}`, 'mermaid'), ['syntax/other-diagram']],
    ['closing tags', () => codes(`flowchart\na\n${many('</p>')}`, 'mermaid'), ['syntax/prose']],
  ])('%s', (_, result, expected) => {
    expect(result()).toEqual(expected)
  })
})
