/** What `diaglot` and `diaglot/core` both have beside reading and writing: the model, messages, edits, and the contract of a format. */
import { abouts } from './messages/abouts.js'
import { type Explained, explained } from './messages/code.js'
import { codes as coreCodes } from './messages/codes.js'
import { fileCodes } from './messages/file-codes.js'

export type * from './capabilities.js'
export { everyStyle } from './capabilities.js'
export type { ConvertOutcome, OutputFile, Pages, WriteOutcome } from './convert.js'
export type { Difference, DifferenceElement, DifferenceKind, DifferentElement } from './diff/difference.js'
export { type Matched, type MatchSettings, matchGraphs } from './diff/match.js'
export { edit, type GraphBuilder, type GraphEditor, graph } from './edit/edit.js'
export type {
  EdgeFields,
  EdgeRef,
  EndRef,
  GraphFields,
  GroupFields,
  NewEdge,
  NewGroup,
  NewLoop,
  NewNode,
  NodeFields,
  Ref,
} from './edit/given.js'
export type { FmtOutcome } from './fmt/fmt.js'
export type {
  Document,
  Drawing,
  Format,
  FormatOption,
  FormatOptions,
  OptionUse,
  PutChange,
  ReadResult,
  Surroundings,
  UpdateResult,
} from './format.js'
export { type Arrow, arrows } from './ir/arrows.js'
export { differences, firstDifference, sameGraph } from './ir/difference.js'
export type * from './ir/model.js'
export { type Shape, shapes } from './ir/shapes.js'
export { type Flaw, flawsOf } from './ir/validate.js'
export type { Layout } from './layout/boxes.js'
export type { FixOutcome, Refusal } from './lint/fix.js'
export type { Rules } from './lint/settings.js'
export type { Tally } from './lower/tally.js'
export type { Conflict } from './merge/conflict.js'
export type { FieldChange } from './merge/fields.js'
export type { MergeResult } from './merge/merge.js'
export type { CodeEntry, CodeGroup, Codes, CodeTable, Explained } from './messages/code.js'
// With a star, so that `declare module 'diaglot'` reaches the list of lists; its codes are shadowed by those below.
export * from './messages/codes.js'
export {
  type Change,
  type Fix,
  hasErrors,
  type Message,
  message,
  messageWith,
  type Path,
  type TextEdit,
} from './messages/message.js'
export { type LineTable, lineTable, type Place, placeOf } from './messages/place.js'
export { reportJson } from './messages/reporters/json.js'
export { reportPretty } from './messages/reporters/pretty.js'
export { type Reading, type ReadStep, readingOf, sentenceOf } from './picture/reading.js'
export type { PutOutcome } from './put/put.js'
export type { ReadOutcome } from './read.js'

/** Every code that a message of the library can have whatever the format, with its severity and a paragraph about it. */
export const codes: Explained<typeof coreCodes> & typeof fileCodes = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ explained(coreCodes, abouts),
  fileCodes,
)
