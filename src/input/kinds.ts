/** What a file is that is no text of the format that it was taken for. */

import type { Message } from '../messages/message.js'
import * as say from './messages.js'

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

/** What is said of a file, once it is known for text of which format it was taken. */
export type Kind = (title: string, at?: readonly [start: number, end: number]) => Message

/** What a file of bytes that are no text is. */
export function binaryKind(bytes: Uint8Array): Kind | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const found = SIGNATURES.find(([signature]) => head.startsWith(signature))
  if (!found) return undefined
  const [, kind, hint] = found
  return (title, at) => say.binaryFile({ kind, hint, title }, at)
}

/**
 * The same for a text: a web page, a picture or XML of another kind, JSON of something else.
 * @param languages that the text may well be written in: `xml`, `json`
 */
export function textKind(text: string, languages: readonly string[] = []): Kind | undefined {
  const head = text.slice(0, 2000).trimStart()
  if (/^(?:<!doctype\s+html|<html|<head|<body)\b/i.test(head)) {
    const name = /<title\b[^<>]*>([^<]+)/i
      .exec(text.slice(0, 10_000))?.[1]
      ?.slice(0, 80)
      .replace(/\s+/g, ' ')
      .trim()
    return (title, at) => say.webPage({ name, title }, at)
  }
  const language = languageOf(head)
  if (language !== undefined) return (title, at) => say.otherLanguage({ language, title }, at)
  const element = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<([A-Za-z_][\w:.-]*)[\s/>]/.exec(head)?.[1]
  const isXml = element !== undefined && /^(?:<\?xml|<[\w:]+\s+xmlns)/.test(head)
  if (isXml && languages.includes('xml')) return undefined
  if (element === 'svg') return (title, at) => say.svgPicture({ title }, at)
  if (isXml) return (title, at) => say.otherXml({ element, title }, at)
  if (!languages.includes('json') && isJson(text, head)) return (title, at) => say.otherJson({ title }, at)
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
