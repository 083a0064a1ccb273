/** Differences in one line each, for people: what it is, by its id and its words, and what became of it. */
import { show } from '../ir/difference.js'
import type { Graph } from '../ir/model.js'
import { isMadeUp, short } from '../lower/names.js'
import type { Difference, DifferentElement } from './difference.js'

type Said = Omit<Difference, 'text'>

/** What fields are called, where their own names do not say it. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['title', 'title'],
  ['style.fill', 'fill colour'],
  ['style.stroke', 'line colour'],
  ['style.strokeWidth', 'line width'],
  ['style.color', 'text colour'],
  ['style.fontFamily', 'font'],
  ['style.fontSize', 'font size'],
  ['style.fontWeight', 'font weight'],
  ['style.fontStyle', 'font style'],
  ['style.dash', 'dashes'],
  ['style.opacity', 'opacity'],
  ['style.rounded', 'round corners'],
  ['from.arrow', 'arrowhead at the start'],
  ['to.arrow', 'arrowhead at the end'],
  ['from.side', 'side at which it leaves'],
  ['to.side', 'side at which it arrives'],
  ['from.label', 'label at the start'],
  ['to.label', 'label at the end'],
  ['label', 'label'],
  ['label.rich', 'formatting of the label'],
  ['from.label.rich', 'formatting of the label at the start'],
  ['to.label.rich', 'formatting of the label at the end'],
  ['link.url', 'link'],
  ['link.tooltip', 'tooltip'],
  ['link.target', 'window of the link'],
  ['link.callback', 'function of the link'],
  ['image', 'picture'],
  ['fields', 'fields'],
  ['nodes', 'nodes'],
])

export function wordsOf(field: string): string {
  const known = FIELDS.get(field)
  if (known !== undefined) return known
  const [first, ...rest] = field.split('.')
  if (first === 'properties' && rest.length > 0) return rest.join('.')
  if (first === 'classes' && rest.length > 0) return `class ${rest.join('.')}`
  if (first === 'extras' && rest.length > 0) return `setting ${rest.join('.')}`
  return field.replaceAll('.', ' ')
}

/** A value as it stands in a sentence: a word as it is, everything else between quotes. */
export function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return short(value.join(', '))
  const text = typeof value === 'string' ? value : show(value)
  return /^[\w#.:-]+$/.test(text) && text.length < 60 ? text : `“${short(text)}”`
}

const quoted = (text: unknown): string => `“${short(String(text))}”`

/** What an element is called: its id where somebody gave it one, and its words where they are others. */
export function named(kind: string, { id, label }: Pick<DifferentElement, 'id' | 'label'>): string {
  const words = label.trim()
  if (id === undefined) return words === '' ? kind : `${kind} ${quoted(words)}`
  if (words === '' || words === id) return `${kind} ${short(id)}`
  return isMadeUp(id) ? `${kind} ${quoted(words)}` : `${kind} ${short(id)} ${quoted(words)}`
}

const kindOf = ({ element }: Said, { kind }: DifferentElement): string =>
  element === 'group' ? (kind ?? 'cluster').replace('cluster', 'group') : element

/** A group by its id and words. */
function groupIn({ groups }: Graph, id: unknown): string {
  const group = groups.get(String(id))
  if (!group) return `group ${short(String(id))}`
  return named(group.kind === 'lane' ? 'lane' : 'group', { id: group.id, label: group.label.text })
}

function endIn({ nodes, groups }: Graph, id: string): string {
  const words = (nodes.get(id) ?? groups.get(id))?.label.text.trim()
  return words && isMadeUp(id) ? quoted(words) : short(id)
}

function nameOf(said: Said, before: Graph, after: Graph): string {
  const element = said.now ?? said.old!
  const graph = said.now ? after : before
  if (said.element !== 'edge') {
    // What is renamed is called by the id alone: both names follow.
    const isRenaming = said.field === 'label' && element.id !== undefined && !isMadeUp(element.id)
    return named(kindOf(said, element), isRenaming ? { id: element.id, label: '' } : element)
  }
  const arrow = `edge ${endIn(graph, element.from!)} → ${endIn(graph, element.to!)}`
  const words = said.field === 'label' ? '' : element.label.trim()
  return words === '' ? arrow : `${arrow} ${quoted(words)}`
}

/** What a difference is, as a line without a full stop. */
export function sentenceOf(said: Said, before: Graph, after: Graph): string {
  const name = nameOf(said, before, after)
  if (said.kind === 'added') return `${name} added${placeOf(said, after)}`
  if (said.kind === 'removed') return `${name} removed`
  if (said.kind === 'moved') return `${name} moved ${wayOf(said, before, after)}`
  if (said.field === 'id') return `${said.element} ${quoted(said.before)} has the id ${quoted(said.after)}`
  if (said.field === 'label') return `${name} ${renaming(said)}`
  if (said.field === 'from') return `${name} starts at ${shown(said.after)} instead of ${shown(said.before)}`
  if (said.field === 'to') return `${name} ends at ${shown(said.after)} instead of ${shown(said.before)}`
  const words = wordsOf(said.field ?? '')
  return said.element === 'diagram' ? changeOf(words, said) : `${name}: ${changeOf(words, said)}`
}

function placeOf({ element, now }: Said, after: Graph): string {
  const id = now?.id ?? ''
  const around =
    element === 'node'
      ? after.nodes.get(id)?.group
      : element === 'group'
        ? after.groups.get(id)?.parent
        : undefined
  return around === undefined ? '' : ` in ${groupIn(after, around)}`
}

function wayOf({ field, before: old, after: now }: Said, before: Graph, after: Graph): string {
  if (field === 'order') return now === undefined ? 'before all others' : `behind ${groupIn(after, now)}`
  if (old === undefined) return `into ${groupIn(after, now)}`
  if (now === undefined) return `out of ${groupIn(before, old)}`
  return `from ${groupIn(before, old)} to ${groupIn(after, now)}`
}

function renaming({ element, before = '', after = '' }: Said): string {
  const [verb, noun] = element === 'edge' ? ['labelled', 'label'] : ['named', 'name']
  if (before === '') return `${verb} ${quoted(after)}`
  if (after === '') return `without its ${noun} ${quoted(before)}`
  return `${element === 'edge' ? 'relabelled' : 'renamed'} from ${quoted(before)} to ${quoted(after)}`
}

function changeOf(words: string, { before, after }: Said): string {
  if (before === true || after === true) return after === true ? `${words} now` : `not ${words} any more`
  if (words.startsWith('formatting ')) return `${words} changed`
  if (before === undefined) return `${words} ${shown(after)} added`
  if (after === undefined) return `${words} ${shown(before)} removed`
  return `${words} changed from ${shown(before)} to ${shown(after)}`
}
