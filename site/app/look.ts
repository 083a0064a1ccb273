/** Language and colours of the page, as somebody chose them or as their system says. */
import { isLanguage, type Language, languageOf } from '../texts/texts.js'
import { keep, kept, keys } from './keep.js'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export function chosenLanguage(): Language {
  const name = kept(keys.language)
  return name !== undefined && isLanguage(name) ? name : languageOf(navigator.languages)
}

export function chosenTheme(): Theme {
  const name = kept(keys.theme)
  return themes.find(theme => theme === name) ?? 'auto'
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** What the page is in now. */
export function scheme(): 'light' | 'dark' {
  const theme = chosenTheme()
  return theme === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : theme
}

export function showTheme(): void {
  document.documentElement.dataset.theme = scheme()
}

export function chooseTheme(theme: string): void {
  keep(keys.theme, theme)
  showTheme()
}

export function whenSchemeChanges(act: () => void): void {
  prefersDark.addEventListener('change', act)
}
