/** Edits of the attribute lists behind one statement: of what is said there, only what is to change. */

import type { TextEdit } from '../../../src/messages/message.js'
import { parts } from '../../../src/syntax/tree.js'
import type { TreeOf } from '../grammar.gen.js'
import { atomOf } from '../read/statements.js'
import { quote } from '../words/quote.js'
import type { Atom } from '../words/statement.js'
import type { Wishes } from './attribute-changes.js'

/** A statement that may have lists of attributes. */
export type Listing = TreeOf<'Chain' | 'Defaults'>

/** The attributes of a statement with that name. */
export function settings(statement: Listing, name: string): TreeOf<'Attribute'>[] {
  return attributesOf(statement).filter(attribute => atomOf(attribute.first).text === name)
}

function attributesOf(statement: Listing): TreeOf<'Attribute'>[] {
  return parts(statement, 'AttributeList').flatMap(list => list.children)
}

export function listEdits(statement: Listing, wishes: Wishes): TextEdit[] {
  const edits: TextEdit[] = []
  const added: [string, Atom][] = []
  // By where they begin: a tree's nodes are made anew each time.
  const gone = new Set<number>()
  for (const [name, value] of wishes) {
    const own = settings(statement, name)
    const last = own.at(-1)
    if (value === undefined) for (const each of own) gone.add(each.start)
    else if (last) edits.push(valueEdit(last, value))
    else added.push([name, value])
  }
  return [...edits, ...removals(statement, gone, added), ...additions(statement, gone, added)].sort(
    (a, b) => a.start - b.start,
  )
}

/** The new value in the old one's place, quoted as that was. */
export function valueEdit(attribute: TreeOf<'Attribute' | 'Assignment'>, value: Atom): TextEdit {
  const old = attribute.first.next
  return { start: old.start, end: old.end, text: styled(value, old.text.startsWith('"')) }
}

function styled(value: Atom, quoted: boolean): string {
  const plain = quote(value)
  return quoted && plain === value.text ? `"${plain}"` : plain
}

function removals(statement: Listing, gone: ReadonlySet<number>, added: readonly unknown[]): TextEdit[] {
  const edits: TextEdit[] = []
  for (const list of parts(statement, 'AttributeList')) {
    const all = list.children
    const left = all.filter(attribute => !gone.has(attribute.start))
    if (left.length === all.length) continue
    if (left.length === 0 && added.length === 0 && statement.rule === 'Chain') {
      edits.push({ start: blanksBefore(list, statement), end: list.end, text: '' })
      continue
    }
    for (const [place, attribute] of all.entries()) {
      if (!gone.has(attribute.start)) continue
      const before = all.slice(0, place).findLast(other => !gone.has(other.start))
      const next = all[place + 1]
      if (next) edits.push({ start: attribute.start, end: next.start, text: '' })
      else if (before) {
        const start = before.first.next.end
        // What goes directly before this one is cut already, up to here.
        const cut = all[place - 1]?.start === before.start ? start : attribute.start
        edits.push({ start: cut, end: attribute.end, text: '' })
      } else edits.push({ start: attribute.start, end: attribute.end, text: '' })
    }
  }
  return edits
}

function blanksBefore(list: TreeOf<'AttributeList'>, statement: Listing): number {
  let start = list.start
  while (start > statement.start && /\s/.test(statement.text[start - statement.start - 1]!)) start--
  return start
}

function additions(
  statement: Listing,
  gone: ReadonlySet<number>,
  added: readonly (readonly [string, Atom])[],
): TextEdit[] {
  if (added.length === 0) return []
  const all = attributesOf(statement)
  const left = all.filter(attribute => !gone.has(attribute.start))
  const isQuoted = left.length > 0 && left.every(each => each.first.next.text.startsWith('"'))
  const sign = left[0]?.text.slice(left[0].first.text.length).match(/^\s*=\s*/)?.[0] ?? '='
  const words = added.map(([name, value]) => `${quote({ text: name })}${sign}${styled(value, isQuoted)}`)
  const last = left.at(-1)
  if (!last) {
    const [list] = parts(statement, 'AttributeList')
    if (list) return [{ start: list.start + 1, end: list.start + 1, text: words.join(', ') }]
    return [{ start: statement.end, end: statement.end, text: ` [${words.join(', ')}]` }]
  }
  const end = last.first.next.end
  const trailing = /^\s*[,;]/.test(statement.text.slice(end - statement.start, last.end - statement.start))
  const separator = separatorOf(statement, left)
  const isSame = all.at(-1)?.start === last.start
  const at = trailing && isSame ? last.end : end
  const text =
    trailing && isSame
      ? words
          .map(word => `${separator.trimStart().replace(/^[,;]/, '')}${word}${separator.trim().slice(0, 1)}`)
          .join('')
      : words.map(word => separator + word).join('')
  return [{ start: at, end: at, text: trailing && isSame && !/^\s/.test(text) ? ` ${text}` : text }]
}

/** What the list itself writes between two attributes. */
function separatorOf(statement: Listing, [first, second]: readonly TreeOf<'Attribute'>[]): string {
  if (!first || !second) return ', '
  const text = statement.text.slice(first.first.next.end - statement.start, second.start - statement.start)
  return /^\s*(?:[,;]\s*)?$/.test(text) && text !== '' ? text : ', '
}
