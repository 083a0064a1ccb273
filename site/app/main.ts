/** The page: a text at the left, the same diagram in other formats at the right, what became of it below. */
import { formats, isFormat, type TargetName, targetNames } from '../shared/formats.js'
import { type Key, texts, textsIn } from '../texts/texts.js'
import { openIn, pageBar, pictureButtons, sourceBar, textButtons } from './bars.js'
import { h } from './dom.js'
import { exampleText, firstExample } from './examples.js'
import type { Opened } from './files.js'
import { frame as newFrame, select } from './frame.js'
import { Intake, isAddress } from './intake.js'
import { keep, kept, keys } from './keep.js'
import { chosenLanguage, showTheme, whenSchemeChanges } from './look.js'
import { workOffline } from './offline.js'
import { Report } from './report.js'
import { Result } from './result.js'
import { Show } from './show.js'
import { Source } from './source.js'
import { Tabs } from './tabs.js'

const language = chosenLanguage()
const say = texts(await textsIn(language))
document.documentElement.lang = language
document.title = say('title')
showTheme()

/** The text that somebody asked for last. */
let asked: TargetName | undefined

const frame = newFrame(document.getElementById('app')!, say)
const failed = (error: unknown) =>
  frame.tell(say('fault', { why: error instanceof Error ? error.message : String(error) }))

const source = new Source(say, {
  changed: () => show.wait(),
  looked: looked => {
    report.found(looked, source.seen.trim() === '')
    show.looked(looked)
    refresh()
  },
  tell: frame.tell,
  failed,
})
source.editor.element.id = 'source'

const show = new Show(say, {
  source: () => source.written,
  picked: ([start, end]) => source.editor.select(start, end, false),
  failed,
})

const result = new Result(say, 'flowzap', {
  source: () => source.written,
  followed: text => source.editor.write(text),
  converted: (target, converted) => report.converted(formats[target].title, converted),
  tell: (key: Key | '', why = '') => {
    note.textContent = key === '' ? say('editable') : say(key, { why })
    anew.hidden = key === '' || key === 'editable'
  },
  say: frame.tell,
  failed,
  carries: () => carry.checked,
})

const report = new Report(say, {
  select: (message, shapes) => {
    const place = message.at ?? shapes.map(key => show.placeOf(key)).find(found => found)
    show.picture.mark(shapes)
    if (place) source.editor.select(place[0], place[1])
  },
  show: (message, shapes) => {
    tabs.choose('picture')
    show.picture.mark(shapes)
    if (message.at) source.editor.select(message.at[0], message.at[1], false)
  },
  fix: message => source.fix(message),
})

const intake = new Intake(say, {
  open: (text, format) => {
    result.forget()
    void source.open(text, format).catch(failed)
  },
  several: showFiles,
  tell: frame.tell,
  failed,
})

const parts = { say, frame, source, intake, failed }
const note = h('p', { className: 'note', attrs: { role: 'status' } })
const anew = h('button', {
  type: 'button',
  textContent: say('writeAnew'),
  hidden: true,
  on: { click: () => result.anew() },
})
const carry = h('input', { type: 'checkbox', on: { change: () => void result.refresh() } })
const carries = h('label', { title: say('carryAbout') }, carry, h('span', { textContent: say('carry') }))
const ofText = h(
  'div',
  { className: 'text' },
  h('div', { className: 'follow' }, note, anew),
  result.editor.element,
)
frame.panel.append(show.element, ofText)
const textBar = [...textButtons(parts, () => ({ text: result.editor.text, target: result.target })), carries]
const pictureBar = pictureButtons(parts, () => show.svg)
frame.rightBar.append(...textBar, ...pictureBar, openIn(parts))

const tabs = new Tabs(
  [
    { name: 'picture' as TargetName | 'picture', title: say('picture') },
    ...targetNames.map(name => ({ name, title: formats[name].tab })),
  ],
  { label: say('tabs'), panel: frame.panel, chosen: firstTab() },
  () => {
    keep(keys.tab, tabs.chosen)
    refresh()
  },
)
frame.right.append(tabs.element, frame.rightBar, frame.panel)
const files = h('div', { className: 'files', hidden: true })
frame.left.append(files, source.editor.element)
frame.below.append(report.element)
pageBar(parts, () => void show.draw())
sourceBar(parts)
whenSchemeChanges(() => {
  showTheme()
  void show.draw()
})
refresh()
void begin().catch(failed)
workOffline(() => frame.tell(say('offline')))
// Who moves or presses something may write next.
for (const sign of ['pointermove', 'pointerdown', 'keydown'] as const)
  addEventListener(sign, () => void source.editor.ready().catch(failed), { once: true, passive: true })

/** Shows what the tab is for; losses are always those of a text. */
function refresh(): void {
  const { chosen } = tabs
  const isPicture = chosen === 'picture'
  show.element.hidden = !isPicture
  ofText.hidden = isPicture
  for (const element of textBar) element.hidden = isPicture
  for (const element of pictureBar) element.hidden = !isPicture
  if (chosen === 'picture') show.soon()
  if (chosen !== 'picture') asked = chosen
  if (chosen !== 'picture' || source.format) result.show(chosen === 'picture' ? reported() : chosen)
}

/**
 * Beside the picture, losses are those of the text that was shown last, and of another format than the diagram is in. Before anybody asked for
 * one, of one that is quickly loaded.
 */
function reported(): TargetName {
  if (asked !== undefined && asked !== source.format) return asked
  return source.format === 'flowzap' ? 'dot' : 'flowzap'
}

function firstTab(): TargetName | 'picture' {
  return [...targetNames, 'picture' as const].find(name => name === kept(keys.tab)) ?? 'picture'
}

function showFiles(opened: readonly Opened[]): void {
  files.hidden = opened.length < 2
  const choices = opened.map(({ name }, place) => ({ value: String(place), words: name }))
  files.replaceChildren(
    select(say('files'), [['', choices]], value => void intake.file(opened[Number(value)]!)),
  )
  frame.tell(say('filesFound', { count: opened.length }))
}

/** What stands in the address, else what was there before the reload, else an example. */
async function begin(): Promise<void> {
  source.editor.view.contentDOM.addEventListener('paste', event => onPaste(event as ClipboardEvent), {
    capture: true,
  })
  if (location.hash.length > 1 && (await intake.address(location.hash))) return
  const text = kept(keys.text)
  const format = kept(keys.format) ?? 'auto'
  if (text !== undefined) return source.open(text, isFormat(format) ? format : 'auto')
  const example = firstExample()
  source.open(await exampleText(example), isFormat(example.format) ? example.format : 'auto')
}

function onPaste(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const { state } = source.editor.view
  const isAll = state.selection.main.from === 0 && state.selection.main.to === state.doc.length
  if (!isAll) return
  source.replaced()
  result.replaced()
  if (!isAddress(text)) return
  event.preventDefault()
  event.stopPropagation()
  intake.link(text.trim()).then(isLink => {
    if (!isLink) source.editor.view.dispatch(source.editor.view.state.replaceSelection(text))
  }, failed)
}
