/** Mistakes with one sure cure each: what they look like, and what stands there instead. */
import { once } from '../../../../src/ir/once.js'
import type { TextEdit } from '../../../../src/messages/message.js'
import { withoutBrackets } from '../../words/style-rules.js'
import * as say from './messages.js'

export interface Mistake {
  readonly pattern: RegExp
  readonly cure: (found: string) => string
  readonly sentence: say.Said
}

const remove = () => ''

export const mistakes = /* @__PURE__ */ once((): readonly Mistake[] => [
  {
    pattern: /(?<=[\s\])}])->(?=[\s|])|(?<=^\s*\w+)->(?=\w)/g,
    cure: () => '-->',
    sentence: say.oneDash,
  },
  {
    pattern: /(?<=[\s\])}])(?:-->>|->>|~+>|[—–]+>|[→⟶])(?=[\s|])/gu,
    cure: () => '-->',
    sentence: say.otherArrow,
  },
  {
    pattern: /(?<=[\s\])}][<xo]?(?:-{2,}|={2,}|-\.+-)[xo])>(?=[\s|])/g,
    cure: remove,
    sentence: say.twoHeads,
  },
  {
    pattern: /(?<=[\s\])}])=>(?=[\s|])/g,
    cure: () => '==>',
    sentence: say.thickArrow,
  },
  {
    pattern: /(?<=[\s\])}])<->(?=[\s|])/g,
    cure: () => '<-->',
    sentence: say.arrowOfTwoHeads,
  },
  {
    pattern: /(?<=^[^-<|]*[\p{L}\p{N}_\])}]\s)(?:[-–—]|--)(?=\s+[\p{L}\p{N}_]+(?:[[({].*)?\s*;?\s*$)/gu,
    cure: () => '---',
    sentence: say.shortLine,
  },
  {
    pattern: /(?<=(?:-->|---|==>|===|-\.->|-\.-)\s*(?:\|[^|]*\|\s*)?)end(?=\s*(?:$|;|[-=])|[[({])/g,
    cure: () => 'End',
    sentence: say.endAsName,
  },
  {
    pattern: /(?<=^\s*subgraph\s+[^\s{]+)\s*\{\s*$/g,
    cure: remove,
    sentence: say.bracesOfSubgraph,
  },
  {
    pattern: /(?<=^\s*(?:style|classDef|linkStyle)\s+\S+\s.*[a-z-])\s*=\s*/g,
    cure: () => ':',
    sentence: say.noColon,
  },
  {
    pattern: /(?<=[\s\])}])--(?=\|)/g,
    cure: () => '---',
    sentence: say.lineWithLabel,
  },
  {
    pattern: /(?<=[->=xo]\|[^|]*\|)>(?=\s*[\p{L}\p{N}_])/gu,
    cure: remove,
    sentence: say.signBehindLabel,
  },
  {
    pattern: /(?<=[->=xo]\|[^|]*\|)\s*(?:-+>|--+)(?=\s*[\p{L}\p{N}_])/gu,
    cure: remove,
    sentence: say.arrowBehindLabel,
  },
  {
    pattern: /(?<=[\s\])}])--(?:>?)\|[^|]*\|-->?(?=\s*[\p{L}\p{N}_])/gu,
    cure: found => `-->${/\|[^|]*\|/.exec(found)![0]}`,
    sentence: say.labelBeforeArrow,
  },
  {
    pattern: /^\s*(?:\/\/|#(?=\s)|%(?!%))/g,
    cure: found => found.replace(/\/\/|#|%/, '%%'),
    sentence: say.foreignComment,
  },
  {
    pattern: /^\s*(?:<!--|\/\*).*$/g,
    cure: found => found.replace(/<!--|\/\*/, '%%').replace(/\s*(?:-->|\*\/)\s*$/, ''),
    sentence: say.foreignComment,
  },
  {
    pattern: /\s+%%(?!\{).*$/g,
    cure: remove,
    sentence: say.commentBehind,
  },
  {
    pattern: /\s+(?:\/\/\s|#\s|%\s|\/\*|<!--).*$/g,
    cure: remove,
    sentence: say.foreignCommentBehind,
  },
  {
    pattern: /(?<=^\s*(?:linkStyle|class|classDef)\s+[^\s,]+(?:\s*,\s*[^\s,]+)*\s*,?)(?:(?<=,)\s+|\s+(?=,))/g,
    cure: remove,
    sentence: say.spaceBesideComma,
  },
  {
    pattern: /(?<=^\s*(?:class|click|subgraph)\s.*\S)[^\S\n]+$/g,
    cure: remove,
    sentence: say.spaceAtEnd,
  },
  {
    pattern: /(?<=^\s*[\w-]+|(?:--[->]|==[=>]|-\.->?)\s*[\w-]+)[^\S\n]+(?=[[({])/g,
    cure: remove,
    sentence: say.spaceBeforeBrackets,
  },
  {
    pattern: /(?=")(?<=(?:[[({|/\\>]|--|==|-\.|subgraph)\s*"`[^`"]*[^`"\s]\s*)/g,
    cure: () => '`',
    sentence: say.markdownNotClosed,
  },
  {
    pattern: /(?<=(?:[[({|/\\>]|--|==|-\.|subgraph)\s*")`(?=[^`"]*`[^"]|`?")/g,
    cure: () => '#96;',
    sentence: say.backtickFirst,
  },
  {
    pattern: /(?<=\w(?:\[\[|\(\[|\[\(|\(\(|\{\{|[[({]))(?:"")?(?=[\])}])/g,
    cure: () => '" "',
    sentence: say.emptyLabel,
  },
  {
    pattern: /(?<=^\s*(?:style|classDef|linkStyle)\s.*)rgba?\([^()]*\)/gi,
    cure: withoutBrackets,
    sentence: say.colourWithBrackets,
  },
  {
    pattern: /(?<=^\s*subgraph\s+)(?=\S+\s+\S)[^"[\]\s][^"[\]]*$/g,
    cure: found => `"${found.trimEnd().replace(/^[“„]([^“”„]*)[”“]$/, '$1')}"`,
    sentence: say.unquotedTitle,
  },
])

/** The edits that cure a mistake wherever a line has it. */
export function cures({ pattern, cure }: Mistake, line: string): TextEdit[] {
  return Array.from(line.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: cure(found),
  })).filter(({ start, end, text }) => line.slice(start, end) !== text)
}
