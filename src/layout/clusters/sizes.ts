/** How many nodes and edges together a graph may have for what takes time. */

/** Up to so many, every way is tried by itself. */
export const SMALL = 45
/** Above so many, lines cross in any order: that of the source is not tried, and no second way only to leave out a few bends. */
export const MIDDLE = 90
/** Above so many, there is one attempt. */
export const LARGE = 400
