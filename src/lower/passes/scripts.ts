/**
 * No address that runs code leaves, whatever the target: in links, pictures, styles, formatted labels, and in what only
 * one format says. What is such an address, `src/text/script-urls.ts` decides.
 */
import { NO_STYLE } from '../../ir/build.js'
import { applyChange, type Path, pathTo } from '../../ir/change.js'
import type {
  Edge,
  ElementDocument,
  Extras,
  Group,
  Link,
  Loop,
  Node,
  Range,
  Style,
  Text,
  Value,
} from '../../ir/model.js'
import { withoutScripts } from '../../text/sanitize.js'
import { mentionsScript, runsScript } from '../../text/script-urls.js'
import { change, type Editor } from '../editor.js'
import { className, everyName, graphName, short } from '../names.js'
import { everythingIn } from '../walk.js'
import * as say from './style-messages.js'

interface Place {
  readonly path: Path
  /** What makes the name: nearly always nothing is said. */
  readonly name: () => string
  readonly at?: Range | undefined
}

export function dropScripts(editor: Editor): void {
  const { at, link, style, classes, defaults, extras, document } = editor.draft.fields
  const graph: Place = { path: [], name: graphName, at }
  dropFrom(editor, graph, { link, style, extras, ...(document && { document }) })
  for (const [id, named] of classes)
    dropFromStyle(editor, { path: ['classes', id], name: () => className(id), at }, named)
  for (const kind of ['node', 'edge'] as const)
    dropFromStyle(editor, { path: ['defaults', kind], name: () => everyName(kind), at }, defaults[kind])
  for (const { kind, element, path, name } of everythingIn(editor, mayRun)) {
    const place = { path, name, at: element.at }
    if (kind === 'loop') {
      dropFromExtras(editor, place, element.extras)
      continue
    }
    dropFrom(editor, place, element)
    if (kind === 'node' && element.image !== undefined && runsScript(element.image))
      drop(editor, place, 'picture', [[pathTo(path, 'image'), undefined]])
    for (const end of kind === 'edge' ? (['from', 'to'] as const) : []) {
      const { label } = (element as Edge)[end]
      if (label?.rich) dropFromLabel(editor, { ...place, path: pathTo(path, end) }, label)
    }
  }
}

/** Whether there is anything that an address may stand in. */
function mayRun(element: Node | Group | Edge | Loop): boolean {
  if (element.extras.size > 0 || element.document !== undefined) return true
  if ('condition' in element) return false
  const { label, link, style } = element
  if (label.rich || link || style !== NO_STYLE) return true
  if ('from' in element) return element.from.label !== undefined || element.to.label !== undefined
  return 'image' in element
}

interface Parts {
  readonly label?: Text
  readonly link?: Link | undefined
  readonly style: Style
  readonly extras: Extras
  readonly document?: ElementDocument
}

function dropFrom(editor: Editor, place: Place, { label, link, style, extras, document }: Parts): void {
  for (const [key, words] of [
    ['url', 'link'],
    ['callback', 'function that a click calls'],
  ] as const) {
    if (link?.[key] !== undefined && runsScript(link[key]))
      drop(editor, place, words, [[[...place.path, 'link', key], undefined]])
  }
  if (style !== NO_STYLE) dropFromStyle(editor, { ...place, path: [...place.path, 'style'] }, style)
  dropFromLabel(editor, place, label)
  dropFromExtras(editor, place, extras)
  if (document) dropFromDocument(editor, place, document)
}

function drop(
  editor: Editor,
  { name, at }: Place,
  what: string,
  edits: readonly (readonly [Path, unknown])[],
) {
  change(editor, say.runsScript({ what, name }, at), edits)
}

