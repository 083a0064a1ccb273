/**
 * What may stand in which element of an HTML label, as Graphviz's own grammar has it: a cell holds a text, or one table, or one picture, and
 * a table rows. What it refuses is a syntax error there, though it is well-formed XML.
 * @see https://graphviz.org/doc/info/shapes.html#html
 */
import { decodeEntities } from '../../words/entities.js'

/** What an element holds so far. Blanks are a text beside which a table may stand, but none in an element of text, which is `wrapped`. */
type Held = 'nothing' | 'blank' | 'text' | 'table' | 'wrapped' | 'image' | 'row' | 'rule'

interface Open {
  readonly name: string
  /** As it is written. */
  readonly written: string
  held: Held
}

const PARENTS = new Map([
  ['tr', 'TABLE'],
  ['th', 'TABLE'],
  ['hr', 'TABLE'],
  ['td', 'TR'],
  ['vr', 'TR'],
  ['img', 'TD'],
])
const ROWS: Readonly<Record<string, string>> = { table: 'TR', tr: 'TD', th: 'TD' }

/** Elements of text that may not stand around a table. */
const UNFIT = new Set(['s', 'sub', 'sup'])

/** Whether Graphviz takes no notice of a text there. */
const isDeaf = (name: string): boolean => Object.hasOwn(ROWS, name)
const isRule = (name: string): boolean => name === 'hr' || name === 'vr'
const isAlone = (name: string): boolean => isRule(name) || name === 'br' || name === 'img'
const isOfText = (name: string): boolean => name !== '' && !isDeaf(name) && !isAlone(name) && name !== 'td'

/** Follows a label from tag to tag. Each step gives the first fault, as the end of a sentence, or nothing. */
export class HtmlContent {
  readonly #open: Open[] = [{ name: '', written: '', held: 'nothing' }]

  get #last(): Open {
    return this.#open.at(-1)!
  }

  text(source: string): string | undefined {
    const last = this.#last
    if (isDeaf(last.name)) return undefined
    // Signs of control, such as ends of lines, are no text to Graphviz.
    const text = decodeEntities(source).replace(/[\0-\x1f]/g, '')
    return text === '' ? undefined : this.#holds(last, /[^ ]/.test(text) ? 'text' : 'blank')
  }

  opens(name: string, written: string): string | undefined {
    const last = this.#last
    const fault = faultOfPlace(name, written, last)
    if (fault !== undefined) return fault
    if (isDeaf(last.name)) last.held = isRule(name) ? 'rule' : 'row'
    this.#open.push({ name, written, held: 'nothing' })
    return undefined
  }

  closes(): string | undefined {
    const closed = this.#open.pop()!
    const { name, written, held } = closed
    if (isDeaf(name) && held !== 'row')
      return held === 'rule' ? betweenRows(ROWS[name]!) : `\`<${written}>\` holds no \`<${ROWS[name]}>\``
    if (isOfText(name) && held === 'nothing') return `\`<${written}>\` holds nothing`
    if (isRule(name) || name === 'td' || ROWS[name] === 'TD') return undefined
    const own: Held = name === 'table' ? 'table' : name === 'img' ? 'image' : name === 'br' ? 'text' : held
    return this.#holds(this.#last, own, closed)
  }

  ends(): string | undefined {
    return this.#last.held === 'nothing' ? 'there is nothing in it' : undefined
  }

  #holds(last: Open, held: Held, from?: Open): string | undefined {
    if (isAlone(last.name)) return `\`<${last.written}>\` holds nothing there`
    const before = last.held
    if (held === 'image' || before === 'image') {
      if (before !== 'nothing') return 'nothing can stand beside an `<IMG>`, not even a blank'
      last.held = held
      return undefined
    }
    const isTable = held === 'table' || held === 'wrapped'
    const wasTable = before === 'table' || before === 'wrapped'
    if (isTable) {
      if (wasTable) return 'two `<TABLE>` stand side by side'
      if (UNFIT.has(last.name)) return `a \`<TABLE>\` cannot stand in \`<${last.written}>\``
      const isWrapped = from && isOfText(from.name)
      if (before === 'text' || (isWrapped && before === 'blank')) return besideTable
      if (isWrapped && isOfText(last.name))
        return `a \`<TABLE>\` stands in \`<${from.written}>\` in \`<${last.written}>\`, where one of them is the most`
      last.held = isWrapped ? 'wrapped' : 'table'
      return undefined
    }
    if (wasTable) return before === 'table' && held === 'blank' && !from ? undefined : besideTable
    // Blanks in an element of their own are a text.
    last.held = before === 'text' || held === 'text' || from ? 'text' : held
    return undefined
  }
}

const besideTable = 'a text stands beside a `<TABLE>`'
const betweenRows = (row: string): string =>
  `\`<${row === 'TR' ? 'HR' : 'VR'}/>\` stands only between two \`<${row}>\``

function faultOfPlace(name: string, written: string, { name: parent, written: around, held }: Open) {
  const needed = PARENTS.get(name)
  if (isAlone(parent)) return `\`<${around}>\` holds nothing there`
  if (needed !== undefined && needed !== (parent === 'th' ? 'TR' : parent.toUpperCase()))
    return `\`<${written}>\` stands only in \`<${needed}>\``
  if (needed === undefined && isDeaf(parent)) return `\`<${written}>\` cannot stand in \`<${around}>\``
  return isRule(name) && held !== 'row' ? betweenRows(ROWS[parent]!) : undefined
}
