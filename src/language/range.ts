/** A half-open range of offsets into a text, in UTF-16 code units. */
export type Range = readonly [start: number, end: number]
