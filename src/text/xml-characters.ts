/** The characters that XML 1.0 can hold, and how a text stands in an attribute or between tags. */

/** Characters that XML 1.0 cannot hold, not even as references; a lone surrogate is one. */
const INVALID = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A text without the characters that XML cannot hold. */
export function cleanXml(text: string): string {
  return text.replace(INVALID, '')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** An attribute's value between double quotes. Line breaks are references: as they are, XML turns them to blanks. */
export function escapeAttribute(value: string): string {
  return cleanXml(value).replace(/[&<>"\n\r\t]/g, character => ESCAPES[character]!)
}

/** A text between tags. Carriage returns are references: as they are, XML turns them to line breaks. */
export function escapeContent(text: string): string {
  return cleanXml(text).replace(/[&<>\r]/g, character => ESCAPES[character]!)
}
