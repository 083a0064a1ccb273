import { describe, expect, test } from 'vitest'
import { holdsScript } from '../../src/lower/passes/scripts.js'
import { withoutScripts } from '../../src/text/sanitize.js'
import { mentionsScript, runsScript } from '../../src/text/script-urls.js'

const svg = '<svg onload="alert(1)"/>'
const opens = (url: string): string => `data:action/json,${JSON.stringify({ actions: [{ open: url }] })}`

describe('addresses that run code', () => {
  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript\r:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58alert(1)',
    'java&Tab;script&NewLine;:alert(1)',
    '&amp;#106;avascript:alert(1)',
    '%6aavascript:alert(1)',
    'javascript%3Aalert(1)',
    '"javascript:alert(1)',
    'vbscript:msgbox(1)',
    'view-source:javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PHNjcmlwdD4=',
    'data:application/xhtml+xml,<html/>',
    'data:text/xml,<x/>',
    `data:image/svg+xml,${svg}`,
    `data:image/svg+xml,${encodeURIComponent(svg)}`,
    `data:image/svg+xml;base64,${btoa(svg)}`,
    `data:image/svg+xml,${btoa('<svg><script>1</script></svg>')}`,
    opens('javascript:alert(1)'),
    encodeURI(opens('javascript:alert(1)')),
    `data:action/json,${encodeURIComponent('{"actions":[{"open":"javascript:alert(1)"}]}')}`,
    'data:action/json,{"actions":[{"open":"\\u006aavascript:alert(1)"}]}',
    'data:action/json,{"actions":[{"open":"java\\tscript:alert(1)"}]}',
    'data:action/json,{"actions":[{"open":"\\u006aavascript:alert(1)',
    opens('data:text/html,x'),
    opens(opens('javascript:alert(1)')),
    opens(opens(opens(opens('vbscript:x')))),
    opens(opens(`data:image/svg+xml;base64,${btoa(svg)}`)),
  ])('%j', url => expect(runsScript(url)).toBe(true))
})

describe('addresses that run nothing', () => {
  test.each([
    '',
    'https://example.org/?next=javascript:alert(1)',
    'https://example.org/%20a&b=c#x:y',
    'mailto:ann@example.org',
    'javascript.html',
    '/a/b:c',
    '#javascript',
    'data:,hello',
    'data:text/plain,javascript',
    'data:image/png;base64,iVBORw0KGgo=',
    `data:image/svg+xml,${btoa('<svg version="1" font-size="2"><path d="M0"/></svg>')}`,
    'data:image/svg+xml,<svg version="1"/>',
    'data:page/id,page-2',
    'data:action/json,{"actions":[{"toggle":{"cells":["a","b"]}},{"open":"data:page/id,x"}]}',
  ])('%j', url => expect(runsScript(url)).toBe(false))
})

test('styles are searched for addresses', () => {
  expect(mentionsScript('url(javascript:alert(1))')).toBe(true)
  expect(mentionsScript('url(java\\73 cript:alert(1))')).toBe(true)
  expect(mentionsScript('width: expression(alert(1))')).toBe(true)
  expect(mentionsScript('url(https://example.org/a.png)')).toBe(false)
  expect(mentionsScript('#ff0000')).toBe(false)
})

describe('the source of a label keeps all but what runs', () => {
  test.each([
    ['<b>x</b> <a href="https://a.b">y</a>', '<b>x</b> <a href="https://a.b">y</a>'],
    ['<a href="javascript:x" title="t">y</a>', '<a title="t">y</a>'],
    ["<a href='java\tscript:x'>y</a>", '<a>y</a>'],
    ['<a href=javascript:x>y</a>', '<a>y</a>'],
    ['<img src="data:text/html,x" width="3"/>', '<img width="3"/>'],
    ['<b onclick="x()">y</b>', '<b>y</b>'],
    ['<b style="background:url(javascript:x)">y</b>', '<b>y</b>'],
    ['a<script>alert(1)</script>b', 'ab'],
    [
      '<TABLE HREF="javascript:x"><TR><TD PORT="p">y</TD></TR></TABLE>',
      '<TABLE><TR><TD PORT="p">y</TD></TR></TABLE>',
    ],
    ['[x](javascript:alert(1)) **y**', '[x]() **y**'],
    ['a < b <!-- c --> d', 'a < b <!-- c --> d'],
  ])('%s', (source, expected) => expect(withoutScripts(source)).toBe(expected))
})

describe('what one format says under a key', () => {
  const url = 'javascript:alert(1)'
  test.each([
    ['href', url, true],
    ['label', url, false],
    ['href', new Map([['text', url]]), true],
    ['href', [new Map([['html', url]])], true],
    ['label', new Map([['text', url]]), false],
    ['label', new Map([['href', url]]), true],
    ['href', new Map([['label', url]]), false],
  ])('%s, %o', (key, value, expected) => expect(holdsScript(key, value)).toBe(expected))
})
