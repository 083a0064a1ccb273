/**
 * What the page of a report does: it lists diagrams, filters them, and unpacks pictures when they are looked at. A program of its own for a
 * browser, so it is a text here; what it shows it makes as text, never as HTML.
 */
export const program = String.raw`
'use strict'
const { diagrams, words, drawn } = JSON.parse(document.getElementById('data').textContent)
const list = document.getElementById('list')
const count = document.getElementById('count')
const form = document.querySelector('form')
const make = (name, text, className) => {
  const element = document.createElement(name)
  if (text !== undefined) element.textContent = text
  if (className) element.className = className
  return element
}
const rows = diagrams.map((diagram, place) => {
  const row = make('details')
  const head = make('summary')
  head.append(make('code', diagram.at), make('span', diagram.name || diagram.title), make('span', diagram.state, diagram.grave ? 'bad' : diagram.stays || diagram.lost ? '' : 'good'))
  row.append(head)
  row.addEventListener('toggle', () => { if (row.open) fill(row, diagram, place) })
  const text = [diagram.at, diagram.name, diagram.title, diagram.state, diagram.because, ...diagram.losses.map(loss => loss.text + ' ' + loss.code)].join(' ').toLowerCase()
  return { row, head, diagram, text }
})
list.append(...rows.map(({ row }) => row))
function table(losses) {
  const table = make('table')
  table.append(make('caption', 'What is lost, the worst first', 'soft'))
  const head = make('tr')
  for (const word of ['Kind', 'How often', 'Such as', 'Line', 'Code']) {
    const cell = make('th', word)
    cell.scope = 'col'
    head.append(cell)
  }
  const top = make('thead')
  top.append(head)
  const body = make('tbody')
  for (const { kind, count, text, line, code } of losses) {
    const row = make('tr')
    const last = make('td')
    last.append(make('code', code))
    row.append(make('td', words[kind]), make('td', count, 'number'), make('td', text), make('td', line ?? '', 'number'), last)
    body.append(row)
  }
  table.append(top, body)
  return table
}
async function picture(title, packed, alt) {
  const figure = make('figure')
  figure.append(make('figcaption', title))
  if (!packed) {
    figure.append(make('p', 'There is no picture of it.', 'soft'))
    return figure
  }
  const bytes = Uint8Array.from(atob(packed), sign => sign.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const image = make('img')
  image.alt = alt
  image.src = 'data:image/svg+xml,' + encodeURIComponent(await new Response(stream).text())
  figure.append(image)
  return figure
}
async function fill(row, diagram, place) {
  if (row.dataset.filled) return
  row.dataset.filled = 'yes'
  const body = make('div', undefined, 'body')
  row.append(body)
  if (diagram.becomes) body.append(make('p', diagram.becomes))
  if (diagram.because) body.append(make('p', diagram.because, 'bad'))
  if (diagram.parts) body.append(make('p', diagram.parts, 'soft'))
  for (const text of diagram.proposals) body.append(make('p', text))
  const packed = document.getElementById('p' + place)
  if (packed) {
    const [before, after] = JSON.parse(packed.textContent)
    const figures = make('div', undefined, 'pictures')
    body.append(figures)
    const name = diagram.name || diagram.at
    figures.append(await picture('Before: ' + diagram.title, before, 'Before: ' + name), await picture('After: ' + words.target, after, 'After: ' + name))
  } else if (!diagram.because && !drawn) body.append(make('p', 'There are more diagrams than this page has pictures of.', 'soft'))
  if (diagram.losses.length > 0) body.append(table(diagram.losses))
}
function filter() {
  const asked = Object.fromEntries(new FormData(form))
  const search = asked.search.trim().toLowerCase().split(/\s+/)
  let shown = 0
  for (const { row, diagram, text } of rows) {
    const fits =
      (asked.state === '' || (asked.state === 'stays' ? diagram.stays : asked.state === 'grave' ? diagram.grave : asked.state === 'lossy' ? diagram.lost : !diagram.stays && !diagram.lost)) &&
      (asked.loss === '' || diagram.losses.some(({ code }) => code === asked.loss)) &&
      (asked.from === '' || diagram.title === asked.from) &&
      (asked.folder === '' || diagram.folder === asked.folder) &&
      search.every(word => text.includes(word))
    row.hidden = !fits
    if (fits) shown++
  }
  count.textContent = shown + ' of ' + rows.length + ' diagrams'
}
form.addEventListener('input', filter)
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () => setTimeout(filter))
addEventListener('keydown', event => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape' && typing) document.activeElement.blur()
  else if (typing) return
  else if (event.key === '/') {
    event.preventDefault()
    form.elements.search.focus()
  } else if (event.key === 'j' || event.key === 'k') {
    const shown = rows.filter(({ row }) => !row.hidden)
    const here = shown.findIndex(({ head }) => head === document.activeElement)
    const next = shown[Math.min(Math.max(here + (event.key === 'j' ? 1 : -1), 0), shown.length - 1)]
    if (next) next.head.focus()
  }
})
filter()
`
