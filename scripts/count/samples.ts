/** The diagrams that are counted: those of the corpus, and those beside the tests of the layout, which stand in documents. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'

export interface Sample {
  readonly name: string
  readonly from: 'flowzap' | 'mermaid' | 'dot'
  readonly text: string
}

const LANGUAGES = new Map<string, Sample['from']>([
  ['.fz', 'flowzap'],
  ['.mmd', 'mermaid'],
  ['.gv', 'dot'],
])

export const DRAWINGS = 'test/layout/drawings'

function filesIn(folder: string): Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap(name => {
      const from = LANGUAGES.get(extname(name))
      return from
        ? [{ name: `${folder}/${name}`, from, text: readFileSync(`${folder}/${name}`, 'utf8') }]
        : []
    })
}

/** Each diagram of a document by the heading above it. */
function fencesIn(file: string): Sample[] {
  return [...readFileSync(file, 'utf8').matchAll(/^## (.+)\n\n```(flowzap|mermaid|dot)\n([^`]*)```$/gm)].map(
    ([, name, from, text]) => ({ name: name!, from: from as Sample['from'], text: text! }),
  )
}

export const drawings = (): Sample[] =>
  readdirSync(DRAWINGS)
    .sort()
    .flatMap(name => fencesIn(`${DRAWINGS}/${name}`))

/** By the name of each set. */
export const sets: ReadonlyMap<string, () => Sample[]> = new Map([
  ['corpus', () => ['flowzap', 'mermaid', 'dot', 'templates'].flatMap(name => filesIn(`corpus/${name}`))],
  ['nested', () => filesIn('corpus/nested')],
  ['drawings', drawings],
])
