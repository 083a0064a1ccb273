/** What is measured: the files of the corpus, and generated texts of some sizes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { type Contender, contendersFor } from './contenders.js'
import { generated, type Language } from './graphs.js'

export interface Sample {
  readonly name: string
  readonly texts: readonly string[]
  readonly bytes: number
  /** Of a generated text. */
  readonly edges?: number
}

const root = join(import.meta.dirname, '../..')

const files: Readonly<Record<Language, string>> = {
  dot: 'corpus/{dot,templates/*}/*.gv',
  mermaid: 'corpus/{mermaid,templates/*}/*.mmd',
  flowzap: 'corpus/{flowzap,templates/*}/*.fz',
}

const sampleOf = (name: string, texts: readonly string[], edges?: number): Sample => ({
  name,
  texts,
  bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  ...(edges !== undefined && { edges }),
})

export function generatedSample(language: Language, edges: number): Sample {
  return sampleOf(`${edges} edges`, [generated(language, edges)], edges)
}

/** Those of the corpus that all who are measured beside it can read. */
export async function corpusTextsFor(language: Language): Promise<readonly string[]> {
  return (await corpusSample(language, await contendersFor(language))).texts
}

/** The files of the corpus that everyone can read: a parser that gives up early would be fast. */
export async function corpusSample(language: Language, contenders: readonly Contender[]): Promise<Sample> {
  const paths = globSync(files[language], { cwd: root }).sort()
  const texts: string[] = []
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8')
    if (await everyoneReads(text, contenders)) texts.push(text)
  }
  return sampleOf(`corpus (${texts.length} of ${paths.length} files)`, texts)
}

async function everyoneReads(text: string, contenders: readonly Contender[]): Promise<boolean> {
  for (const { run } of contenders) {
    try {
      await run(text)
    } catch {
      return false
    }
  }
  return true
}
