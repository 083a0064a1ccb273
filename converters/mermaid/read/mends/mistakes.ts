/** Mistakes with one sure cure each: what they look like, and what stands there instead. */
import type { TextEdit } from '../../../../src/messages/message.js'
import { withoutBrackets } from '../../words/style-rules.js'

export interface Mistake {
  readonly pattern: RegExp
  readonly cure: (found: string) => string
  readonly title: string
  readonly text: string
}

const remove = () => ''
const color = 'A colour with brackets cannot stand in a style; the same colour as #rrggbb can.'

export const mistakes: readonly Mistake[] = [
  {
    pattern: /(?<=[\s\])}])->(?=[\s|])|(?<=^\s*\w+)->(?=\w)/g,
    cure: () => '-->',
    title: 'Write -->',
    text: 'Mermaid’s arrow is “-->”, with two dashes at least.',
  },
  {
    pattern: /(?<=[\s\])}])(?:-->>|->>|~+>|[—–]+>|[→⟶])(?=[\s|])/gu,
    cure: () => '-->',
    title: 'Write -->',
    text: 'Mermaid’s arrow is “-->”.',
  },
  {
    pattern: /(?<=[\s\])}][<xo]?(?:-{2,}|={2,}|-\.+-)[xo])>(?=[\s|])/g,
    cure: remove,
    title: 'Remove the >',
    text: 'An arrow has one sign at its end: “>”, “x” or “o”.',
  },
  {
    pattern: /(?<=[\s\])}])=>(?=[\s|])/g,
    cure: () => '==>',
    title: 'Write ==>',
    text: 'A thick arrow is “==>”, with two signs at least.',
  },
  {
    pattern: /(?<=[\s\])}])<->(?=[\s|])/g,
    cure: () => '<-->',
    title: 'Write <-->',
    text: 'An arrow with two heads is “<-->”, with two dashes at least.',
  },
  {
    pattern: /(?<=^[^-<|]*[\p{L}\p{N}_\])}]\s)(?:[-–—]|--)(?=\s+[\p{L}\p{N}_]+(?:[[({].*)?\s*;?\s*$)/gu,
    cure: () => '---',
    title: 'Write ---',
    text: 'A line without arrowheads is “---”, with three dashes at least.',
  },
  {
    pattern: /(?<=(?:-->|---|==>|===|-\.->|-\.-)\s*(?:\|[^|]*\|\s*)?)end(?=\s*(?:$|;|[-=]))/g,
    cure: () => 'End',
    title: 'Write End',
    text: '“end” closes a subgraph and cannot name a node; with a capital letter, “End”, it can.',
  },
  {
    pattern: /(?<=^\s*subgraph\s+[^\s{]+)\s*\{\s*$/g,
    cure: remove,
    title: 'Remove the {',
    text: 'A subgraph has no braces: it begins with its line and is closed with “end”.',
  },
  {
    pattern: /(?<=^\s*(?:style|classDef|linkStyle)\s+\S+\s.*[a-z-])\s*=\s*/g,
    cure: () => ':',
    title: 'Write :',
    text: 'A colon stands between a property and its value, as in fill:#f9f.',
  },
  {
    pattern: /(?<=[\s\])}])--(?=\|)/g,
    cure: () => '---',
    title: 'Write ---',
    text: 'A line with its label between pipes is “---|label|”, an arrow “-->|label|”.',
  },
  {
    pattern: /(?<=[->=xo]\|[^|]*\|)>(?=\s*[\p{L}\p{N}_])/gu,
    cure: remove,
    title: 'Remove the >',
    text: 'The “>” behind the label is too much: an arrow with a label is “-->|label|”.',
  },
  {
    pattern: /(?<=[->=xo]\|[^|]*\|)\s*(?:-+>|--+)(?=\s*[\p{L}\p{N}_])/gu,
    cure: remove,
    title: 'Remove the second arrow',
    text: 'The second arrow, behind the label, is too much: an arrow with a label is “-->|label|”.',
  },
  {
    pattern: /(?<=[\s\])}])--(?:>?)\|[^|]*\|-->?(?=\s*[\p{L}\p{N}_])/gu,
    cure: found => `-->${/\|[^|]*\|/.exec(found)![0]}`,
    title: 'Write -->|label|',
    text: 'A label between pipes stands behind the arrow: “-->|label|”.',
  },
  {
    pattern: /^\s*(?:\/\/|#(?=\s)|%(?!%))/g,
    cure: found => found.replace(/\/\/|#|%/, '%%'),
    title: 'Write %%',
    text: 'A comment begins with “%%”.',
  },
  {
    pattern: /^\s*(?:<!--|\/\*).*$/g,
    cure: found => found.replace(/<!--|\/\*/, '%%').replace(/\s*(?:-->|\*\/)\s*$/, ''),
    title: 'Write %%',
    text: 'A comment begins with “%%”.',
  },
  {
    pattern: /\s+%%(?!\{).*$/g,
    cure: remove,
    title: 'Remove the comment',
    text: 'A comment must stand on a line of its own.',
  },
  {
    pattern: /\s+(?:\/\/\s|#\s|%\s|\/\*|<!--).*$/g,
    cure: remove,
    title: 'Remove the comment',
    text: 'A comment begins with “%%” and must stand on a line of its own.',
  },
  {
    pattern: /(?<=^\s*(?:linkStyle|class|classDef)\s+[^\s,]+(?:\s*,\s*[^\s,]+)*\s*,?)(?:(?<=,)\s+|\s+(?=,))/g,
    cure: remove,
    title: 'Remove the space',
    text: 'No space can stand beside a comma here.',
  },
  {
    pattern: /(?<=^\s*(?:class|click|subgraph)\s.*\S)[^\S\n]+$/g,
    cure: remove,
    title: 'Remove the space',
    text: 'No space can stand at the end of this line.',
  },
  {
    pattern: /(?<=^\s*[\w-]+|(?:--[->]|==[=>]|-\.->?)\s*[\w-]+)[^\S\n]+(?=[[({])/g,
    cure: remove,
    title: 'Remove the space',
    text: 'No space can stand between a node’s id and its brackets.',
  },
  {
    pattern: /(?<=\w(?:\[\[|\(\[|\[\(|\(\(|\{\{|[[({]))(?:"")?(?=[\])}])/g,
    cure: () => '" "',
    title: 'Write a blank label',
    text: 'A label cannot be empty; a quoted blank can stand there.',
  },
  {
    pattern: /(?<=^\s*(?:style|classDef|linkStyle)\s.*)rgba?\([^()]*\)/gi,
    cure: withoutBrackets,
    title: 'Write the colour as #rrggbb',
    text: color,
  },
  {
    pattern: /(?<=^\s*subgraph\s+)(?=\S+\s+\S)[^"[\]\s][^"[\]]*$/g,
    cure: found => `"${found.trimEnd()}"`,
    title: 'Quote the title',
    text: 'A title with brackets, commas or other signs in it must be quoted: subgraph "…".',
  },
]

/** The edits that cure a mistake wherever a line has it. */
export function cures({ pattern, cure }: Mistake, line: string): TextEdit[] {
  return Array.from(line.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: cure(found),
  })).filter(({ start, end, text }) => line.slice(start, end) !== text)
}
