/** The texts of the page in every language. */
import { expect, test } from 'vitest'
import { en } from '../../site/texts/en.js'
import { languageOf, type Plural, texts, textsIn } from '../../site/texts/texts.js'

const formsOf = (entry: string | Plural): string[] =>
  typeof entry === 'string' ? [entry] : [entry.one, entry.other]
const wordsOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort()
const english: Readonly<Record<string, string | Plural>> = en
const zh = await textsIn('zh')

test.each(Object.entries({ en, zh }))('%s has the same texts, with the same words to put in', (_, table) => {
  expect(Object.keys(table)).toEqual(Object.keys(english))
  for (const [key, entry] of Object.entries(table as typeof english))
    for (const form of formsOf(entry)) {
      expect([key, form.trim() === '']).toEqual([key, false])
      expect([key, wordsOf(form)]).toEqual([key, wordsOf(formsOf(english[key]!)[0]!)])
    }
})

test('no text of another language is left in English', () => {
  const same = Object.entries(zh).filter(
    ([key, entry]) => typeof entry === 'string' && entry === english[key],
  )
  expect(same).toEqual([])
})

test('words are put in, and one is told from several', () => {
  const say = texts(en)
  expect(say('formatFound', { format: 'Mermaid' })).toBe('Found: Mermaid')
  expect([say('steps', { count: 1 }), say('steps', { count: 2 })]).toEqual(['1 step', '2 steps'])
  expect(texts(zh)('steps', { count: 1 })).toBe('1 个步骤')
})

test.each([
  [['zh-CN', 'en'], 'zh'],
  [['zh-TW'], 'zh'],
  [['de-DE', 'en-GB'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
  [['constructor'], 'en'],
])('who reads %j gets %s', (wanted, language) => expect(languageOf(wanted)).toBe(language))
