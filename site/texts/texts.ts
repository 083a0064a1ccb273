/** The texts of the page in the language of its reader. */
import { en } from './en.js'
import { zh } from './zh.js'

export type Plural = { readonly one: string; readonly other: string }
export type Texts = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : Plural }
export type Key = keyof Texts

export const languages = { en, zh } as const satisfies Readonly<Record<string, Texts>>
export type Language = keyof typeof languages
export const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name)

type Values = Readonly<Record<string, string | number>>

/** The first language that somebody reads and the page has. @param wanted tags such as `zh-CN` */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const name = tag.toLowerCase().split('-')[0]!
    if (isLanguage(name)) return name
  }
  return 'en'
}

/** A function from a key to its text with values put in; `count` chooses between one and several. */
export function texts(language: Language): (key: Key, values?: Values) => string {
  const table: Texts = languages[language]
  return (key, values = {}) => {
    const entry = table[key]
    const text = typeof entry === 'string' ? entry : values.count === 1 ? entry.one : entry.other
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}

export type Say = ReturnType<typeof texts>
