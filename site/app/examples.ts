/** Examples to choose from: each is a file beside the page, loaded when it is chosen. */
import { type FormatName, isFormat } from '../shared/formats.js'
import type { Say } from '../texts/texts.js'
import { select } from './frame.js'
import { chosenLanguage } from './look.js'

export interface Example {
  readonly group: 'templates' | 'lost'
  readonly titles: Readonly<Record<'en' | 'zh', string>>
  readonly format: string
  /** Beside the page. */
  readonly file: string
}

/** Written into the page when it is built. */
declare const EXAMPLES: readonly Example[]

export async function exampleText({ file }: Example): Promise<string> {
  const response = await fetch(new URL(file, document.baseURI))
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.text()
}

export const firstExample = (): Example => EXAMPLES[0]!

export function examples(
  say: Say,
  open: (text: string, format: FormatName | 'auto') => void,
  failed: (error: unknown) => void,
): HTMLElement {
  const choicesOf = (group: Example['group']) =>
    EXAMPLES.flatMap((example, place) =>
      example.group === group ? [{ value: String(place), words: example.titles[chosenLanguage()] }] : [],
    )
  const label = select(
    say('examples'),
    [
      ['', [{ value: '', words: say('example') }]],
      [say('examplesLost'), choicesOf('lost')],
      [say('examplesTemplates'), choicesOf('templates')],
    ],
    value => {
      const example = EXAMPLES[Number(value)]
      if (value === '' || !example) return
      const { format } = example
      exampleText(example).then(text => open(text, isFormat(format) ? format : 'auto'), failed)
    },
  )
  return label
}
