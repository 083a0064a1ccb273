/** HTML labels that Graphviz refuses: which they are, and why; held against Graphviz where it is at hand, for its WebAssembly reads no HTML. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { faultOfHtml } from '../../converters/dot/read/mends/html-faults.js'

const TABLE = '<TABLE><TR><TD>a</TD></TR></TABLE>'
const cell = (content: string) => `<TABLE><TR><TD>${content}</TD></TR></TABLE>`

const shown = [
  'x',
  ' ',
  '<B>x</B>',
  '<B> </B>',
  '<BR/>',
  '<BR></BR>',
  '<B><BR/></B>',
  '<I><B>x</B></I>',
  `\n  ${TABLE} \n`,
  `<B> ${TABLE} </B>`,
  `<FONT COLOR="red">${TABLE}</FONT>`,
  cell(''),
  cell('\n'),
  cell(`<B>${TABLE}</B>`),
  cell(`\n${TABLE}\n`),
  '<TABLE><TH><TD>a</TD></TH></TABLE>',
  '<TABLE>x<TR>y<TD>a</TD>z</TR></TABLE>',
  '<TABLE><TR><TD>a</TD><VR/><TD>b</TD></TR><HR/><TR><TD>a</TD></TR></TABLE>',
  '<TABLE><!-- c --><TR><TD>a<!-- <B> --></TD></TR></TABLE>',
]

const refused: readonly (readonly [html: string, fault: string])[] = [
  ['', 'there is nothing in it'],
  ['a & b', 'a bare `&` is written `&amp;` there'],
  ['<b>x', '`<b>` is never closed'],
  ['<B></B>', '`<B>` holds nothing'],
  ['<B>\n</B>', '`<B>` holds nothing'],
  ['<TABLE></TABLE>', '`<TABLE>` holds no `<TR>`'],
  ['<TABLE>x</TABLE>', '`<TABLE>` holds no `<TR>`'],
  ['<table><tr></tr></table>', '`<tr>` holds no `<TD>`'],
  ['<IMG SRC="a.png"/>', '`<IMG>` stands only in `<TD>`'],
  [cell('<B><IMG SRC="a.png"/></B>'), '`<IMG>` stands only in `<TD>`'],
  [cell('x<IMG SRC="a.png"/>'), 'nothing can stand beside an `<IMG>`, not even a blank'],
  [cell('<IMG SRC="a.png"/> '), 'nothing can stand beside an `<IMG>`, not even a blank'],
  ['<TD>x</TD>', '`<TD>` stands only in `<TR>`'],
  ['<TABLE><TD>x</TD></TABLE>', '`<TD>` stands only in `<TR>`'],
  ['<TR><TD>x</TD></TR>', '`<TR>` stands only in `<TABLE>`'],
  ['a<HR/>b', '`<HR>` stands only in `<TABLE>`'],
  ['<TABLE><TR><B>x</B><TD>a</TD></TR></TABLE>', '`<B>` cannot stand in `<TR>`'],
  ['<TABLE><TR><TD>a</TD><VR/></TR></TABLE>', '`<VR/>` stands only between two `<TD>`'],
  ['<TABLE><HR/><TR><TD>a</TD></TR></TABLE>', '`<HR/>` stands only between two `<TR>`'],
  [
    '<TABLE><TR><TD>a</TD></TR><HR/><HR/><TR><TD>a</TD></TR></TABLE>',
    '`<HR/>` stands only between two `<TR>`',
  ],
  [`Title${TABLE}`, 'a text stands beside a `<TABLE>`'],
  [`${TABLE}<BR/>`, 'a text stands beside a `<TABLE>`'],
  [`${TABLE}&#160;`, 'a text stands beside a `<TABLE>`'],
  [` <B>${TABLE}</B>`, 'a text stands beside a `<TABLE>`'],
  [cell(`x${TABLE}`), 'a text stands beside a `<TABLE>`'],
  [`${TABLE}${TABLE}`, 'two `<TABLE>` stand side by side'],
  [`<B><I>${TABLE}</I></B>`, 'a `<TABLE>` stands in `<I>` in `<B>`, where one of them is the most'],
  [`<SUB>${TABLE}</SUB>`, 'a `<TABLE>` cannot stand in `<SUB>`'],
  ['<BR>x</BR>', '`<BR>` holds nothing there'],
  ['<HTML>x</HTML>', 'Graphviz knows no tag `<HTML>`'],
]

test.each(shown)('there is nothing against %j', html => expect(faultOfHtml(html)).toBeUndefined())
test.each(refused)('against %j there is: %s', (html, fault) => expect(faultOfHtml(html)).toBe(fault))

test.skipIf(spawnSync('dot', ['-V']).error)('Graphviz refuses these, and shows the others', () => {
  const labels = [...shown, ...refused.map(([html]) => html)]
  const input = `digraph {\n${labels.map((html, place) => `n${place} [label=<${html}>]\n`).join('')}}\n`
  const { stderr } = spawnSync('dot', ['-Tdot'], { input, encoding: 'utf8' })
  const named = new Set([...stderr.matchAll(/in label of node n(\d+)/g)].map(([, place]) => Number(place)))
  expect(labels.filter((_, place) => named.has(place))).toEqual(refused.map(([html]) => html))
})
