/** Addresses of links, in any language of documents. */

/** A relative path or an address without what would end it in Markdown, HTML, AsciiDoc or reStructuredText. */
export const address = (path: string): string =>
  path.replace(/[\s"'<>()[\]{}|\\^`]|%(?![0-9A-Fa-f]{2})/g, sign =>
    encodeURIComponent(sign).replace(/[()']/g, code),
  )

const code = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
