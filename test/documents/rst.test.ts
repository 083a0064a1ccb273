/** Diagrams of reStructuredText, and other texts in their place. */
import { describe, expect, test } from 'vitest'
import { applied, finder, formatCalled, summary } from './finding.js'

const find = await finder('a.rst')

describe('what is a diagram', () => {
  // https://www.sphinx-doc.org/en/master/usage/extensions/graphviz.html, https://github.com/mgaitan/sphinxcontrib-mermaid
  test.each([
    ['.. mermaid::\n\n   graph LR\n\n     a --> b\n\nx\n', ['mermaid graph LR\n\n  a --> b\n']],
    ['.. graphviz::\n   :caption: A b\n     goes on\n   :align: center\n\n   a\n', ['graphviz a\n']],
    ['.. mermaid::\n   a\n', ['mermaid a\n']],
    ['- x\n\n  .. graphviz::\n\n     a\n\n     b\n- y\n', ['graphviz a\n\nb\n']],
    ['* .. mermaid::\n\n     a\n', ['mermaid a\n']],
    ['.. note::\n\n   .. mermaid::\n\n      a\n\n   x\n', ['mermaid a\n']],
    ['.. digraph:: foo\n\n   a -> b\n', ['digraph digraph foo {\na -> b\n}\n']],
    ['.. graph:: foo\n   :alt: x\n\n   a -- b\n', ['digraph graph foo {\na -- b\n}\n']],
    ['.. digraph::\n\n   a -> b\n', ['digraph digraph {\na -> b\n}\n']],
    ['.. mermaid:: d/a.mmd\n   :align: left\n', ['mermaid: d/a.mmd']],
    ['.. graphviz:: a.dot\n\nx\n', ['graphviz: a.dot']],
    ['.. code-block:: dot\n   :linenos:\n\n   a\n', ['dot a\n']],
    ['.. code-block:: rst\n\n   .. mermaid::\n\n      a\n', []],
    ['So::\n\n   .. mermaid::\n\n      a\n\n.. graphviz::\n\n   b\n', ['graphviz b\n']],
    ['.. A comment\n   .. mermaid::\n\n      a\n', []],
    ['..\n   .. mermaid::\n\n      a\n', []],
    ['..\n\n.. mermaid::\n\n   a\n', ['mermaid a\n']],
    ['.. _target:\n\n.. mermaid::\n\n   a\n', ['mermaid a\n']],
    ['.. mermaid::\r\n\r\n\ta\r\n\t\tb\r\n', ['mermaid a\n\tb\n']],
    ['.. uml::\n\n   a\n', ['uml a\n']],
    ['.. mermaid::\n\nx\n', ['! The directive “mermaid” has neither a diagram nor a file.']],
    ['.. graphviz::\n\n   a', ['graphviz a\n']],
  ])('%j', (text, expected) => expect(summary(find(text))).toEqual(expected))

  test('captions and headings are titles, and paths have places', () => {
    const text = 'Part\n====\n\n.. mermaid::\n\n   a\n\n.. mermaid::\n   :caption: Own\n\n   a\n'
    expect(find(text).blocks.map(({ title }) => title)).toEqual(['Part', 'Own'])
    const file = '.. mermaid::  d/a.mmd  \n'
    expect(file.slice(...find(file).files[0]!.fileAt)).toBe('d/a.mmd')
  })
})

