/** The size of a box, in pixels. */

export interface Size {
  readonly width: number
  readonly height: number
}
