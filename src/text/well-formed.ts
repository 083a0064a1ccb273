/** Text as every program takes it: a half of a character that stands alone has no place in UTF-8. */

/** Lone surrogates become the sign for what cannot be shown. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
