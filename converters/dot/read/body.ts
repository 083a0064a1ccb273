/**
 * What stands in a graph and in its subgraphs, part by part, so that a large one is never there as one tree: plain statements as
 * `plain.ts` reads them, subgraphs from brace to brace, and all else by the grammar, as its rules `Graph`, `Chain` and `Subgraph` say.
 */
import { deepest } from '../../../src/syntax/parser.js'
import type { Pieces } from '../../../src/syntax/tree.js'
import type { Trees } from '../grammar.gen.js'
import type { Assignment, Operand, Statement, SubgraphStatement } from '../words/statement.js'
import {
  type Begun,
  type Brace,
  behindComments,
  type Close,
  type Plain,
  PlainReader,
  plainBrace,
  plainClose,
  plainEnd,
} from './plain.js'
import { addAttributes, type BodyPart, operandOf, statementsOf, type Walk } from './statements.js'

export class BodyReader {
  readonly #text: string
  readonly #pieces: Pieces<Trees>
  readonly #walk: Walk
  /** Left out where the grammar alone reads. */
  readonly #plain: PlainReader | undefined
  /** Where the last part ends. */
  #end = 0
  /** What closes the body that was read last: a brace, or nothing at the end of the text. */
  close: Close | undefined

  constructor(pieces: Pieces<Trees>, walk: Walk, isPlain: boolean) {
    const { text, directed, trouble, noted } = walk
    const { linting } = trouble
    this.#text = text
    this.#pieces = pieces
    this.#walk = walk
    const { range } = trouble
    const isClean = linting ? linting.isClean : () => true
    this.#plain = isPlain ? new PlainReader({ text, directed, range, isClean, noted }) : undefined
  }

  /** Where the body ends that was read last: where its brace is missing, where its last part does. */
  get end(): number {
    return this.close && this.close.text !== '' ? this.close.end : this.#end
  }

  /**
   * The parts of the graph behind the brace that ends here. Each is looked at no longer than until the next but one is asked for.
   * Behind the last one there is `close`, unless something is nested too deep.
   * @param depth how many subgraphs are open
   */
  *parts(from: number, depth = 0): Generator<BodyPart> {
    this.#end = from
    this.close = undefined
    for (let part = this.#part(depth); part; part = this.#part(depth)) {
      this.#end = part.end
      // What closed a subgraph in it does not close this.
      this.close = undefined
      yield part
    }
    this.close = this.#closeOf(depth)
    if (this.close) yield this.close
  }

  /** Goes to the end of the graph without a look at what is left of it. */
  skip(): void {
    const pieces = this.#pieces
    for (let part = pieces.next('Statement'); part; part = pieces.next('Statement')) this.#end = part.end
    this.close = this.#closeOf(0)
  }

  #part(depth: number): BodyPart | undefined {
    const pieces = this.#pieces
    const plain = this.#plain
    if (!plain) return pieces.next('Statement', depth)
    const text = this.#text
    let part = plain.statement(pieces.at)
    if (!part && !plain.begun) {
      const behind = behindComments(text, pieces.at)
      if (behind > pieces.at) {
        pieces.at = behind
        part = plain.statement(behind)
      }
    }
    if (part) {
      pieces.at = part.end
      return part
    }
    const { begun } = plain
    const brace = plainBrace(text, begun ? begun.at : pieces.at)
    if (brace?.opens) return this.#edge(begun ?? { start: brace.start, operands: [] }, brace, depth)
    return brace && !begun ? undefined : pieces.next('Statement', depth)
  }

  #closeOf(depth: number): Close | undefined {
    const pieces = this.#pieces
    // What is in it was nested too deep.
    if (pieces.tooDeep) return undefined
    const plain = this.#plain && plainClose(this.#text, pieces.at, depth === 0)
    if (plain) {
      pieces.at = plain.end
      return plain
    }
    const tree = pieces.next(depth === 0 ? 'graphClose' : 'close')
    return tree && { rule: 'close', start: tree.start, end: tree.end, text: tree.text }
  }

  /**
   * A statement with a subgraph in it, from there on where the first one opens: what the grammar's rule `Chain` says, and a semicolon.
   * Statements of subgraphs are made at once: that an edge goes on behind one is known only there.
   */
  #edge({ start, operands: plain }: Omit<Begun, 'at'>, brace: Brace, depth: number): Plain | undefined {
    const { trouble, directed } = this.#walk
    const pieces = this.#pieces
    const first = this.#subgraph(brace, depth)
    if (!first) return undefined
    const operands: Operand[] = [...plain, first]
    let end = this.end
    for (let isRight = plain.length > 0; ; ) {
      const behind = plainEnd(this.#text, end)
      pieces.at = behind ?? end
      if (behind !== undefined) return this.#plainOf(operands, NO_ATTRIBUTES, start, end)
      const arrow = pieces.next('edgeOperator')
      const sign = arrow && { text: arrow.text, start: arrow.start, end: arrow.end }
      const operand = sign && this.#operand(depth)
      if (!operand) break
      end = this.end
      if ((sign.text === '->') === directed) isRight = true
      else trouble.operator(sign, isRight)
      operands.push(operand)
    }
    pieces.at = end
    const attributes: Assignment[] = []
    for (let list = pieces.next('AttributeList'); list; list = pieces.next('AttributeList')) {
      end = list.end
      addAttributes(list, this.#walk, attributes)
    }
    pieces.at = end
    if (pieces.next('separator')?.text !== ';') pieces.at = end
    return this.#plainOf(operands, attributes, start, end)
  }

  #plainOf(
    operands: readonly Operand[],
    attributes: readonly Assignment[],
    start: number,
    end: number,
  ): Plain {
    const at = this.#walk.trouble.range(start, end)
    const statement: Statement = { kind: 'chain', operands, attributes, at }
    return { rule: 'plain', start, end: this.#pieces.at, statement, isSound: true }
  }

  /** What stands behind an arrow, and its end in `end`. */
  #operand(depth: number): Operand | undefined {
    const pieces = this.#pieces
    const brace = plainBrace(this.#text, pieces.at)
    if (brace?.opens) return this.#subgraph(brace, depth)
    const tree = pieces.next('Operand', depth)
    if (!tree) return undefined
    this.#end = tree.end
    this.close = undefined
    return operandOf(tree, this.#walk)
  }

  #subgraph({ id, start, end }: Brace, depth: number): SubgraphStatement | undefined {
    const pieces = this.#pieces
    // The grammar counts the statement that it is in, and those in it.
    if (depth + 2 > deepest) {
      pieces.tooDeep = true
      return undefined
    }
    pieces.at = end
    const parts = this.parts(end, depth + 1)
    const statements = [...statementsOf({ open: end - 1, parts }, this.#walk)]
    if (!this.close) return undefined
    const at = this.#walk.trouble.range(start, this.end)
    return { kind: 'subgraph', ...(id && { id }), statements, at }
  }
}

const NO_ATTRIBUTES: readonly Assignment[] = []