describe('another text', () => {
  test.each([
    [
      '.. mermaid::\n   :align: center\n\n   a\n\nx\n',
      'dot',
      'b\n\n  c\n',
      '.. graphviz::\n   :align: center\n\n   b\n\n     c\n\nx\n',
    ],
    ['* .. mermaid::\r\n\r\n\ta\r\n', 'flowzap', 'b\nc\n', '* .. code-block:: flowzap\r\n\r\n\tb\r\n\tc\r\n'],
    ['.. code-block:: mermaid\n\n  a\n', 'dot', 'b\n', '.. code-block:: dot\n\n  b\n'],
    ['.. digraph:: foo\n\n   a -> b\n', 'mermaid', 'b\n', '.. mermaid::\n\n   b\n'],
    [
      '.. digraph:: foo\n\n   a -> b\n',
      'dot',
      'digraph bar {\n  a\n}\n',
      '.. graphviz::\n\n   digraph bar {\n     a\n   }\n',
    ],
    [
      '.. digraph:: foo\n\n   a->b\n',
      'dot',
      'digraph foo {\n  a -> b\n}\n',
      '.. digraph:: foo\n\n   a -> b\n',
    ],
    ['.. graph:: foo\n\n   a -- b\n', 'dot', 'graph foo {\na -- b\n}\n', '.. graph:: foo\n\n   a -- b\n'],
  ])('%j', (text, to, own, expected) =>
    expect(applied(text, find(text).blocks[0]!.exchanged(own, formatCalled(to)))).toBe(expected),
  )

  test.each([
    [
      '.. mermaid::\n   :align: left\n\n   a\n\nx\n',
      '`A \\<b\\> <d/a%20b.fz>`__\n\nx\n',
      '.. image:: a.svg\n   :alt: A <b>\n   :target: d/a%20b.fz\n   :align: left\n\nx\n',
    ],
    [
      '* .. mermaid::\n\n     a\n* y\n',
      '* `A \\<b\\> <d/a%20b.fz>`__\n* y\n',
      '* .. image:: a.svg\n     :alt: A <b>\n     :target: d/a%20b.fz\n* y\n',
    ],
    [
      '.. |g| digraph:: foo\n\n   a\n.. |h| replace:: x\n',
      '.. |g| replace:: `A \\<b\\> <d/a%20b.fz>`__\n.. |h| replace:: x\n',
      '.. |g| image:: a.svg\n   :alt: A <b>\n   :target: d/a%20b.fz\n.. |h| replace:: x\n',
    ],
    [
      '.. graphviz::\n   :caption: Way\n      on\n   :alt: Own\n   :name: b\n   :layout: neato\n\n   a\n',
      '`A \\<b\\> <d/a%20b.fz>`__\n',
      '.. figure:: a.svg\n   :alt: Own\n   :target: d/a%20b.fz\n   :name: b\n\n   Way on\n',
    ],
  ])('a link and a picture in the place of %j', (text, link, picture) => {
    const markup = { title: 'A <b>', source: 'd/a b.fz' }
    expect(applied(text, find(text).blocks[0]!.replaced(markup))).toBe(link)
    expect(applied(text, find(text).blocks[0]!.replaced({ ...markup, picture: 'a.svg' }))).toBe(picture)
  })
})

describe('the words of another language', () => {
  const put = (text: string, to: string) =>
    applied(text, find(text).blocks[0]!.exchanged('b\n', formatCalled(to)))

  // Sphinx has directives for Graphviz and Mermaid; each refuses the options of the other, and an unknown directive is an error.
  test.each([
    [
      '.. graphviz::\n   :name: x\n   :layout: neato\n\n   a\n',
      'mermaid',
      '.. mermaid::\n   :name: x\n\n   b\n',
    ],
    [
      '.. mermaid::\r\n   :zoom:\r\n   :align: left\r\n\r\n   a\r\n',
      'dot',
      '.. graphviz::\r\n   :align: left\r\n\r\n   b\r\n',
    ],
    [
      '.. graphviz::\n   :align: left\n   :name: x\n\n   a\n',
      'flowzap',
      '.. code-block:: flowzap\n   :name: x\n\n   b\n',
    ],
    ['.. digraph:: foo\n\n   a\n', 'flowzap', '.. code-block:: flowzap\n\n   b\n'],
    [
      '.. code-block:: dot\n   :linenos:\n\n   a\n',
      'flowzap',
      '.. code-block:: flowzap\n   :linenos:\n\n   b\n',
    ],
    ['.. |g| digraph:: foo\n\n   a\n', 'mermaid', '.. |g| mermaid::\n\n   b\n'],
    [
      '.. |g| digraph:: foo\n\n   a\n',
      'flowzap',
      'Inside of a line nothing draws FlowZap Code, and code is no part of one.',
    ],
  ])('%j to %s', (text, to, expected) => expect(put(text, to)).toBe(expected))

  test('signs and roles are no part of a title', () => {
    const text = '.. mermaid::\n   :caption: on *right*, :ref:`a <b>` and ``c``\n\n   a\n'
    expect(find(text).blocks[0]!.title).toBe('on right, a and c')
  })
})

describe('a directive that draws a file', () => {
  const text = '.. graphviz:: d/a.dot\n   :caption: C\n   :layout: neato\n   :align: center\n\nx\n'
  const [file] = find(text).files

  test('names another one, where there is such a directive', () => {
    expect(file!.title).toBe('C')
    expect(applied(text, file!.exchanged('d/a.mmd', formatCalled('mermaid')))).toBe(
      '.. mermaid:: d/a.mmd\n   :caption: C\n   :align: center\n\nx\n',
    )
    expect(applied(text, file!.exchanged('d/a.fz', formatCalled('flowzap')))).toBe(
      'Nothing draws a file of FlowZap Code here, as “graphviz” draws this one.',
    )
  })

  test('or a picture stands there', () => {
    const markup = { title: 'C', source: 'd/a.fz', picture: 'd/a.svg' }
    expect(applied(text, file!.replaced(markup))).toBe(
      '.. figure:: d/a.svg\n   :alt: C\n   :target: d/a.fz\n   :align: center\n\n   C\n\nx\n',
    )
  })
})
