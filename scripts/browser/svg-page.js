// Runs inside of the browser page: shows an SVG, by itself or made by Mermaid, at its own size.
;(() => {
  const { document } = globalThis
  let holder

  /** Shows SVG text; gives its area on the page, in its own pixels. */
  function show(svg) {
    holder?.remove()
    holder = document.createElement('div')
    holder.style.cssText = 'position:absolute;left:0;top:0'
    holder.innerHTML = svg
    document.body.append(holder)
    const drawn = holder.querySelector('svg')
    if (drawn == null) throw new Error('there is no <svg> in the text')
    const { width, height } = drawn.viewBox.baseVal ?? { width: 0, height: 0 }
    const size = width > 0 && height > 0 ? { width, height } : drawn.getBoundingClientRect()
    // Mermaid asks for the width of the window, Graphviz for points.
    drawn.style.cssText += `;max-width:none;width:${size.width}px;height:${size.height}px`
    return { x: 0, y: 0, width: Math.ceil(size.width), height: Math.ceil(size.height) }
  }

  let count = 0

  /** Lets Mermaid draw a diagram. It throws what Mermaid throws. */
  async function showMermaid(text) {
    const { mermaid } = globalThis
    mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true, maxTextSize: 5e6, maxEdges: 1e5 })
    const { diagramType } = await mermaid.parse(text)
    count += 1
    const { svg } = await mermaid.render(`look${count}`, text)
    return { kind: diagramType, svg, area: show(svg) }
  }

  globalThis.svgLook = { show, showMermaid }
})()
