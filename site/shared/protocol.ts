/** What the page asks of its workers, and what these answer. Plain data, copied from thread to thread. */
import type { Message, Reading, Tally } from '../../src/core.js'
import type { Completion, Fold, Hover, Range, Renaming, TokenKind } from '../../src/language/index.js'
import type { FormatName, TargetName } from './formats.js'

/** A text, and the format that it is said to be in. */
export interface Written {
  readonly text: string
  readonly format: FormatName | 'auto'
}

export interface Looked {
  /** Left out where the format cannot be told. */
  readonly format?: FormatName
  /** In the order of their places, and not more of a kind than anybody reads. */
  readonly messages: readonly Message[]
  /** How many there are. */
  readonly total: number
  /** How many diagrams there are. */
  readonly count: number
  /** Of the first diagram. */
  readonly reading?: Reading
  /** How many nodes and lines there are in all. */
  readonly size: number
}

export interface Converted {
  readonly text: string
  /** What became of the diagram, without what was said of the source, and not more of a kind than anybody reads. */
  readonly messages: readonly Message[]
  /** How many there are. */
  readonly total: number
  readonly tally: Tally
  /** False where the text stays as it is: the messages say why. */
  readonly follows: boolean
}

/** An element of a graph by its kind and its id, or for lines and loops its place, as the path of a change begins. */
export type ElementKey = string

export interface Drawn {
  /** The picture, without a style of its own; empty where there is nothing to draw. */
  readonly svg: string
  /** Where elements stand in the source. */
  readonly places: readonly (readonly [key: ElementKey, start: number, end: number])[]
  /** The ends of each line, in the order of the source. */
  readonly ends: readonly (readonly [from: string, to: string])[]
  readonly messages: readonly Message[]
}

/** A place in a text, by which an editor of the page: what it asked before helps to answer. */
export interface At {
  readonly who: string
  readonly text: Written
  readonly offset: number
}

export type Painted = readonly [start: number, end: number, kind: TokenKind]

export interface Asks {
  look: { readonly request: Written; readonly answer: Looked }
  /** The source in another format; `standing`: a text that a person edited, which is to follow. */
  convert: {
    readonly request: {
      readonly source: Written
      readonly to: TargetName
      readonly standing?: string
      readonly carry: boolean
    }
    readonly answer: Converted
  }
  /** A text brought up to date with an edit that was made in another one. */
  follow: {
    readonly request: { readonly text: Written; readonly edited: Written }
    /** `ofEdited`: what is said of the edited text itself. */
    readonly answer: Omit<Converted, 'tally' | 'total'> & {
      readonly ofEdited: readonly Message[]
    }
  }
  draw: {
    readonly request: { readonly source: Written; readonly scheme: 'light' | 'dark'; readonly place: number }
    readonly answer: Drawn
  }
  /** The bytes of a file as a text. */
  open: {
    readonly request: { readonly bytes: Uint8Array; readonly file: string }
    readonly answer: {
      readonly text: string
      readonly format?: FormatName
      readonly messages: readonly Message[]
    }
  }
  /** The diagram in an address of an editor. */
  unlink: {
    readonly request: { readonly address: string }
    readonly answer: {
      readonly text?: string
      readonly format?: FormatName
      readonly messages: readonly Message[]
    }
  }
  /** Addresses that open the source in editors. */
  links: {
    readonly request: { readonly source: Written }
    readonly answer: readonly { readonly title: string; readonly address: string; readonly long: boolean }[]
  }
  tidy: {
    readonly request: Written
    readonly answer: { readonly text: string; readonly messages: readonly Message[] }
  }
  /** The tokens of the lines that a range touches, and what can be folded in the whole text. */
  tokens: {
    readonly request: At & { readonly end: number }
    readonly answer: { readonly tokens: readonly Painted[]; readonly folds: readonly Fold[] }
  }
  complete: { readonly request: At; readonly answer: readonly Completion[] }
  hover: { readonly request: At; readonly answer: { readonly hover?: Hover } }
  /** Where else the id stands that is at a place; nothing where none is. */
  ids: { readonly request: At; readonly answer: readonly Range[] }
  rename: { readonly request: At & { readonly name: string }; readonly answer: Renaming }
  fix: { readonly request: Written; readonly answer: { readonly text: string; readonly count: number } }
}

export type Kind = keyof Asks
export type RequestOf<K extends Kind> = Asks[K]['request']
export type AnswerOf<K extends Kind> = Asks[K]['answer']

export interface Question {
  readonly number: number
  readonly kind: Kind
  readonly request: unknown
}

/** `fault` says what the page itself did wrong. */
export type Reply =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly fault: string }
