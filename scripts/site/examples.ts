/** The examples of the page: the templates of the corpus, and the diagrams of `site/examples`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lost } from '../../site/examples/titles.js'

export interface ExampleFile {
  /** What its file is called, without an ending. */
  readonly name: string
  readonly group: 'templates' | 'lost'
  readonly titles: Readonly<Record<'en' | 'zh', string>>
  readonly format: string
  readonly text: string
}

const TEMPLATES = 'corpus/templates'

/** The first is what a newcomer sees. */
export function examplesIn(): ExampleFile[] {
  const own = lost.map(({ file, format, titles }): ExampleFile => {
    const text = readFileSync(join('site/examples', file), 'utf8')
    return { name: file.replace(/\.\w+$/, ''), group: 'lost', titles, format, text }
  })
  const templates = readdirSync(TEMPLATES).map((name): ExampleFile => {
    const about = readFileSync(join(TEMPLATES, name, 'about.yaml'), 'utf8')
    const titleOf = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(about)?.[1] ?? name
    const text = readFileSync(join(TEMPLATES, name, 'diagram.fz'), 'utf8')
    return {
      name,
      group: 'templates',
      titles: { en: titleOf('title'), zh: titleOf('title_zh') },
      format: 'flowzap',
      text,
    }
  })
  return [...own, ...templates]
}
