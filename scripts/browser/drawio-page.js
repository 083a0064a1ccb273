// Runs inside of the browser page, beside draw.io's viewer: draws one page of a file and reads off what the viewer
// made of it. All lengths come back in the diagram's own pixels, whatever the viewer's scale and translation are.
// `GraphViewer` and the shape of `graph.view` are draw.io's (js/diagramly/GraphViewer.js, mxGraphView.js).
;(() => {
  const { document } = globalThis
  let viewer
  let holder

  // The viewer moves and shrinks a diagram to fit its element, partly later; nothing of that is wanted here.
  const settings = {
    'check-visible-state': false,
    'auto-origin': false,
    'allow-zoom-out': false,
    lightbox: false,
    resize: true,
  }
  const margin = 10

  /** The union of the boxes of all rendered text (and images) of a label, in the diagram's pixels. */
  function labelOf(state, graph) {
    const node = state.text?.node
    if (node == null || state.style.noLabel === '1') return undefined
    const rects = []
    const texts = document.createTreeWalker(node, 4 /* SHOW_TEXT */)
    let text = ''
    for (let at = texts.nextNode(); at; at = texts.nextNode()) {
      if (at.data.trim() === '') continue
      text += (text === '' ? '' : '\n') + at.data.trim()
      const range = document.createRange()
      range.selectNodeContents(at)
      rects.push(...range.getClientRects())
    }
    for (const image of node.querySelectorAll('img')) rects.push(image.getBoundingClientRect())
    const drawn = rects.filter(r => r.width > 0 && r.height > 0)
    if (drawn.length === 0) return undefined
    const left = Math.min(...drawn.map(r => r.left))
    const top = Math.min(...drawn.map(r => r.top))
    const right = Math.max(...drawn.map(r => r.right))
    const bottom = Math.max(...drawn.map(r => r.bottom))
    const origin = graph.view.canvas.ownerSVGElement.getBoundingClientRect()
    const { scale, translate } = graph.view
    const toBox = r => ({
      x: (r.left - origin.left) / scale - translate.x,
      y: (r.top - origin.top) / scale - translate.y,
      width: (r.right - r.left) / scale,
      height: (r.bottom - r.top) / scale,
    })
    return { text, box: toBox({ left, top, right, bottom }), lines: drawn.map(toBox) }
  }

  const toPoint = (point, { scale, translate }) => ({
    x: point.x / scale - translate.x,
    y: point.y / scale - translate.y,
  })

  function boxOf(state, view) {
    return {
      ...toPoint(state, view),
      width: state.width / view.scale,
      height: state.height / view.scale,
    }
  }

  function titleOf(state, box, graph) {
    if (!graph.isSwimlane(state.cell)) return undefined
    const strip = graph.getActualStartSize(state.cell, true)
    if (strip.y > 0) return { ...box, height: strip.y }
    if (strip.x > 0) return { ...box, width: strip.x }
    if (strip.height > 0) return { ...box, y: box.y + box.height - strip.height, height: strip.height }
    if (strip.width > 0) return { ...box, x: box.x + box.width - strip.width, width: strip.width }
    return undefined
  }

  /** Drawn around other things and connected to none of them, as a dashed box is: a frame, not an obstacle. */
  function isFrame({ cell, style, shape }, graph) {
    // A fill of `none` is no entry in the viewer's style.
    const filled = (style.fillColor ?? 'none') !== 'none'
    const used = cell.getChildCount() > 0 || cell.getEdgeCount() > 0 || graph.isContainer(cell)
    return !filled && !used && style.shape !== 'text' && !graph.isTableCell(cell) && shape.stroke != null
  }

  function vertexOf(state, graph) {
    const { cell, style } = state
    const box = boxOf(state, graph.view)
    const shape = style.shape ?? 'rectangle'
    return {
      id: cell.id,
      parent: cell.parent?.id,
      box,
      shape,
      lane: graph.isSwimlane(cell),
      part: graph.isTable(cell) || graph.isTableRow(cell) || graph.isTableCell(cell),
      container: graph.isContainer(cell),
      frame: isFrame(state, graph),
      labelInside:
        (style.labelPosition ?? 'center') === 'center' &&
        (style.verticalLabelPosition ?? 'middle') === 'middle',
      title: titleOf(state, box, graph),
      label: labelOf(state, graph),
    }
  }

  function edgeOf(state, graph) {
    const { cell } = state
    const labels = []
    const own = labelOf(state, graph)
    if (own !== undefined) labels.push({ id: cell.id, ...own })
    for (const child of cell.children ?? []) {
      const childState = graph.view.getState(child)
      const label = childState && labelOf(childState, graph)
      if (label) labels.push({ id: child.id, ...label })
    }
    return {
      id: cell.id,
      parent: cell.parent?.id,
      source: cell.source?.id,
      target: cell.target?.id,
      points: (state.absolutePoints ?? []).filter(Boolean).map(point => toPoint(point, graph.view)),
      labels,
    }
  }

  function shown(cell, model) {
    for (let at = cell; at != null; at = model.getParent(at)) {
      if (!model.isVisible(at)) return false
      if (at !== cell && model.isCollapsed(at)) return false
    }
    return true
  }

  /** An edge without a place for each of its ends has a state, but no way. */
  function isDrawn(state) {
    if (state?.shape == null) return false
    return !state.cell.edge || (state.absolutePoints ?? []).filter(Boolean).length > 1
  }

  /** Every cell but the root and the layers, children after their parents. */
  function cellsOf(graph) {
    const { model } = graph
    const cells = []
    const waiting = [...(model.root?.children ?? [])].reverse()
    while (waiting.length > 0) {
      const cell = waiting.pop()
      if (cell.vertex || cell.edge) cells.push(cell)
      for (let i = model.getChildCount(cell) - 1; i >= 0; i--) waiting.push(model.getChildAt(cell, i))
    }
    return cells
  }

  /** What draw.io's own layouts of tables and stacks, which run with the first edit, would put elsewhere. */
  function jumpsOf(graph, cells) {
    const { model, layoutManager } = graph
    const before = cells.map(cell => cell.geometry)
    const same = (a, b) => ['x', 'y', 'width', 'height'].every(name => Math.abs(a[name] - b[name]) < 0.01)
    model.beginUpdate()
    try {
      for (const cell of [...cells].reverse()) layoutManager.getLayout(cell)?.execute(cell)
      const jumps = cells
        .filter((cell, i) => before[i] && !same(before[i], cell.geometry))
        .map(({ id }) => id)
      cells.forEach((cell, i) => {
        if (cell.geometry !== before[i]) model.setGeometry(cell, before[i])
      })
      return jumps
    } finally {
      model.endUpdate()
    }
  }

  function readDrawing(graph) {
    const { model, view } = graph
    const cells = cellsOf(graph)
    const result = {
      cells: { vertices: 0, edges: 0 },
      vertices: [],
      edges: [],
      tooltips: [],
      hidden: [],
      undrawn: [],
    }
    for (const cell of cells) {
      if (cell.edge) result.cells.edges++
      else result.cells.vertices++
      const state = view.getState(cell)
      const tooltip = graph.getTooltipForCell(cell)
      if (tooltip) result.tooltips.push({ id: cell.id, html: tooltip })
      if (!shown(cell, model)) result.hidden.push(cell.id)
      else if (!isDrawn(state)) result.undrawn.push(cell.id)
      else if (cell.edge) result.edges.push(edgeOf(state, graph))
      else if (!cell.parent?.edge) result.vertices.push(vertexOf(state, graph))
    }
    result.jumps = jumpsOf(graph, cells)
    const bounds = view.graphBounds
    result.bounds = {
      ...toPoint(bounds, view),
      width: bounds.width / view.scale,
      height: bounds.height / view.scale,
    }
    const origin = view.canvas.ownerSVGElement.getBoundingClientRect()
    result.area = {
      x: Math.max(0, origin.left + bounds.x - margin),
      y: Math.max(0, origin.top + bounds.y - margin),
      width: bounds.width + 2 * margin,
      height: bounds.height + 2 * margin,
    }
    return result
  }

  function clear() {
    viewer?.graph?.destroy()
    holder?.remove()
    viewer = undefined
  }

  /** Draws a page of a file (counted from 0); the result can be sent to Node as it is. */
  async function draw(xml, page) {
    clear()
    holder = document.createElement('div')
    holder.className = 'mxgraph'
    holder.style.cssText = 'position:absolute;left:0;top:0;width:1600px;overflow:visible'
    holder.setAttribute('data-mxgraph', JSON.stringify({ xml, page, nav: false, toolbar: null, ...settings }))
    document.body.append(holder)
    globalThis.GraphViewer.createViewerForElement(holder, made => {
      viewer = made
    })
    if (viewer?.graph == null) throw new Error(`the viewer drew nothing: ${holder.textContent}`)
    const { view } = viewer.graph
    const { x, y } = view.graphBounds
    view.scaleAndTranslate(
      1,
      view.translate.x + margin - x / view.scale,
      view.translate.y + margin - y / view.scale,
    )
    await Promise.allSettled([...holder.querySelectorAll('image, img')].map(image => image.decode()))
    return { pages: Math.max(1, viewer.diagrams?.length ?? 1), ...readDrawing(viewer.graph) }
  }

  // With CSS transforms the view's scale and translation are those of an element around it and not of its states.
  globalThis.Graph.prototype.isCssTransformsSupported = () => false

  /** A page as draw.io saves it, after cells got other labels, attributes by “Edit Data”, and copies. */
  async function save(xml, { labels = {}, attributes = {}, copies = [] }) {
    await draw(xml, 0)
    const { graph } = viewer
    const { model } = graph
    for (const [id, label] of Object.entries(labels)) graph.cellLabelChanged(model.getCell(id), label, false)
    for (const [id, pairs] of Object.entries(attributes))
      for (const [name, value] of Object.entries(pairs))
        graph.setAttributeForCell(model.getCell(id), name, value)
    for (const id of copies) graph.addCells(graph.cloneCells([model.getCell(id)]), model.getCell(id).parent)
    return globalThis.mxUtils.getXml(new globalThis.mxCodec().encode(model))
  }

  globalThis.drawioLook = { draw, save, read: readDrawing }
})()
