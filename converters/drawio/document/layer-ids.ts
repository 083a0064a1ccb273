/** What the two cells are called that hold all others: the root of a page, and its first layer. */

export interface LayerIds {
  readonly top: string
  readonly layer: string
}

/** As draw.io calls them in a new file. */
export const USUAL_IDS: LayerIds = { top: '0', layer: '1' }
