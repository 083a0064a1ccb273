/** Which part of a picture is seen: plain arithmetic, without a browser. */

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Size {
  readonly x: number
  readonly y: number
}

/** How small and how large a picture may get, in pixels of the screen for one of its own. */
const [LEAST, MOST] = [0.02, 8]

/** How many pixels of the screen one of the picture takes. */
export const scaleOf = (view: Box, frame: Size): number =>
  Math.min(frame.width / view.width, frame.height / view.height)

/** The view that shows all of a picture, and none larger than it is. */
export function fitted(picture: Box, frame: Size): Box {
  const scale = Math.min(1, scaleOf(picture, frame))
  const [width, height] = [frame.width / scale, frame.height / scale]
  return {
    x: picture.x + (picture.width - width) / 2,
    y: picture.y + (picture.height - height) / 2,
    width,
    height,
  }
}

/** Of a picture that is narrower than this many pixels when all of it is shown, nobody sees anything. */
const NARROW = 40

/** The view that a picture is opened with: all of it, or where that would be a line, its beginning, as wide as there is room. */
export function opening(picture: Box, frame: Size): Box {
  const isTall = picture.height * frame.width > picture.width * frame.height
  const [across, room] = isTall ? [picture.width, frame.width] : [picture.height, frame.height]
  if (across * scaleOf(picture, frame) >= Math.min(NARROW, across)) return fitted(picture, frame)
  const scale = Math.min(1, room / across)
  const [width, height] = [frame.width / scale, frame.height / scale]
  return isTall
    ? { x: picture.x + (picture.width - width) / 2, y: picture.y, width, height }
    : { x: picture.x, y: picture.y + (picture.height - height) / 2, width, height }
}

/** A view nearer by a factor, in which the point at a place of the frame (from 0 to 1) stays where it is. */
export function zoomed(view: Box, frame: Size, factor: number, at = { x: 0.5, y: 0.5 }): Box {
  const scale = scaleOf(view, frame)
  const by = Math.min(MOST, Math.max(LEAST, scale * factor)) / scale
  const [width, height] = [view.width / by, view.height / by]
  return { x: view.x + (view.width - width) * at.x, y: view.y + (view.height - height) * at.y, width, height }
}

/** A view moved by pixels of the screen. */
export function moved(view: Box, frame: Size, dx: number, dy: number): Box {
  const scale = scaleOf(view, frame)
  return { ...view, x: view.x - dx / scale, y: view.y - dy / scale }
}

/** A view of the same size with a box in its middle; the same view where the box is seen. */
export function showing(view: Box, box: Box): Box {
  const isSeen =
    box.x >= view.x &&
    box.y >= view.y &&
    box.x + box.width <= view.x + view.width &&
    box.y + box.height <= view.y + view.height
  return isSeen
    ? view
    : { ...view, x: box.x + box.width / 2 - view.width / 2, y: box.y + box.height / 2 - view.height / 2 }
}
