// Runs inside of the browser page, beside draw.io's viewer, which holds draw.io's editor too (js/grapheditor/Editor.js and Graph.js): opens a
// page of a file to be edited, and tells where things are, so that a mouse can be moved there. `drawioLook.read` is of drawio-page.js.
;(() => {
  const { document } = globalThis
  const { Editor, Graph, mxUtils } = globalThis
  let editor
  let holder

  /** Room on all sides, in which things can be dragged. */
  const MARGIN = 60

  function close() {
    editor?.graph.destroy()
    holder?.remove()
  }

  /** Opens a bare `mxGraphModel`, or the first page of a file that is not packed. Out: how much room it takes on the screen. */
  function open(xml) {
    close()
    holder = document.createElement('div')
    holder.style.cssText = 'position:absolute;left:0;top:0;overflow:visible;width:10px;height:10px'
    document.body.append(holder)
    const graph = new Graph(holder)
    editor = new Editor(false, null, null, graph)
    const { documentElement } = mxUtils.parseXml(xml)
    const models = documentElement.getElementsByTagName('mxGraphModel')
    editor.setGraphXml(models[0] ?? documentElement)
    editor.undoManager.clear()
    graph.setEnabled(true)
    // What stands in the size that the file names is not asked for here, and a screen without pages is no larger than the drawing.
    graph.pageVisible = false
    const { x, y, width, height } = graph.view.graphBounds
    const { translate } = graph.view
    graph.view.scaleAndTranslate(1, MARGIN + translate.x - x, MARGIN + translate.y - y)
    holder.style.width = `${width + 2 * MARGIN}px`
    holder.style.height = `${height + 2 * MARGIN}px`
    return { width: width + 2 * MARGIN, height: height + 2 * MARGIN }
  }

  /** Where the middle of an element stands on the screen. */
  function middleOf(node) {
    const { left, top, width, height } = node.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }

  const cellOf = id => {
    const cell = editor.graph.model.getCell(id)
    if (cell === undefined) throw new Error(`no cell ${id}`)
    return cell
  }

  globalThis.drawioEditor = {
    open,
    close,
    read: () => globalThis.drawioLook.read(editor.graph),
    save: () => mxUtils.getXml(editor.getGraphXml()),
    undo: () => editor.undoManager.undo(),
    redo: () => editor.undoManager.redo(),
    selected: () => editor.graph.getSelectionCells().map(({ id }) => id),
    unselect: () => editor.graph.clearSelection(),
    /** The screen's place of a place on the page. */
    onScreen({ x, y }) {
      const { scale, translate } = editor.graph.view
      const origin = editor.graph.view.canvas.ownerSVGElement.getBoundingClientRect()
      return { x: (x + translate.x) * scale + origin.left, y: (y + translate.y) * scale + origin.top }
    },
    /**
     * Clicks the icon at a container by which a person folds it; false where there is none. No mouse does it: with the button down, a handle of
     * the selection stands over a corner of the icon, which only the menus' editor prevents.
     */
    fold(id) {
      const node = editor.graph.view.getState(cellOf(id))?.control?.node
      const icon = node?.querySelector('image') ?? node
      return icon?.dispatchEvent(new globalThis.MouseEvent('click', { bubbles: true })) !== undefined
    },
    /** The handle of the selected cell at its lower right corner: the last of the eight around it. */
    resizeHandle(id) {
      const handler = editor.graph.selectionCellsHandler.getHandler(cellOf(id))
      const handle = handler?.sizers?.find(({ cursor }) => cursor === 'se-resize')
      return handle?.node && middleOf(handle.node)
    },
  }
})()
