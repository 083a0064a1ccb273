/** What a file is that is no text of the format that it was taken for. */

/** How the bytes of some files begin. */
const SIGNATURES: readonly (readonly [bytes: string, name: string, hint: string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive', 'Unpack it; files such as .vsdx, .docx and .lucid are archives too.'],
  ['PK\u0005\u0006', 'an empty ZIP archive', ''],
  ['\u0089PNG\r\n', 'a PNG picture', 'A diagram cannot be read from a picture.'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture', 'A diagram cannot be read from a picture.'],
  ['GIF8', 'a GIF picture', 'A diagram cannot be read from a picture.'],
  ['%PDF-', 'a PDF document', 'A diagram cannot be read from it.'],
  ['\u001f\u008b', 'a file packed with gzip', 'Unpack it.'],
  ['7z\u00bc\u00af', 'a 7-Zip archive', 'Unpack it.'],
  ['\u00d0\u00cf\u0011\u00e0', 'a file of an old Office program', 'A diagram cannot be read from it.'],
  ['\u007fELF', 'a program', ''],
]

/** What a file is, in words: `This is a ZIP archive, not Mermaid. …`, for bytes that are no text. */
export function binaryKind(bytes: Uint8Array): ((title: string) => string) | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature))
  if (!found) return undefined
  const [, name, hint] = found
  return title => `This is ${name}, not ${title}.${hint === '' ? '' : ` ${hint}`}`
}

/**
 * The same for a text: a web page, a picture or XML of another kind, JSON of something else.
 * @param languages that the text may well be written in: `xml`, `json`
 */
export function textKind(
  text: string,
  languages: readonly string[] = [],
): ((title: string) => string) | undefined {
  const head = text.slice(0, 2000).trimStart()
  if (/^(?:<!doctype\s+html|<html|<head|<body)\b/i.test(head)) {
    const name = /<title[^>]*>([^<]{1,80})/i.exec(text.slice(0, 10_000))?.[1]?.replace(/\s+/g, ' ').trim()
    const called = name ? ` called “${name}”` : ''
    return title =>
      `This is a web page${called}, not ${title}. Servers send such pages when a file is not there or a login is needed.`
  }
  const language = languageOf(head)
  if (language !== undefined)
    return title => `This is ${language}, not ${title}, and diaglot does not read ${language}.`
  const element = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<([A-Za-z_][\w:.-]*)[\s/>]/.exec(head)?.[1]
  const isXml = element !== undefined && /^(?:<\?xml|<[\w:]+\s+xmlns)/.test(head)
  if (isXml && languages.includes('xml')) return undefined
  if (element === 'svg') return title => `This is an SVG picture, not ${title}.`
  if (isXml) return title => `This is XML that begins with <${element}>, not ${title}.`
  if (!languages.includes('json') && isJson(text, head))
    return title => `This is JSON, not ${title}, and no diagram that is known here.`
  return undefined
}

/** Other languages for diagrams, by what hardly any text of another one begins with. */
function languageOf(head: string): string | undefined {
  if (/^(?:'[^\n]*\n\s*)*@start[a-z]+\b/.test(head)) return 'PlantUML'
  const isD2 =
    /^(?:#[^\n]*\n\s*)*(?:direction:[ \t]*(?:up|down|left|right)[ \t]*(?:\r?\n|$)|vars:[ \t]*\{)/.test(
      head,
    ) ||
    /^[ \t]*(?:[\w.-]+\.)?shape:[ \t]*(?:sql_table|person|cylinder|queue|package|class|sequence_diagram|cloud|oval|hexagon)[ \t]*$/m.test(
      head,
    )
  return isD2 ? 'D2' : undefined
}

/** Only a text that is JSON as a whole; DOT and FlowZap Code have braces too. */
function isJson(text: string, head: string): boolean {
  if (!/^(?:\{\s*(?:"|\})|\[\s*[[{"\d\]])/.test(head)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return /^\{\s*"[^"\n]*"\s*:/.test(head)
  }
}
