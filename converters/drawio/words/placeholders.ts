/**
 * Placeholders: with `placeholders="1"` draw.io shows `%name%` in a label, tooltip or link as the attribute of that
 * name of the cell or the next one around it, else as a variable of the file.
 * https://www.drawio.com/doc/faq/placeholders
 */
import type { Value } from '../../../src/ir/model.js'
import { cleanXml } from '../../../src/text/xml-characters.js'

/** What a name stands for where it is used; nothing where it stands for itself. */
export type Lookup = (name: string) => string | undefined

/** draw.io's own pattern, but that it ends at the next `%` also inside of a date. */
const PLACEHOLDER = /%(date\{[^}%]*\}|[^%^{} "'=;]+)%/g
/** Of these draw.io makes something else in every file and on every day, or shows them as they are. */
const LITERAL =
  /^(label|tooltip|link|linkTarget|(diaglot|mermaid|date).*|time|timestamp|pagenumber|pagecount|filename)$/

/** The text with what its placeholders stand for; `%%name%` is a `%name%` that is meant as it is. */
function substitute(text: string, lookup: Lookup): string {
  let result = ''
  let last = 0
  for (const { 0: whole, 1: name, index } of text.matchAll(PLACEHOLDER)) {
    const escaped = index > last && text[index - 1] === '%'
    const value = escaped ? whole.slice(1) : LITERAL.test(name!) ? undefined : lookup(name!)
    result += text.slice(last, index) + (value ?? whole)
    last = index + whole.length
  }
  return result + text.slice(last)
}

type Attributes = ReadonlyMap<string, string>

const isOn = (attributes: Attributes): boolean => attributes.get('placeholders') === '1'

/** What draw.io shows of a label. `placeholder` names the attribute that is shown instead of it. */
export function displayedLabel(label: string, attributes: Attributes, lookup: Lookup): string {
  if (!isOn(attributes)) return label
  const name = attributes.get('placeholder')
  return name === undefined ? substitute(label, lookup) : (lookup(name) ?? '')
}

export const shownText = (text: string, attributes: Attributes, lookup: Lookup): string =>
  isOn(attributes) ? substitute(text, lookup) : text

/** The variables of a file: a JSON object in an attribute of `mxfile`. */
export function readVariables(json: string | undefined): ReadonlyMap<string, string> {
  if (json === undefined) return new Map()
  try {
    // JSON has escapes for characters that XML cannot hold.
    const clean = (_: string, value: unknown) => (typeof value === 'string' ? cleanXml(value) : value)
    const value: unknown = JSON.parse(json, clean)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map()
    return new Map(
      Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    )
  } catch {
    return new Map()
  }
}

/** A cell, as far as placeholders look at it. */
export interface Scope {
  readonly id: string
  readonly attributes: Attributes
  readonly around: Scope | undefined
}

const DEEPEST = 1000

/** What names stand for in a cell. @param variables of the file and page */
export function lookupIn(scope: Scope, variables: Attributes): Lookup {
  return name => {
    if (name === 'id') return scope.id
    let steps = 0
    for (let up: Scope | undefined = scope; up && steps < DEEPEST; up = up.around, steps++) {
      const value = up.attributes.get(name)
      if (value !== undefined) return value
    }
    return variables.get(name)
  }
}

/** The variables of a page: `page`, where it has a name of its own, and those of its file. */
export function variablesOf(vars: Value | undefined, name: string | undefined): ReadonlyMap<string, string> {
  const variables = new Map(readVariables(typeof vars === 'string' ? vars : undefined))
  if (name !== undefined) variables.set('page', name)
  return variables
}
