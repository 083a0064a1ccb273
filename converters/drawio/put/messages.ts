/** What is said of a page that is brought up to date: what the drawing had otherwise than the source. */
import type { Message } from '../../../src/messages/message.js'
import { message } from '../codes.js'

/** What differs, as a sentence begins: `The node “a” (Order)`. */
interface What {
  readonly what: string
}

export const notUpdated = ({ why }: { readonly why: string }): Message =>
  message('syntax/update', `The existing file cannot be brought up to date: ${why}.`)

export const badXml = ({ fault }: { readonly fault: string }): Message =>
  notUpdated({ why: `it is not well formed: ${fault}` })

export const otherXml = ({ name }: { readonly name: string }): Message =>
  notUpdated({ why: `it begins with <${name}>, and not with <mxfile>` })

/** @param known how many of the source stand on the page */
export const otherDiagram = ({
  page,
  known,
  wanted,
}: {
  readonly page: string | undefined
  readonly known: number
  readonly wanted: number
}): Message =>
  message(
    'syntax/update',
    `${page === undefined ? 'The page' : `The page “${page}”`} has ${known === 0 ? 'none' : known} of the ${wanted} nodes and groups of the source, which are found by their ids. It shows another diagram, or its shapes were copied and have new ids. Nothing is changed; --force without --update draws it anew.`,
  )

/** @param names of the pages that there are, parted by commas */
export const noPageToUpdate = ({
  wanted,
  names,
}: {
  readonly wanted: string
  readonly names: string
}): Message =>
  message('syntax/update', `The file has no page “${wanted}” to bring up to date. Its pages: ${names}.`)

export const onePageAlone = ({ given }: { readonly given: number }): Message =>
  message('syntax/update', `One page is to be brought up to date, and ${given} diagrams are given for it.`)

/** @param names of the layers that there are, parted by commas */
export const noLayer = ({ wanted, names }: { readonly wanted: string; readonly names: string }): Message =>
  message('syntax/update', `The page has no layer “${wanted}” for what is new. Its layers: ${names}.`)

interface Ways {
  /** How the lanes of a page show that it flows, and how it is to flow: `left to right`. */
  readonly shown: string
  readonly wanted: string
}

export const lanesFlow = ({ shown, wanted }: Ways): Message =>
  message(
    'syntax/update',
    `The diagram is to flow from ${wanted}, and the lanes of the page stand so that it flows from ${shown}: turn them in draw.io first. Nothing is changed.`,
  )

export const added = ({ what }: What): Message =>
  message('repair/update-added', `${what} was not in the drawing; it is added.`)

export const addedAgain = ({ what }: What): Message =>
  message(
    'repair/update-added',
    `${what} was deleted in the drawing; the source has changed what hangs on it, so it is added again.`,
  )

export const staysDeleted = ({ what }: What): Message =>
  message('repair/update-kept', `${what} was deleted in the drawing, and stays so.`)

/** @param parts what of it, parted by commas */
export const asInSource = ({ what, parts }: What & { readonly parts: string }): Message =>
  message('repair/update-changed', `${what} has now the ${parts} of the source.`)

/** @param parts what of it, parted by commas */
export const asInDrawing = ({ what, parts }: What & { readonly parts: string }): Message =>
  message('repair/update-kept', `${what} keeps the ${parts} of the drawing; the source says otherwise.`)

export const removed = ({ what }: What): Message =>
  message('repair/update-removed', `${what} is no longer in the source; it is removed.`)

export const lostAnEnd = ({ what }: What): Message =>
  message('repair/update-removed', `${what} has lost an end; it is removed.`)

/** @param drawn its label in the drawing @param label its label in the source */
export const relabelled = ({
  what,
  drawn,
  label,
}: What & { readonly drawn: string; readonly label: string }): Message =>
  message(
    'repair/update-label',
    `${what} was called “${drawn}” in the drawing; it is “${label}” in the source.`,
  )

export const pageRenamed = ({ page, title }: { readonly page: string; readonly title: string }): Message =>
  message('repair/update-label', `The page “${page}” is called “${title}” in the source.`)

export const fieldsOfSource = ({ node }: { readonly node: string }): Message =>
  message(
    'repair/update-label',
    `The fields of the node “${node}” differed in the drawing; they are now as the source has them.`,
  )

/** @param properties of the style, parted by commas */
export const personsStyle = ({ what, properties }: What & { readonly properties: string }): Message =>
  message('repair/update-style', `${what} keeps its own ${properties}; the source has another.`)

export const personsLine = ({ what }: What): Message =>
  message('repair/update-style', `${what} keeps its own line and arrowheads; the source has others.`)

export const personsFields = ({ node }: { readonly node: string }): Message =>
  message('repair/update-style', `The node “${node}” keeps its fields; the source has none.`)

export const fastenedElsewhere = ({ what }: What): Message =>
  message('repair/update-edge', `${what} was fastened elsewhere in the drawing; the source wins.`)

export const reshaped = ({
  what,
  drawn,
  shape,
}: What & { readonly drawn: string; readonly shape: string }): Message =>
  message('repair/update-shape', `${what} was drawn as “${drawn}”; it is “${shape}” in the source.`)

const inGroup = (id: string | undefined): string => (id === undefined ? 'no group' : `“${id}”`)

/** @param drawn the group in the drawing @param group the group in the source */
export const movedTo = ({
  what,
  drawn,
  group,
}: What & { readonly drawn: string | undefined; readonly group: string | undefined }): Message =>
  message(
    'repair/update-place',
    `${what} stood in ${inGroup(drawn)}; in the source it stands in ${inGroup(group)}.`,
  )

/** Of a picture or a page that is to hold a file. */
export const noDiagramInside = (): Message =>
  message('syntax/update', 'The existing file cannot be brought up to date: it holds no diagram of draw.io.')
