/**
 * Statements as most people write most of them: names, numbers and quoted texts, with no comment between. A few expressions read them:
 * these run at full speed from the first line on, where the code of a grammar is slow until it is compiled. They take nothing that the
 * grammar reads in another way, and end where its rules end; all else is left to it (`test/dot/plain.test.ts` holds them against it).
 */
import type { Range } from '../../../src/ir/model.js'
import type { Assignment, Atom, Operand, Places, Statement } from '../words/statement.js'
import { PLACED, unescaped } from './atoms.js'

/** What is asked of the reader around. */
export interface PlainWalk {
  readonly text: string
  readonly directed: boolean
  /** The author's range of one of the text. */
  range(start: number, end: number): Range
  /** Whether there is nothing to say of an attribute: what there is to say needs its tree. */
  isClean(name: string, value: string): boolean
  /** Whether attributes are to say where they stand. */
  readonly noted?: boolean | undefined
}

/** What closes a graph or subgraph: a brace, or nothing at the end of the text. */
export interface Close {
  readonly rule: 'close'
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A statement in its place, with the semicolon behind it. */
export interface Plain {
  readonly rule: 'plain'
  readonly start: number
  readonly end: number
  readonly statement: Statement
  readonly isSound: true
}

const BLANKS = '[ \\t\\r\\n]*'
const NO_NAME = '(?![\\w\\u0080-\\uffff])'
const NAME = `(?!(?:node|edge|(?:di|sub)?graph|strict)${NO_NAME})[a-z_]\\w*${NO_NAME}`
/** With no name right behind it, which Graphviz warns of. */
const NUMBER = `-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)${NO_NAME}`
/** Three groups: blanks, and a name or a number, or what stands in quotes. Each escape keeps a way back, of which there is room for millions. */
const ID = `(${BLANKS})(?:(${NAME}|${NUMBER})|"([^"\\\\]*(?:\\\\[^][^"\\\\]*){0,9999})")`
/** A semicolon, or what cannot go on with a statement. */
const END = '(?:(;)|(?=[\\w"{}]))'
const PORT = `(?::(${NAME}|${NUMBER}))?`

/** A node, and what goes on behind it: an arrow, a list, the value of an attribute of the graph. */
const NODE = new RegExp(`${ID}${PORT}${PORT}${BLANKS}(?:(->|--|[[=])|${END})`, 'iy')
const VALUE = new RegExp(`${ID}${BLANKS}${END}`, 'iy')
const DEFAULTS = new RegExp(`(${BLANKS})(node|edge|graph)${BLANKS}\\[`, 'iy')
/** An attribute in a list; the last one with the end of the list. */
const ATTRIBUTE = new RegExp(
  `${ID}${BLANKS}=${ID}(?:${BLANKS}[,;])?(?:(?=${BLANKS}[\\w"])|(${BLANKS}\\])(${BLANKS})${END})`,
  'iy',
)

/** The beginning of a subgraph, or the end of the one around. */
const BRACE = new RegExp(`(${BLANKS})(?:(subgraph)${NO_NAME}(?:${ID})?${BLANKS})?([{}])`, 'iy')
const HEAD = new RegExp(
  `(${BLANKS})(?:(strict)[ \\t\\r\\n]+)?(digraph|graph)${NO_NAME}(?:${ID})?${BLANKS}\\{`,
  'iy',
)
const CLOSE = new RegExp(`${BLANKS}(\\})`, 'y')
/** Behind a graph, Graphviz ignores the rest of the line; one line may hold thousands of subgraphs. */
const LINE_CLOSE = new RegExp(`${BLANKS}(\\}[^\\n]*)`, 'y')
const CHAIN_END = new RegExp(`${BLANKS}${END}`, 'y')
const NOTHING_MORE = new RegExp(`${BLANKS}$`, 'y')

const NO_ATTRIBUTES: readonly Assignment[] = []

/** What stands before the statements of a graph. */
export interface Head {
  readonly strict: boolean
  readonly directed: boolean
  readonly id?: Atom | undefined
  /** Where its brace stands. */
  readonly open: number
  readonly start: number
  readonly end: number
}

export function plainHead(text: string, from: number): Head | undefined {
  HEAD.lastIndex = from
  const found = HEAD.exec(text)
  if (!found) return undefined
  const end = HEAD.lastIndex
  return {
    strict: found[2] !== undefined,
    directed: found[3]!.length === 'digraph'.length,
    id: idIn(found, 5),
    open: end - 1,
    start: from + found[1]!.length,
    end,
  }
}

/** The brace behind the blanks at an offset: what closes a subgraph, or opens one and, with its name, begins at `start`. */
export interface Brace {
  readonly opens: boolean
  readonly id?: Atom | undefined
  readonly start: number
  readonly end: number
}

export function plainBrace(text: string, from: number): Brace | undefined {
  BRACE.lastIndex = from
  const found = BRACE.exec(text)
  if (!found) return undefined
  const opens = found[6] === '{'
  // A word without its subgraph is a mistake.
  if (!opens && found[2] !== undefined) return undefined
  return { opens, id: idIn(found, 4), start: from + found[1]!.length, end: BRACE.lastIndex }
}

/** What closes a subgraph; a graph with the rest of the line. */
export function plainClose(text: string, from: number, isGraph: boolean): Close | undefined {
  const pattern = isGraph ? LINE_CLOSE : CLOSE
  pattern.lastIndex = from
  const close = pattern.exec(text)?.[1]
  if (close === undefined) return undefined
  const end = pattern.lastIndex
  return { rule: 'close', start: end - close.length, end, text: close }
}

const COMMENT = /[ \t\r\n]*(?:\/\/|#)[^\n]*(?:\n|$)/y

/** Where the comments end that stand behind an offset, line by line; the same offset where there are none. A file may have millions. */
export function behindComments(text: string, from: number): number {
  let at = from
  for (COMMENT.lastIndex = from; COMMENT.test(text); ) at = COMMENT.lastIndex
  return at
}

/** Where a statement ends whose parts end at an offset; nothing where something may go on with it. */
export function plainEnd(text: string, from: number): number | undefined {
  CHAIN_END.lastIndex = from
  const found = CHAIN_END.exec(text)
  if (!found) return undefined
  return found[1] === undefined ? from : CHAIN_END.lastIndex
}

export function nothingFollows(text: string, from: number): boolean {
  NOTHING_MORE.lastIndex = from
  return NOTHING_MORE.test(text)
}

/** An edge up to what stands behind its last arrow. */
export interface Begun {
  readonly start: number
  readonly operands: readonly Operand[]
  readonly at: number
}

/** Reads plain statements of one text. */
export class PlainReader {
  readonly #walk: PlainWalk
  /** Where the next expression begins, and in the end where the statement does. */
  #at = 0
  /** Where the statement ends so far, without a semicolon. */
  #end = 0

  constructor(walk: PlainWalk) {
    this.#walk = walk
  }

  /** The beginning of an edge that goes on with what is not plain, and where that is: what was found last. */
  begun: Begun | undefined

  /** The statement behind the blanks at an offset; nothing where it is not plain. */
  statement(from: number): Plain | undefined {
    const { text, directed } = this.#walk
    const arrow = directed ? '->' : '--'
    const operands: Operand[] = []
    let start = -1
    let attributes: readonly Assignment[] | undefined = NO_ATTRIBUTES
    this.#at = from
    this.begun = undefined
    for (let sign: string | undefined = arrow; sign === arrow; ) {
      NODE.lastIndex = this.#at
      const found = NODE.exec(text)
      if (!found) {
        if (start < 0) return this.#defaults()
        this.begun = { start, operands, at: this.#at }
        return undefined
      }
      const nodeStart = this.#reach(found)
      if (start < 0) start = nodeStart
      const id = atomOf(found)
      const port = this.#port(found[4], found[5])
      const at = this.#walk.range(nodeStart, this.#end)
      operands.push(port === undefined ? { kind: 'node', id, at } : { kind: 'node', id, port, at })
      sign = found[6]
      if (sign === undefined) this.#at = found[7] === undefined ? this.#end : NODE.lastIndex
      else {
        this.#at = NODE.lastIndex
        if (sign === '[') attributes = this.#list()
        else if (sign === '=')
          return operands.length === 1 && port === undefined ? this.#assignment(id.text, start) : undefined
        else if (sign !== arrow) return undefined
      }
    }
    if (!attributes) return undefined
    return this.#plain(start, { kind: 'chain', operands, attributes, at: this.#walk.range(start, this.#end) })
  }

  /** As Graphviz keeps it; the node ends behind it. */
  #port(first: string | undefined, second: string | undefined): string | undefined {
    if (first === undefined) return undefined
    const port = second === undefined ? first : `${first}:${second}`
    this.#end += port.length + 1
    return port
  }

  /** What every node, edge or subgraph gets from here on. */
  #defaults(): Plain | undefined {
    DEFAULTS.lastIndex = this.#at
    const found = DEFAULTS.exec(this.#walk.text)
    if (!found) return undefined
    const start = this.#at + found[1]!.length
    this.#at = DEFAULTS.lastIndex
    const attributes = this.#list()
    const of = found[2]!.toLowerCase() as 'node' | 'edge' | 'graph'
    return attributes && this.#plain(start, { kind: 'defaults', of, attributes })
  }

  /** An attribute of the graph or subgraph around, behind its `=`. */
  #assignment(name: string, start: number): Plain | undefined {
    VALUE.lastIndex = this.#at
    const found = VALUE.exec(this.#walk.text)
    if (!found) return undefined
    const nameEnd = this.#end
    const value = this.#reach(found)
    const places: Places = [start, nameEnd, value, this.#end]
    const attribute = this.#attribute(name, atomOf(found), start, this.#end, places)
    if (!attribute) return undefined
    this.#at = found[4] === undefined ? this.#end : VALUE.lastIndex
    return this.#plain(start, { kind: 'defaults', of: 'graph', attributes: [attribute] })
  }

  /** The attributes of a list, behind its bracket, and the end of the statement; nothing where they are not plain. */
  #list(): readonly Assignment[] | undefined {
    const { text } = this.#walk
    const attributes: Assignment[] = []
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at
      const found = ATTRIBUTE.exec(text)
      if (!found) return undefined
      const start = this.#at + found[1]!.length
      const close = found[7]
      this.#at = ATTRIBUTE.lastIndex
      this.#end = this.#at
      if (close !== undefined) {
        this.#end -= found[8]!.length + (found[9] === undefined ? 0 : 1)
        if (found[9] === undefined) this.#at = this.#end
      }
      const name = found[2] ?? unescaped(found[3]!)
      const value = { text: found[5] ?? unescaped(found[6]!) }
      const places = this.#walk.noted ? placesIn(found, start, text) : undefined
      const attribute = this.#attribute(name, value, start, this.#end - (close?.length ?? 0), places)
      if (!attribute) return undefined
      attributes.push(attribute)
      if (close !== undefined) return attributes
    }
  }

  #attribute(name: string, text: Atom, start: number, end: number, places?: Places): Assignment | undefined {
    if (!this.#walk.isClean(name, text.text)) return undefined
    const value = name === PLACED ? { ...text, at: this.#walk.range(start, end) } : text
    return places && this.#walk.noted ? { name, value, places } : { name, value }
  }

  /** Goes to the end of what an expression found first, and tells where that begins. */
  #reach(found: RegExpExecArray): number {
    const start = this.#at + found[1]!.length
    this.#end = start + (found[2] === undefined ? found[3]!.length + 2 : found[2].length)
    return start
  }

  #plain(start: number, statement: Statement): Plain {
    return { rule: 'plain', start, end: this.#at, statement, isSound: true }
  }
}

const atomOf = (found: RegExpExecArray): Atom => ({ text: found[2] ?? unescaped(found[3]!) })

/** Of an attribute in a list, whose name begins at `start`. */
function placesIn(found: RegExpExecArray, start: number, text: string): Places {
  const nameEnd = start + (found[2]?.length ?? found[3]!.length + 2)
  const value = text.indexOf('=', nameEnd) + 1 + found[4]!.length
  return [start, nameEnd, value, value + (found[5]?.length ?? found[6]!.length + 2)]
}

/** A name from two groups, where there is one. */
function idIn(found: RegExpExecArray, group: number): Atom | undefined {
  const text = found[group] ?? found[group + 1]
  return text === undefined ? undefined : { text: found[group] === undefined ? unescaped(text) : text }
}
