/** Why something stays as it is, and what is to be known of a plan, in plain sentences. */
import type { Format } from '../format.js'

type Titled = Pick<Format, 'title'>

export const already = ({ title }: Titled): string => `It is ${title} already.`

export const otherKind = ({ kind }: { readonly kind: string }): string =>
  `It is a “${kind}”, a kind of diagram that is not converted.`

export const empty = (): string => 'There is no diagram in it.'

export const several = ({ count, title }: { readonly count: number; readonly title: string }): string =>
  `It holds ${count} diagrams, and a text of ${title} in its place would hold one.`

export const taken = ({ path }: { readonly path: string }): string =>
  `It would become ${path}, and there is a file of that name that says something else.`

export const noPlace = ({ title, way }: { readonly title: string; readonly way: string }): string =>
  `At this place of a ${title} document nothing else can stand (${way}).`

export const readOnly = (): string => 'The file is read-only.'

export const link = ({ target }: { readonly target: string }): string =>
  `The file is a link to ${target}; what it leads to is looked at under its own name.`

export const linkOut = (): string => 'The file is a link that leads out of the folder.'

export const notLossless = (): string =>
  'The file holds bytes that would not come back as they are when it is written again.'

export const unreadable = ({ reason }: { readonly reason: string }): string =>
  reason.endsWith('.') ? reason : `${reason}.`

/** Why a source file stays though sources are to go. */
export const drawnBy = ({ path, line }: { readonly path: string; readonly line: number }): string =>
  `It stays, since ${path}, line ${line}, shows it as it is.`

export const drawnAsOne = ({ path, line }: { readonly path: string; readonly line: number }): string =>
  `It stays, since ${path}, line ${line}, draws it as one picture, and it becomes several diagrams.`

export const linkedFrom = ({ path }: { readonly path: string }): string =>
  `It stays, since ${path} is a link to it.`

export const namedBy = ({ path }: { readonly path: string }): string =>
  `It stays, since ${path} names it and cannot be changed.`

export const notAll = (): string => 'It stays, since not all of its diagrams are converted.'

/** Why a plan is not carried out for a file. */
export const changedSince = ({ path }: { readonly path: string }): string =>
  `${path} is another file now than the plan was made for.`

export const notAsPlanned = ({ path }: { readonly path: string }): string =>
  `${path} does not hold the diagrams that the plan names.`

export const otherwiseMade = ({ path }: { readonly path: string }): string =>
  `What ${path} becomes is another text than the plan names: it was made by another version of diaglot, or by hand.`

export const thereSince = ({ path }: { readonly path: string }): string =>
  `There is a file ${path} now that was not there when the plan was made, and it says something else.`

export const openIn = ({ title }: Titled): string => `Open in ${title}`
