/** The texts of the page in the language of its reader. Those in other languages than English are loaded for who reads them. */
import { en } from './en.js'

export type Plural = { readonly one: string; readonly other: string }
export type Texts = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : Plural }
export type Key = keyof Texts

/** What each language is called in itself. */
export const languages = { en: 'English', zh: '中文' } as const
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

/** Every text in a language. */
export const textsIn = async (language: Language): Promise<Texts> =>
  language === 'zh' ? (await import('./zh.js')).zh : en

/** A function from a key to its text with values put in; `count` chooses between one and several. */
export function texts(table: Texts): (key: Key, values?: Values) => string {
  return (key, values = {}) => {
    const entry = table[key]
    const text = typeof entry === 'string' ? entry : values.count === 1 ? entry.one : entry.other
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}

export type Say = ReturnType<typeof texts>
