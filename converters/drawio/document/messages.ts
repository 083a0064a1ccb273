/** What is said of a file of draw.io: of what holds the pages, and of cells that draw.io itself would refuse. */
import type { Range } from '../../../src/ir/model.js'
import type { Fix, Message } from '../../../src/messages/message.js'
import { type Code, message } from '../codes.js'

interface Id {
  readonly id: string
}

const placed = (code: Code, text: string, at: Range | undefined): Message => message(code, text, at && { at })

// Files.

export const pictureWithoutDiagram = (at: Range): Message =>
  message('syntax/drawio', 'The picture holds no diagram: draw.io puts one into its <svg content="…">.', {
    at,
  })

export const pngWithoutDiagram = (): Message =>
  message(
    'syntax/drawio',
    'The picture holds no diagram: draw.io puts one in where “Include a copy of my diagram” is chosen.',
  )

export const pngPacked = (): Message =>
  message('syntax/drawio', 'The diagram in the picture cannot be unpacked.')

export const pngTooLarge = (): Message =>
  message('limit/size', 'The diagram in the picture unpacks to more than 50 MB.')

export const insidePacked = (at: Range): Message =>
  message('syntax/drawio', 'The diagram inside of the file cannot be unpacked.', { at })

export const tooManyDiagrams = ({ most }: { readonly most: number }, at: Range): Message =>
  message('limit/size', `The page holds more than ${most} diagrams; those behind are not read.`, { at })

export const library = (at: Range): Message =>
  message(
    'syntax/drawio',
    'This is a library of shapes (<mxlibrary>) and no diagram: draw.io opens it with “File > Open Library”.',
    { at },
  )

export const otherXml = ({ name }: { readonly name: string }, at: Range): Message =>
  message(
    'syntax/drawio',
    `This is XML that begins with <${name}>, not draw.io: <mxfile> or <mxGraphModel> is expected.`,
    { at },
  )

/** @param tag what is open at the end, as `<mxfile>` */
export const cutOff = ({ tag }: { readonly tag: string }, at: Range): Message =>
  message('syntax/cut-off', `The file ends before ${tag} is closed, and is probably cut off.`, { at })

/** @param fault a clause of `xml-faults.ts` */
export const badXml = ({ fault }: { readonly fault: string }, at: Range, fix?: Fix): Message =>
  message('syntax/xml', `${fault}.`, { at, ...(fix && { fix }) })

/** What is well formed and more than is held. */
export const xmlTooLarge = ({ fault }: { readonly fault: string }, at: Range): Message =>
  message('limit/size', `${fault}.`, { at })

export const xmlTooDeep = ({ fault }: { readonly fault: string }, at: Range): Message =>
  message('limit/nesting', `${fault}.`, { at })

export const noXmlCharacters = (at: Range): Message =>
  message('repair/character', 'Here stand characters that XML cannot hold; they are left out.', { at })

// Pages.

interface Page {
  readonly page: string
}

export const emptyPage = ({ page }: Page, at: Range): Message =>
  message('syntax/drawio', `The page “${page}” holds no diagram.`, { at })

export const pageTooLarge = ({ page }: Page, at: Range): Message =>
  message('limit/size', `The page “${page}” makes the file unpack to more than 50 MB, so it is left out.`, {
    at,
  })

export const pagePacked = ({ page }: Page, at: Range): Message =>
  message('syntax/drawio', `The page “${page}” is compressed in a way that cannot be unpacked.`, { at })

export const pageOfOtherXml = ({ page, name }: Page & { readonly name: string }, at: Range): Message =>
  message('syntax/drawio', `The page “${page}” unpacks to <${name}>, not to a diagram.`, { at })

/** @param limit which limit the XML is beyond, where it is well formed */
export const pageOfBadXml = (
  { page, fault, limit }: Page & { readonly fault: string; readonly limit?: 'size' | 'nesting' | undefined },
  at: Range,
): Message =>
  message(
    limit === 'size' ? 'limit/size' : limit === 'nesting' ? 'limit/nesting' : 'syntax/drawio',
    `The page “${page}” unpacks to XML that cannot be read: ${fault}.`,
    { at },
  )

// Cells.

export const noCellId = ({ id }: Id, at: Range | undefined): Message =>
  placed('repair/cell-id', `A cell has no id; it is read as “${id}”.`, at)

/** @param wanted the id that it has in the file */
export const cellIdTaken = (
  { id, wanted }: Id & { readonly wanted: string },
  at: Range | undefined,
): Message => placed('repair/cell-id', `A second cell has the id “${wanted}”; it is read as “${id}”.`, at)

export const noParent = ({ id }: Id, at: Range | undefined): Message =>
  placed(
    'repair/cell-parent',
    `The cell “${id}” names no parent; the cell is read as if it stood on the page.`,
    at,
  )

export const unknownParent = (
  { id, parent }: Id & { readonly parent: string },
  at: Range | undefined,
): Message =>
  placed(
    'repair/cell-parent',
    `The parent “${parent}” of the cell “${id}” is not there; the cell is read as if it stood on the page.`,
    at,
  )

export const unsafeHtml = ({ id }: Id, at: Range | undefined): Message =>
  placed(
    'repair/unsafe-html',
    `The label of the cell “${id}” holds HTML that is more than formatting. It is written without.`,
    at,
  )

export const unsafeLink = ({ id }: Id, at: Range | undefined): Message =>
  placed('repair/unsafe-link', `The link of the cell “${id}” would run a script; it is left out.`, at)
