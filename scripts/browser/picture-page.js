// Runs inside of the browser page: measures a picture of ours that is shown there.
;(() => {
  const { document } = globalThis
  /** A text may be so much wider than its box: fonts differ. */
  const LOOSE = 2
  /** The longest arrowhead, and what a rounded tip may lack. */
  const HEAD = 17

  const boxOf = element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height, right: x + width, bottom: y + height }
  }
  const words = text => text.replace(/\s+/g, ' ').trim()
  const meet = (a, b) => a.x + 1 < b.right && b.x + 1 < a.right && a.y + 1 < b.bottom && b.y + 1 < a.bottom

  /** The outlines of a node: what is drawn right in its group, or in its link. */
  const outlinesOf = group =>
    [...group.querySelectorAll('rect, circle, ellipse, path, image')].filter(
      part => part.closest('[data-id]') === group,
    )

  const unionOf = boxes => {
    const [x, y] = [Math.min(...boxes.map(box => box.x)), Math.min(...boxes.map(box => box.y))]
    const [right, bottom] = [
      Math.max(...boxes.map(box => box.right)),
      Math.max(...boxes.map(box => box.bottom)),
    ]
    return { x, y, right, bottom, width: right - x, height: bottom - y }
  }

  const at = (path, length) => {
    const matrix = path.getScreenCTM()
    return path.getPointAtLength(length).matrixTransform(matrix)
  }

  /** How far a point lies from the outline of a shape: 0 where it is in it or on it. */
  function distance(shape, point) {
    const local = point.matrixTransform(shape.getScreenCTM().inverse())
    if (shape.isPointInFill?.(local) || shape.isPointInStroke?.(local)) return 0
    let least = Number.POSITIVE_INFINITY
    const total = shape.getTotalLength()
    for (let i = 0; i <= 200; i++) {
      const { x, y } = shape.getPointAtLength((total * i) / 200)
      least = Math.min(least, Math.hypot(x - local.x, y - local.y))
    }
    return least
  }

  /** Texts of nodes that are wider or higher than their boxes. */
  function textFaults(nodes) {
    const faults = []
    for (const { group, box, id } of nodes) {
      for (const text of group.querySelectorAll('text')) {
        const own = boxOf(text)
        if (own.y >= box.bottom) continue
        if (
          own.x < box.x - LOOSE ||
          own.right > box.right + LOOSE ||
          own.y < box.y - LOOSE ||
          own.bottom > box.bottom + LOOSE
        )
          faults.push(`the text “${words(text.textContent)}” leaves the box of ${id}`)
      }
    }
    return faults
  }

  function overlaps(nodes) {
    const faults = []
    for (const [i, a] of nodes.entries())
      for (const b of nodes.slice(i + 1)) if (meet(a.box, b.box)) faults.push(`${a.id} lies on ${b.id}`)
    return faults
  }

  /** Ends of lines that are away from what they join: further than an arrowhead is long. */
  function endFaults(svg, shapes) {
    const faults = []
    for (const edge of svg.querySelectorAll('[data-from]')) {
      const path = edge.querySelector('path')
      if (!path) continue
      const total = path.getTotalLength()
      for (const [name, length] of [
        ['data-from', 0],
        ['data-to', total],
      ]) {
        const said = edge.getAttribute(name)
        const outlines =
          shapes.get(said) ??
          shapes.get(said.replace(/:[^:]*$/, '')) ??
          shapes.get(said.replace(/:[^:]*:[^:]*$/, ''))
        if (!outlines) faults.push(`nothing is called ${said}`)
        else {
          const far = Math.min(...outlines.map(outline => distance(outline, at(path, length))))
          if (far > HEAD)
            faults.push(
              `the line ${edge.getAttribute('data-from')} to ${edge.getAttribute('data-to')} ends ${far.toFixed(1)} from ${said}`,
            )
        }
      }
    }
    return faults
  }

  /** What a picture shows: its texts, and what is wrong with where things are. */
  function measure(svg) {
    document.body.innerHTML = svg
    const picture = document.querySelector('svg')
    const groups = [...picture.querySelectorAll('[data-id]')].filter(
      group => !group.hasAttribute('data-from'),
    )
    const shapes = new Map(
      groups.map(group => [
        group.getAttribute('data-id'),
        outlinesOf(group).filter(part => part.getTotalLength),
      ]),
    )
    const nodes = groups
      .filter(group => group.hasAttribute('transform') && outlinesOf(group).length > 0)
      .map(group => ({
        group,
        id: group.getAttribute('data-id'),
        box: unionOf(outlinesOf(group).map(boxOf)),
      }))
    const page = boxOf(picture)
    const outside = [...picture.querySelectorAll('text, path, rect')].filter(part => {
      const { x, y, right, bottom } = boxOf(part)
      return x < page.x - 1 || y < page.y - 1 || right > page.right + 1 || bottom > page.bottom + 1
    })
    return {
      texts: [...picture.querySelectorAll('text')].map(text => words(text.textContent)),
      nodes: nodes.length,
      edges: picture.querySelectorAll('[data-from]').length,
      faults: [
        ...textFaults(nodes),
        ...overlaps(nodes),
        ...endFaults(picture, shapes),
        ...outside.map(part => `${part.outerHTML.slice(0, 100)} leaves the picture`),
      ],
    }
  }

  globalThis.pictureLook = { measure }
})()
