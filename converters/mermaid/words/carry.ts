/** Carried data rides in a comment line, `%% diaglot: …`, which mermaid takes out before it reads. */

const prefix = ' diaglot: '

/**
 * The comment line for carried data. What mermaid would look at before it drops comments (directives, tags, styles, entity codes) is
 * written as a percent code.
 */
export function carryLine(carried: string): string {
  return `%%${prefix}${carried.replace(/[%<>#;\r\n\u2028\u2029]/g, char => `%${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}`
}

/** Whether a comment is carried data. */
export function isCarried(comment: string): boolean {
  return comment.startsWith(prefix)
}

/** The carried data among the comments of a text. */
export function carriedIn(comments: readonly { readonly text: string }[]): string | undefined {
  const line = comments.find(({ text }) => isCarried(text))
  return line?.text
    .slice(prefix.length)
    .replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
