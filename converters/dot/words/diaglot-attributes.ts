/** Attributes of ours in a DOT file. */

/** The attribute in which carried data travels. */
export const CARRY = 'diaglot_carry'

/** A node that only stands in an empty cluster for the edges that end at it. */
export const ANCHOR: readonly [name: string, value: string] = ['diaglot', 'anchor']
