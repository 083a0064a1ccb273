/** What is said of diaglot’s JSON that cannot be read as it stands. */
import type { Range } from '../../../src/ir/model.js'
import { about, type Message, type TextEdit } from '../../../src/messages/message.js'
import { message } from '../codes.js'

// Text that is no JSON, or no diagram.

export const cutOff = (at: Range): Message =>
  message('syntax/cut-off', 'The file ends in the middle of the JSON, and is probably cut off.', { at })

export const extraComma = (at: Range, edits?: readonly TextEdit[]): Message =>
  message(
    'syntax/unexpected',
    'This is not JSON: no comma stands behind the last value of a list or an object.',
    about(at, 'Remove the comma', edits),
  )

/** By the names that the parser gives its mistakes. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'this is no JSON value'],
  ['InvalidNumberFormat', 'this is no number'],
  ['PropertyNameExpected', 'a name in double quotes is expected here'],
  ['ValueExpected', 'a value is expected here'],
  ['ColonExpected', 'a colon is expected here'],
  ['CommaExpected', 'a comma is expected here'],
  ['CloseBraceExpected', 'a closing brace is expected here'],
  ['CloseBracketExpected', 'a closing bracket is expected here'],
  ['EndOfFileExpected', 'the end of the file is expected here'],
  ['InvalidCommentToken', 'JSON has no comments'],
  ['UnexpectedEndOfComment', 'JSON has no comments'],
  ['UnexpectedEndOfString', 'the string is not closed'],
  ['UnexpectedEndOfNumber', 'the number is not complete'],
  ['InvalidUnicode', 'an escape \\u needs four hexadecimal digits'],
  ['InvalidEscapeCharacter', 'there is no such escape in a string'],
  ['InvalidCharacter', 'a control character must be escaped in a string'],
])

export const noJson = ({ fault }: { readonly fault: string }, at: Range): Message =>
  message('syntax/unexpected', `This is not JSON: ${FAULTS.get(fault) ?? fault}.`, { at })

export const otherJson = (at: Range): Message =>
  message(
    'syntax/other-format',
    'This is JSON, but no diagram: a diagram begins with "diaglot": 1 and has "nodes" and "edges".',
    { at },
  )

export const nestedTooDeep = ({ levels }: { readonly levels: number }, at: Range): Message =>
  message('limit/nesting', `The values are nested deeper than ${levels} levels.`, { at })

export const fieldsTooDeep = ({ levels }: { readonly levels: number }, at: Range): Message =>
  message('limit/nesting', `The fields of a node nest deeper than ${levels} levels.`, { at })

export const hugeNumber = (at: Range): Message =>
  message('syntax/schema', 'This number is larger than the largest number that can be held.', { at })

export const nameTwice = ({ name }: { readonly name: string }, at: Range): Message =>
  message('syntax/schema', `“${name}” stands in this object twice, and only the last counts.`, {
    at,
    severity: 'warning',
  })

// A graph that does not hang together.

/** @param what of which kind the two elements are */
export const idTwice = (
  { what, id }: { readonly what: string; readonly id: string },
  at: Range | undefined,
): Message => message('syntax/reference', `There are two ${what}s “${id}”.`, at && { at })

/** @param flaw as `flawsOf` says it */
export const unsound = ({ flaw }: { readonly flaw: string }, at: Range): Message =>
  message('syntax/reference', `${flaw.charAt(0).toUpperCase()}${flaw.slice(1)}.`, { at })

// What does not fit the schema. A value is called by its name, as a sentence begins.

interface Value {
  readonly value: string
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['number', 'a number'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['null', 'null'],
])

const typed = (type: string): string => TYPES.get(type) ?? type

/** @param expected the types that it may have, parted by blanks */
export const otherType = (
  { value, type, expected }: Value & { readonly type: string; readonly expected: string },
  at: Range,
): Message =>
  message(
    'syntax/schema',
    `${value} is ${typed(type)}, but has to be ${expected.split(' ').map(typed).join(' or ')}.`,
    { at },
  )

export const otherConstant = (
  { value, constant }: Value & { readonly constant: string },
  at: Range,
): Message => message('syntax/schema', `${value} has to be ${constant}.`, { at })

/** @param words the first of those that are known, and how many there are */
export const otherWord = ({ value, words }: Value & { readonly words: string }, at: Range): Message =>
  message('syntax/schema', `${value} has to be one of ${words}.`, { at })

export const missingName = ({ value, name }: Value & { readonly name: string }, at: Range): Message =>
  message('syntax/schema', `${value} has no “${name}”, which must be there.`, { at })

export const saysNothing = ({ value }: Value, at: Range): Message =>
  message('syntax/schema', `${value} is empty, but has to say something.`, { at })

export const unknownName = ({ value }: Value, at: Range): Message =>
  message('syntax/schema', `${value} is a name that is not known here.`, { at })
