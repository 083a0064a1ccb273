/** The roles that colours play in a diagram. */

/** What fills a box, what goes around it, and the text on it. A fill may be `none`; every other colour is opaque. */
export interface Paint {
  readonly fill: string
  readonly stroke: string
  readonly text: string
}

/** A lane has a strip with its title: `title` fills it, and `text` stands there. */
export interface LanePaint extends Paint {
  readonly title: string
}

export interface EdgePaint {
  readonly stroke: string
  readonly text: string
  /** What lies behind the label. */
  readonly ground: string
}

/** Colours of one mode. All are `#rrggbb`, or for fills `none`. */
export interface Palette {
  /** What everything stands on. */
  readonly page: string
  /** Text on the page: the diagram's title. */
  readonly text: string
  readonly node: Paint
  /** A node that is a remark. */
  readonly note: Paint
  /** One lane after the other, and from the start again. */
  readonly lanes: readonly LanePaint[]
  /** Groups by how deep they stand in others, outermost first; deeper ones are as the last. */
  readonly groups: readonly Paint[]
  readonly edge: EdgePaint
  /** The frame around what is repeated. */
  readonly loop: Paint
  /** Text that leads elsewhere. */
  readonly link: string
}

export interface Theme {
  readonly name: string
  readonly light: Palette
  readonly dark: Palette
}
