/** The texts of the corpus in a format, the broken ones and those of whole repositories included. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface CorpusText {
  readonly file: string
  readonly text: string
}

export function corpusTexts(extensions: readonly string[]): CorpusText[] {
  return readdirSync('corpus', { recursive: true, encoding: 'utf8' })
    .filter(file => extensions.some(extension => file.endsWith(extension)))
    .sort()
    .map(file => ({ file, text: readFileSync(join('corpus', file), 'utf8') }))
}
