/** The manual in the language and the colours that its reader chose, and its search: over one file that is loaded when somebody looks for something. */
import { h } from '../app/dom.js'
import { chosenLanguage, showTheme } from '../app/look.js'
import { texts, textsIn } from '../texts/texts.js'
import { type Found, ranked } from './ranking.js'

showTheme()
const say = texts(await textsIn(chosenLanguage()))
for (const [name, words] of [
  ['to', say('toPage')],
  ['search', say('searchManual')],
] as const)
  document.querySelector(`header .${name}`)?.replaceChildren(words)

const form = document.querySelector('form')
const field = form?.querySelector('input')
const list = document.getElementById('found')
const article = document.querySelector('article')
let sections: Promise<readonly Found[]> | undefined

/** So many sections are shown. */
const MOST = 40

async function search(words: string): Promise<void> {
  if (!list || !article) return
  list.hidden = words.trim() === ''
  article.hidden = !list.hidden
  if (list.hidden) return
  sections ??= fetch(new URL('search.json', document.baseURI)).then(
    response => response.json() as Promise<readonly Found[]>,
  )
  const found = ranked(await sections, words)
  const items = found.slice(0, MOST).map(({ page, id, title, text }) => {
    const link = h('a', { href: `${page}.html#${id}`, textContent: title })
    link.addEventListener('click', () => void search(''))
    return h('li', {}, link, h('p', { textContent: text.slice(0, 160) }))
  })
  const title = found.length > 0 ? say('foundIn', { count: found.length }) : say('notFound')
  list.replaceChildren(h('h2', { textContent: title }), h('ul', {}, ...items))
}

field?.addEventListener('input', () => void search(field.value))
form?.addEventListener('submit', event => event.preventDefault())
