/** The bars of the page: what can be done with the source, with the result, and with the page itself. */
import { formats, likelyFormat, type TargetName } from '../shared/formats.js'
import { languages, type Say } from '../texts/texts.js'
import { button, h } from './dom.js'
import { examples } from './examples.js'
import { copyPng, copyText, download, pngOf } from './export.js'
import { type Frame, menu, select } from './frame.js'
import type { Intake } from './intake.js'
import { keep, keys } from './keep.js'
import { chooseTheme, chosenLanguage, chosenTheme, themes } from './look.js'
import { packed } from './share.js'
import type { Source } from './source.js'
import { words } from './workers.js'

export interface Parts {
  readonly say: Say
  readonly frame: Frame
  readonly source: Source
  readonly intake: Intake
  readonly failed: (error: unknown) => void
}

/** Programs that cut addresses cut them here. */
const LONG = 2083

export function pageBar({ say, frame, source, intake, failed }: Parts, painted: () => void): void {
  const share = async () => {
    const { written } = source
    // What was typed a moment ago may not have been looked at yet.
    const looked = await words.ask('look', written, 'share')
    if (!looked) return
    const hash = await packed({ text: written.text, format: looked.format ?? likelyFormat(written.text) })
    history.replaceState(null, '', hash)
    const { href } = location
    if (!(await copyText(href))) return frame.tell(say('sharedBar'))
    frame.tell(say(href.length > LONG ? 'sharedLong' : 'shared', { count: href.length }))
  }
  const language = select(
    say('languageLabel'),
    [['', Object.entries(languages).map(([value, words]) => ({ value, words }))]],
    value => {
      keep(keys.language, value)
      location.reload()
    },
    chosenLanguage(),
  )
  const ofThemes = { auto: say('themeAuto'), light: say('themeLight'), dark: say('themeDark') }
  const theme = select(
    say('theme'),
    [['', themes.map(value => ({ value, words: ofThemes[value] }))]],
    value => {
      chooseTheme(value)
      painted()
    },
    chosenTheme(),
  )
  frame.bar.append(
    examples(say, source.open.bind(source), failed),
    button(say('share'), () => void share().catch(failed), { about: say('shareAbout') }),
    language,
    theme,
    h('a', { href: `docs/${chosenLanguage() === 'zh' ? 'zh' : 'index'}.html`, textContent: say('docs') }),
  )
  intake.listen()
}

export function sourceBar({ say, frame, source, intake, failed }: Parts): void {
  const picker = h('input', {
    type: 'file',
    hidden: true,
    multiple: true,
    on: {
      change: () => {
        void intake.files([...(picker.files ?? [])].map(file => ({ name: file.name, file })))
        picker.value = ''
      },
    },
  })
  const { editor } = source
  const tidy = async () => {
    const tidied = await words.ask('tidy', source.written)
    if (!tidied) return
    await editor.ready()
    editor.write(tidied.text)
    frame.tell(tidied.messages[0]?.text ?? '')
  }
  const fix = async () => {
    const fixed = await words.ask('fix', source.written)
    if (!fixed) return
    await editor.ready()
    editor.write(fixed.text)
    frame.tell(say('fixedAll', { count: fixed.count }))
  }
  frame.leftBar.append(
    h('label', {}, h('span', { textContent: say('format'), className: 'of-list' }), source.choice),
    picker,
    button(say('open'), () => picker.click(), { about: say('openAbout') }),
    button(say('tidy'), () => void tidy().catch(failed), { about: say('tidyAbout') }),
    button(say('fixAll'), () => void fix().catch(failed), { about: say('fixAllAbout') }),
    button(say('rename'), () => editor.rename(), { about: 'F2' }),
    button('↶', () => void editor.undo().catch(failed), { about: say('undo'), name: say('undo') }),
    button('↷', () => void editor.redo().catch(failed), { about: say('redo'), name: say('redo') }),
  )
}

/** The addresses of the editors that open the diagram. */
export function openIn({ say, source, failed }: Parts): HTMLElement {
  const fill = async () => {
    const links = (await words.ask('links', { source: source.written }).catch(failed)) ?? []
    if (links.length === 0) return [h('p', { textContent: say('openInNone') })]
    const list = links.map(({ title, address, long }) =>
      h(
        'li',
        {},
        h('a', { href: address, target: '_blank', rel: 'noopener noreferrer', textContent: title }),
        long && ` ${say('openInLong')}`,
      ),
    )
    return [h('ul', {}, ...list), h('p', { textContent: say('openInNote') })]
  }
  return menu(say('openIn'), fill)
}

/** What can be done with a text of the right side. */
export function textButtons(
  { say, frame }: Parts,
  shown: () => { readonly text: string; readonly target: TargetName },
): HTMLElement[] {
  const copy = async () => frame.tell(say((await copyText(shown().text)) ? 'copied' : 'copyFailed'))
  const save = () => download(`diagram${formats[shown().target].extension}`, shown().text)
  return [button(say('copy'), () => void copy()), button(say('download'), save)]
}

/** What can be done with a picture. */
export function pictureButtons({ say, frame }: Parts, svg: () => string): HTMLElement[] {
  const told = (done: boolean) => frame.tell(say(done ? 'copied' : 'copyFailed'))
  const savePng = async () => {
    const png = await pngOf(svg())
    if (png) download('diagram.png', png)
    else frame.tell(say('pngFailed'))
  }
  return [
    button(say('copySvg'), () => void copyText(svg()).then(told)),
    button(say('copyPng'), () => void copyPng(svg()).then(told)),
    button(say('downloadSvg'), () => download('diagram.svg', new Blob([svg()], { type: 'image/svg+xml' })), {
      about: `${say('download')} SVG`,
    }),
    button(say('downloadPng'), () => void savePng(), { about: `${say('download')} PNG` }),
  ]
}