function dropFromStyle(editor: Editor, place: Place, style: Style | undefined): void {
  for (const [key, value] of Object.entries(style ?? {})) {
    if (typeof value === 'string' && mentionsScript(value))
      drop(editor, place, 'style', [[[...place.path, key], undefined]])
  }
  for (const [key, value] of style?.other ?? []) {
    if (mentionsScript(value) || runsScript(value))
      drop(editor, place, 'style', [[[...place.path, 'other', key], undefined]])
  }
}

/** Of a formatted label, only what runs goes. */
function dropFromLabel(editor: Editor, { path, name, at }: Place, label: Text | undefined): void {
  const rich = label?.rich
  if (!rich) return
  const source = withoutScripts(rich.source)
  if (source === rich.source) return
  change(editor, say.labelRunsScript({ name }, at), [[pathTo(path, 'label', 'rich'), { ...rich, source }]])
}

function dropFromExtras(editor: Editor, place: Place, extras: Extras): void {
  for (const [format, values] of extras) {
    for (const [key, value] of values) {
      if (!holdsScript(key, value)) continue
      drop(editor, place, `“${short(key)}”`, [
        [[...place.path, 'extras', format, key], withoutScriptsIn(key, value, 0)],
      ])
    }
  }
}

/** What a document says is nothing of the graph's, so that it is no loss and nothing is said of it. */
function dropFromDocument(editor: Editor, { path }: Place, document: ElementDocument): void {
  const unsafe = [...document].some(([, values]) => [...values].some(pair => holdsScript(...pair)))
  if (!unsafe) return
  const harmless = Array.from(document, ([format, values]) => {
    const kept = Array.from(values, ([key, value]) => [key, withoutScriptsIn(key, value, 0)] as const)
    return [format, new Map(kept.filter(([, value]) => value !== undefined))] as const
  })
  applyChange(editor.draft, pathTo(path, 'document'), new Map(harmless))
}

/** Keys whose texts are read, and never followed. */
const WORDS =
  /^(?:.*label|.*tooltip|comments?|commentsAfter|title|accTitle|name|from|to|key|id|was|order|after|nodes|edges|members|parent|port)$/i
/** Keys whose texts have addresses among other things. */
const LISTS = /style|css|background/i

/** What becomes of a text under a key: the text, the text without what runs, or nothing. */
function harmlessText(key: string, text: string): string | undefined {
  if (LISTS.test(key) && mentionsScript(text)) return undefined
  if (!WORDS.test(key) && runsScript(text)) return undefined
  return /^comment/.test(key) ? text : withoutScripts(text)
}

/** A text or one in markup stands for what it stands in; so do those of a list. */
const keyIn = (outer: string, key: string): string => (key === 'text' || key === 'html' ? outer : key)

/** Whether what one format says under a key holds, anywhere in it, an address that runs code. */
export function holdsScript(key: string, value: Value): boolean {
  const waiting: [string, Value][] = [[key, value]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, item] = next
    if (typeof item === 'string') {
      if (harmlessText(name, item) !== item) return true
    } else if (item instanceof Map) {
      for (const [inner, each] of item as ReadonlyMap<string, Value>) waiting.push([keyIn(name, inner), each])
    } else if (Array.isArray(item)) for (const each of item as readonly Value[]) waiting.push([name, each])
  }
  return false
}

const DEEPEST = 100

/** The value without what runs in it; nothing of what nests deeper than anyone writes. */
function withoutScriptsIn(key: string, value: Value, depth: number): Value | undefined {
  if (depth > DEEPEST) return undefined
  if (typeof value === 'string') return harmlessText(key, value)
  if (value instanceof Map) {
    const kept = new Map<string, Value>()
    for (const [name, item] of value as ReadonlyMap<string, Value>) {
      const safe = withoutScriptsIn(keyIn(key, name), item, depth + 1)
      if (safe !== undefined) kept.set(name, safe)
    }
    return kept
  }
  if (!Array.isArray(value)) return value
  return (value as readonly Value[])
    .map(item => withoutScriptsIn(key, item, depth + 1))
    .filter(item => item !== undefined)
}
