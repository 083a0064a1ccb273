/** What is said of an input as a whole: that it is something else, and what stands around its diagram. */
import { about, type Message, message, type TextEdit } from '../messages/message.js'

type Range = readonly [start: number, end: number]
type Edits = readonly TextEdit[]

/** The format that the input is read in. */
interface Title {
  readonly title: string
}

// What is no text, or text of another kind.

export const tooLarge = (): Message =>
  message('limit/size', 'The input is larger than 64 MB, and diaglot reads no larger one.')

export const badEncoding = ({ title }: Title): Message =>
  message('syntax/encoding', `The file is not text that ${title} allows (UTF-8).`)

export const halfCharacter = (at: Range): Message =>
  message(
    'repair/character',
    'Half of a character stands here, which no file can hold: it and others like it are read as �.',
    { at },
  )

/** @param name of another format @param ending of its files */
export const otherFormat = (
  {
    other,
    name,
    ending,
    title,
  }: Title & { readonly other: string; readonly name: string; readonly ending: string },
  at: Range,
): Message =>
  message(
    'syntax/other-format',
    `This is ${other}, not ${title}: read it with “--from ${name}”, or give the file the ending ${ending}.`,
    { at },
  )

const notThis = (text: string, at: Range | undefined): Message =>
  message('syntax/other-format', text, at && { at })

/** @param kind of file, with its article @param hint a sentence, or nothing */
export const binaryFile = (
  { kind, hint, title }: Title & { readonly kind: string; readonly hint: string },
  at?: Range,
): Message => notThis(`This is ${kind}, not ${title}.${hint === '' ? '' : ` ${hint}`}`, at)

/** @param name the title of the page, where it has one */
export const webPage = (
  { name, title }: Title & { readonly name: string | undefined },
  at?: Range,
): Message =>
  notThis(
    `This is a web page${name ? ` called “${name}”` : ''}, not ${title}. Servers send such pages when a file is not there or a login is needed.`,
    at,
  )

export const otherLanguage = (
  { language, title }: Title & { readonly language: string },
  at?: Range,
): Message => notThis(`This is ${language}, not ${title}, and diaglot does not read ${language}.`, at)

export const svgPicture = ({ title }: Title, at?: Range): Message =>
  notThis(`This is an SVG picture, not ${title}.`, at)

export const otherXml = ({ element, title }: Title & { readonly element: string }, at?: Range): Message =>
  notThis(`This is XML that begins with <${element}>, not ${title}.`, at)

export const otherJson = ({ title }: Title, at?: Range): Message =>
  notThis(`This is JSON, not ${title}, and no diagram that is known here.`, at)

// What stands around a diagram.

export const fenceEnds = ({ title }: Title, at: Range, edits?: Edits): Message =>
  message(
    'syntax/fence',
    `A Markdown fence ends here; only what is before it is ${title}.`,
    about(at, 'Remove the fence and what is behind it', edits),
  )

/** @param closed whether a second fence follows @param diagrams how many there are, where more than one is left out */
export const fence = (
  { title, closed, diagrams }: Title & { readonly closed: boolean; readonly diagrams?: number | undefined },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/fence',
    `This is a Markdown fence; only what is ${closed ? 'between the fences' : 'behind it'} is ${title}.${diagrams === undefined ? '' : ` Of its ${diagrams} diagrams, only the first is read.`}`,
    about(at, 'Remove the fences and what is around them', edits),
  )

/** Of a format that takes it for something else. */
export const fenceRead = (at: Range): Message =>
  message(
    'lint/fence',
    'This looks like the end of a Markdown fence, and it is read as a part of the diagram: remove the line.',
    { at },
  )

/** @param where before the diagram, behind it, or both */
export const prose = (
  { title, where }: Title & { readonly where: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/prose',
    `A file holds only the diagram: what stands ${where} it is no ${title}.`,
    about(at, 'Remove the lines that are not the diagram', edits),
  )

export const prefixes = ({ signs }: { readonly signs: string }, at: Range, edits?: Edits): Message =>
  message(
    'syntax/prose',
    `Every line begins with something that is no part of the diagram, here with “${signs}”; it was probably copied along.`,
    about(at, 'Remove it from every line', edits),
  )

export const tags = ({ tag, title }: Title & { readonly tag: string }, at: Range, edits?: Edits): Message =>
  message(
    'syntax/prose',
    `“${tag}” is a tag of a web page: only what stands between the tags is ${title}.`,
    about(at, 'Remove the tags', edits),
  )

export const patch = (at: Range, edits?: Edits): Message =>
  message(
    'syntax/prose',
    'This is a patch, with “+” before the lines of the new version and “-” before those of the old one; only the new version is read.',
    about(at, 'Leave only the new version', edits),
  )

export const entity = (
  { entity, sign }: { readonly entity: string; readonly sign: string },
  at: Range,
  edits?: Edits,
): Message =>
  message(
    'syntax/unexpected',
    `“${entity}” is what a web page has for “${sign}”: in a diagram the sign itself makes the arrow.`,
    about(at, `Write ${sign}`, edits),
  )

/** Which of its versions is right is not for us to say, so there is no fix. */
export const conflict = (at: Range): Message =>
  message(
    'syntax/conflict',
    'Two versions of this file were merged, and here they contradict each other: keep one of them and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”. The first one is read.',
    { at },
  )

/** Where a format happens to accept the marks, they are still no part of the diagram that anybody meant. */
export const conflictRead = (at: Range): Message =>
  message(
    'lint/conflict',
    'These look like the marks of a merge that failed, and they are read as a part of the diagram: keep one of the two versions and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”.',
    { at },
  )
