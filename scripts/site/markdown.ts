/** A page of the manual in Markdown as HTML, with an id at every heading. */
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'

export interface Section {
  /** In the address behind `#`. */
  readonly id: string
  readonly title: string
  /** What stands under it, without markup. */
  readonly text: string
}

export interface Page {
  readonly title: string
  readonly html: string
  readonly sections: readonly Section[]
}

/** The address of a heading: a code of messages as it is, with `-` for `/`; words with `-` between them. */
function idOf(words: string, taken: Set<string>): string {
  const [, code] = /^([a-z]+\/[a-z-]+) \(\w+\)$/.exec(words) ?? []
  const plain = code?.replace('/', '-') ?? words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  const base = plain.replace(/^-|-$/g, '') || 'section'
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  taken.add(id)
  return id
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What markup shows. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim()

/** @param address of a link in the page: where it leads on the site; nothing where it leads nowhere there */
export function pageOf(markdown: string, address: (link: string) => string | undefined): Page {
  const source = markdown.replace(/^<!--.*-->$/gm, '')
  const raw = micromark(source, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
  const linked = raw.replace(/<a href="([^"]*)">(.*?)<\/a>/g, (whole, link: string, words: string) => {
    const to = address(link)
    return to === undefined ? words : whole.replace(`"${link}"`, `"${to}"`)
  })
  const taken = new Set<string>()
  const sections: Section[] = []
  const parts = linked.split(/(?=<h[1-3]>)/)
  const html = parts.map(part => {
    const [, level, inner] = /^<h([1-3])>(.*?)<\/h\1>/.exec(part) ?? []
    if (level === undefined || inner === undefined) return part
    const title = wordsOf(inner)
    const id = idOf(title, taken)
    const rest = part.slice(inner.length + 9)
    sections.push({ id, title, text: wordsOf(rest) })
    return `<h${level} id="${id}"><a class="anchor" href="#${id}">${inner.replace(/<\/?a\b[^<>]*>/g, '')}</a></h${level}>${rest}`
  })
  return {
    title: sections[0]?.title ?? '',
    html: html
      .join('')
      .replace(/<th><\/th>/g, '<td></td>')
      .replace(/<table>/g, '<div class="wide" tabindex="0"><table>')
      .replace(/<\/table>/g, '</table></div>')
      .replace(/<pre>/g, '<pre tabindex="0">'),
    sections,
  }
}
