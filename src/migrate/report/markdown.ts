/** A report in Markdown, for a pull request. */
import type { Plan } from '../plan-form.js'
import { sumOf } from '../sum.js'
import { counted, kindWords, percent, reasonWords } from '../words.js'
import { diagramsOf } from './html.js'

/** So many diagrams are listed; a comment of GitHub holds 65,536 characters. */
const LISTED = 100

export function markdownReport(plan: Plan, titles: ReadonlyMap<string, string>): string {
  const sum = sumOf(plan)
  const { total, kept, approximated, carried, dropped } = sum.tally
  const stay = sum.ways.get('stays') ?? 0
  const target = titles.get(plan.settings.to) ?? plan.settings.to
  const losses = sum.losses.map(
    ({ kind, count, diagrams, text, code }) =>
      `| ${kindWords[kind]} | ${count} | ${diagrams} | ${plain(text)} | \`${code}\` |`,
  )
  const worst = diagramsOf(plan)
    .filter(({ diagram: { tally } }) => tally !== undefined && tally.dropped + tally.approximated > 0)
    .sort((a, b) => weight(b.diagram.tally!) - weight(a.diagram.tally!))
  const rows = worst.slice(0, LISTED).map(({ file, diagram }) => {
    const { dropped, approximated, total } = diagram.tally!
    return `| ${plain(`${file.path}:${diagram.line}`)} | ${plain(diagram.name ?? '')} | ${dropped} | ${approximated} | ${total} |`
  })
  const stays = diagramsOf(plan)
    .filter(({ diagram }) => diagram.way === 'stays' && diagram.why !== 'already')
    .slice(0, LISTED)
    .map(
      ({ file, diagram }) =>
        `| ${plain(`${file.path}:${diagram.line}`)} | ${reasonWords[diagram.why!]} | ${plain(diagram.because ?? '')} |`,
    )
  const parts = [
    `### Diagrams to ${plain(target)}`,
    `${counted(sum.diagrams, 'diagram')} in ${counted(sum.files, 'file')}: ${sum.diagrams - stay} become others, ${stay} stay, ${sum.whole} lose nothing.\nOf ${total} things that they say, ${kept} are kept (${percent(kept, total)}), ${approximated} approximated, ${carried} carried along, ${dropped} dropped.`,
    ...(losses.length > 0
      ? [`| Lost | How often | Diagrams | Such as | Code |\n|---|---|---|---|---|\n${losses.join('\n')}`]
      : []),
    ...(rows.length > 0
      ? [
          `<details><summary>Diagrams that lose the most</summary>\n\n| Place | Name | Dropped | Approximated | Of |\n|---|---|---|---|---|\n${rows.join('\n')}\n${worst.length > LISTED ? `\nand ${worst.length - LISTED} more.\n` : ''}\n</details>`,
        ]
      : []),
    ...(stays.length > 0
      ? [
          `<details><summary>What stays</summary>\n\n| Place | Why | |\n|---|---|---|\n${stays.join('\n')}\n\n</details>`,
        ]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

const weight = ({
  dropped,
  approximated,
}: {
  readonly dropped: number
  readonly approximated: number
}): number => 2 * dropped + approximated

/** Texts quote what strangers wrote: nothing in them is Markdown or HTML, a link, or a mention of somebody. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#+!|~&$@]/g, sign => `&#${sign.charCodeAt(0)};`)
