/** On a page of Chromium: what its parsers make of many labels. */

/** As draw.io shows them: each in a box of its own, in which a line feed ends a line. */
window.seenAsHtml = labels =>
  labels.map(label => {
    const box = document.createElement('div')
    box.style.whiteSpace = 'pre-line'
    // A document without a view, so that nothing is loaded and nothing runs.
    const inner = document.implementation.createHTMLDocument().createElement('div')
    inner.innerHTML = label
    const hidden = 'script, style, title, template, iframe, object, noscript'
    for (const element of inner.querySelectorAll(hidden)) element.remove()
    box.append(...inner.childNodes)
    document.body.append(box)
    const seen = { words: box.textContent ?? '', lines: box.innerText }
    box.remove()
    return seen
  })

const XHTML =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'

/** The elements of Graphviz's labels. */
const KNOWN = /^(?:[biuso]|su[bp]|font|br|table|tr|td|hr|vr|img)$/i

/** As an XML parser reads them that knows the names of HTML; nothing for what is none, has other elements, or a text where a table takes none. */
window.seenAsXml = labels =>
  labels.map(label => {
    const found = new DOMParser().parseFromString(`${XHTML}<html>${label}</html>`, 'application/xhtml+xml')
    if (found.querySelector('parsererror')) return null
    for (const { localName } of found.documentElement.querySelectorAll('*'))
      if (!KNOWN.test(localName)) return null
    for (const element of found.querySelectorAll('table, TABLE, tr, TR'))
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE && child.nodeValue.trim() !== '') return null
    return found.documentElement.textContent ?? ''
  })
