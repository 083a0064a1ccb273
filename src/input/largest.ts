/** In bytes, or in characters of a text: far above what anyone draws, pictures in it included. */
export const LARGEST_INPUT = 64 * 1024 * 1024
