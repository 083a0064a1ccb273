/** What is said of a page of draw.io that was read: what has no equal, and what was read off the drawing. */
import type { Direction, Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { type Code, message } from '../codes.js'

const placed = (code: Code, text: string, at: Range | undefined): Message => message(code, text, at && { at })

const SWITCH = '`-O infer=false` switches this off'

/** How messages name a cell: in quotes. */
interface Named {
  readonly name: string
}

/** @param names of the pages that there are, parted by commas */
export const noPage = ({ wanted, names }: { readonly wanted: string; readonly names: string }): Message =>
  message('syntax/drawio', `The file has no page “${wanted}”. Its pages: ${names}.`)

export const unknownShape = (
  { name, count }: Named & { readonly count: number },
  at: Range | undefined,
): Message =>
  placed(
    'repair/unknown-shape',
    `draw.io’s shape “${name}” has no equal here: ${count === 1 ? 'a node with it is' : `${count} nodes with it are`} read as a rectangle. draw.io shows it as before.`,
    at,
  )

export const mermaidPicture = ({ source }: { readonly source: string }, at: Range | undefined): Message =>
  placed(
    'repair/mermaid-picture',
    `A Mermaid diagram stands here as a picture, which is not read. Its text is “${source}”.`,
    at,
  )

/** @param titles the columns, parted by commas */
export const columnTitles = (
  { chart, titles, count }: { readonly chart: string; readonly titles: string; readonly count: number },
  at: Range | undefined,
): Message =>
  placed(
    'repair/column-titles',
    `The ${count === 1 ? `column title ${titles} is` : `column titles ${titles} are`} no part of the graph: the rows of the chart ${chart} are lanes, and its columns are only drawn. In draw.io every column stays as it is.`,
    at,
  )

export const hiddenLayer = ({ name }: Named, at: Range | undefined): Message =>
  placed(
    'repair/hidden-layer',
    `The layer ${name} is hidden. What stands on it is read like the rest of the page; in draw.io it stays hidden.`,
    at,
  )

export const unsafeLink = ({ id }: { readonly id: string }, at: Range | undefined): Message =>
  placed('repair/unsafe-link', `The link of the cell “${id}” would run a script; it is left out.`, at)

// What was read off the drawing.

export const sidesRead = ({ count }: { readonly count: number }): Message =>
  message(
    'repair/inferred-side',
    `${count === 1 ? 'One end of a line is' : `${count} ends of lines are`} fastened to a point, and read as fastened to its side; ${SWITCH}.`,
  )

const WAYS: Readonly<Record<Direction, string>> = {
  TB: 'down',
  BT: 'up',
  LR: 'to the right',
  RL: 'to the left',
}

export const directionRead = (
  { direction }: { readonly direction: Direction },
  at: Range | undefined,
): Message =>
  placed(
    'repair/inferred-direction',
    `Most lines lead ${WAYS[direction]}, so that is read as the direction (${direction}); ${SWITCH}.`,
    at,
  )

/** @param isTask whether it is the task between the bands of a box, and no text at its edge */
export const titleRead = (
  { name, group, isTask }: Named & { readonly group: string; readonly isTask: boolean },
  at: Range | undefined,
): Message =>
  placed(
    'repair/inferred-title',
    `${name} stands ${isTask ? 'between the bands' : 'at the edge'} of “${group}”, a box without a label. It is read as the box’s title; ${SWITCH}.`,
    at,
  )

/** @param names of the texts, parted by commas; the first three of them @param count how many there are */
export const labelsRead = (
  { names, count }: { readonly names: string; readonly count: number },
  at: Range | undefined,
): Message => {
  const more = count > 3 ? ` and ${count - 3} more` : ''
  const [are, them] =
    count === 1 ? ['is the label of the shape', 'it stands'] : ['are the labels of the shapes', 'they stand']
  return placed(
    'repair/inferred-label',
    `${names}${more} ${are} that ${them} on, under or beside, and no node; ${SWITCH}.`,
    at,
  )
}

/** @param names of the texts, parted by commas; the first three of them @param count how many there are */
export const lineLabelsRead = (
  { names, count }: { readonly names: string; readonly count: number },
  at: Range | undefined,
): Message => {
  const more = count > 3 ? ` and ${count - 3} more` : ''
  const are =
    count === 1 ? 'is the label of the line that it stands' : 'are the labels of the lines that they stand'
  return placed('repair/inferred-label', `${names}${more} ${are} beside, and no node; ${SWITCH}.`, at)
}

/** @param drawing what a person calls it @param count of shapes that say nothing */
export const noGraph = (
  { drawing, count }: { readonly drawing: string; readonly count: number },
  at: Range | undefined,
): Message =>
  placed(
    'repair/no-graph',
    `The page shows a ${drawing}, and no graph: ${count === 1 ? 'a shape without a text is no node, and stays' : `${count} shapes without a text are no nodes, and stay`} in draw.io as drawn; ${SWITCH}.`,
    at,
  )

/** @param count of lifelines */
export const sequenceRead = ({ count }: { readonly count: number }, at: Range | undefined): Message =>
  placed(
    'repair/no-graph',
    `The page shows a sequence, with ${count} lifelines. They are read as nodes and messages as edges: who speaks to whom, and not when.`,
    at,
  )

/** @param names of the texts, parted by commas; the first three of them @param count how many there are */
export const notesRead = (
  { names, count }: { readonly names: string; readonly count: number },
  at: Range | undefined,
): Message => {
  const more = count > 3 ? ` and ${count - 3} more` : ''
  const are =
    count === 1 ? 'is a text that belongs to nothing: a note' : 'are texts that belong to nothing: notes'
  return placed(
    'repair/inferred-note',
    `${names}${more} ${are}, and no step${count === 1 ? '' : 's'} of the diagram; ${SWITCH}.`,
    at,
  )
}

/** @param count of pictures and rules that are no nodes */
export const picturesRead = ({ count }: { readonly count: number }, at: Range | undefined): Message => {
  const [what, rest] =
    count === 1
      ? ['A picture', 'is a part of what it stands in']
      : [`${count} pictures`, 'are parts of what they stand in']
  return placed(
    'repair/inferred-picture',
    `${what} without a text that no line ends at ${rest}, and no node${count === 1 ? '' : 's'}; ${SWITCH}.`,
    at,
  )
}

/** @param names of what lies on the frame, parted by commas; the first three of it @param count how many there are */
export const membersRead = (
  { frame, names, count }: { readonly frame: string; readonly names: string; readonly count: number },
  at: Range | undefined,
): Message => {
  const more = count > 3 ? ` and ${count - 3} more` : ''
  const [verb, them] = count === 1 ? ['lies', 'It is'] : ['lie', 'They are']
  return placed(
    'repair/inferred-group',
    `${names}${more} ${verb} on ${frame} without standing in it. ${them} read as if so; ${SWITCH}.`,
    at,
  )
}

// Lines that end nowhere.

/** An end of a line, and what is wrong with it. */
export interface LooseEnd {
  readonly end: 'start' | 'end'
  /** What it is fastened to: nothing, another line, something that is no shape, or an id that is not there. */
  readonly at: 'nothing' | 'a line' | 'no shape' | 'not there'
  /** The name of that. */
  readonly name: string
  /** The shape that is near, where there is one. */
  readonly near?: Near | undefined
}

interface Near {
  readonly name: string
  readonly id: string
  /** In px. */
  readonly distance: number
}

const FAULTS: Readonly<Record<LooseEnd['at'], (name: string) => string>> = {
  nothing: () => 'is fastened to no shape',
  'a line': name => `is fastened to another line, ${name}`,
  'no shape': name => `is fastened to ${name}, which is no shape`,
  'not there': name => `is fastened to “${name}”, which is not there`,
}

const toNear = ({ end, near }: LooseEnd): string[] =>
  near
    ? [
        `its ${end} to ${near.name} (id “${near.id}”, ${near.distance === 0 ? 'where it lies' : `${near.distance} px away`})`,
      ]
    : []

/** A line that is left as it was drawn. */
export const looseEdge = (
  { name, ends }: Named & { readonly ends: readonly LooseEnd[] },
  at: Range | undefined,
): Message => {
  const faults = ends.map(({ end, at, name }) => `${end} ${FAULTS[at](name)}`)
  const text = `The line ${name} connects nothing, because its ${faults.join(' and its ')}. It is no edge, and stays as it was drawn.`
  const proposed = ends.every(({ near }) => near)
    ? ` Without \`-O attach=false\` it is read as an edge: ${ends.flatMap(toNear).join(' and ')}.`
    : ''
  return placed('repair/loose-edge', text + proposed, at)
}

/** A line that is read as an edge, and its ends that are fastened to nothing. */
export interface AttachedLine extends Named {
  readonly ends: readonly LooseEnd[]
}

/** As many lines are named; the others are counted. */
const MOST_NAMED = 5

/** The lines of a page that are read as edges of the shapes that they end at. */
export function attachedEdges(
  { lines }: { readonly lines: readonly AttachedLine[] },
  at: Range | undefined,
): Message {
  const named = lines
    .slice(0, MOST_NAMED)
    .map(({ name, ends }) => `${name}, ${ends.flatMap(toNear).join(' and ')}`)
  const more = lines.length > MOST_NAMED ? [`${lines.length - MOST_NAMED} more`] : []
  const [what, them] =
    lines.length === 1
      ? ['A line ends at a shape', 'It is read as an edge, and stays']
      : [`${lines.length} lines end at shapes`, 'They are read as edges, and stay']
  return placed(
    'repair/attached-edge',
    `${what} without being fastened: ${[...named, ...more].join('; ')}. ${them} in draw.io as drawn; \`-O attach=false\` leaves such lines alone.`,
    at,
  )
}
