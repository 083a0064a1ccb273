/** Mistakes with one sure cure each: what they look like, and what stands there instead. */

import { once } from '../../../../src/ir/once.js'
import type { TextEdit } from '../../../../src/messages/message.js'
import { withoutBrackets } from '../../words/style-rules.js'
import * as arrow from './arrow-messages.js'
import { escaped } from './line-mends.js'
import * as say from './messages.js'
import type { Said } from './said.js'
import * as style from './style-messages.js'

export interface Mistake {
  readonly pattern: RegExp
  /** @param rest what stands behind it on its line */
  readonly cure: (found: string, rest: string) => string
  readonly sentence: Said
}

/** The cure of what is too much. */
export const remove = () => ''

/** What ends a property of CSS. Mermaid takes a colour and its semicolon for the code of a character. */
export const STYLE_SEMICOLON = /(?:ﬂ°°?\w+¶ß|;)\s*(?=[\w-]+\s*:|$)/g

/** A comma in place of what ends a property, where another one follows. */
export function commaFor(found: string, rest: string): string {
  const [, color] = /ﬂ°°?(\w+)¶ß/.exec(found) ?? []
  return `${color === undefined ? '' : `#${color}`}${rest.trim() === '' ? '' : ','}`
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** Words that begin statements or parts of them, where a node, a class or what has a style is named. */
function ownWords(): RegExp {
  const word =
    '(?:graph|flowchart|subgraph|style|linkStyle|classDef|class|click|call|href|interpolate)\\b(?!-)'
  const first = `(?<=^\\s*)${word}(?=\\s*(?:--|==|-\\.|&|<-)|[[({])`
  const other = `(?<=(?:-->|---|==>|===|-\\.->|-\\.-|--[xo]|&)\\s*(?:\\|[^|]*\\|\\s*)?)${word}(?=\\s*(?:$|;|[-=&]|:::)|[[({])`
  const named = `(?<=^\\s*(?:style|class|click)\\s+(?:[^\\s,]+,)*|^\\s*class\\s+\\S+\\s+|^\\s*classDef\\s+|:::)${word}(?=[\\s,;]|$)`
  return new RegExp(`${first}|${other}|${named}`, 'g')
}

export const mistakes = /* @__PURE__ */ once((): readonly Mistake[] => [
  {
    pattern:
      /(?<=(?:-->|---|==>|===|-\.->|-\.-|&)\s*(?:\|[^|]*\|\s*)?)end\b(?=\s*(?:$|;|[-=&]|:::)|[[({])|(?<=:::|^\s*classDef\s+|^\s*class\s+\S+\s+)end\b/g,
    cure: () => 'End',
    sentence: say.endAsName,
  },
  {
    pattern: ownWords(),
    cure: capital,
    sentence: say.wordAsName,
  },
  {
    pattern:
      /(?<=(?:--|==|-\.)[^\S\n]*)(?![\s">|=.-])(?=[^\n]*[".`])\S[^\n]*?(?=[^\S\n]*(?:--+[->xo]|==+[=>xo]|\.+->?)(?:[\s|]|$))/g,
    cure: label => (/[".`]/.test(label) ? `"${escaped(label)}"` : label),
    sentence: arrow.unquotedArrowLabel,
  },
  {
    pattern: /(?<=[->=xo]\|)(?!")[^|\n]*\|[^|\n]*(?=\|\s*[\p{L}\p{N}_]+(?:[[({][^|\n]*)?$)/gu,
    cure: label => `"${escaped(label)}"`,
    sentence: say.unquotedLabel,
  },
  {
    pattern: /(?<=^\s*subgraph\s+[^\s{]+)\s*\{\s*$/g,
    cure: remove,
    sentence: say.bracesOfSubgraph,
  },
  {
    pattern: /^\s*(?:style|classDef|linkStyle)\s+[^\s{"]+\s*[{"]\s*[\w-]+\s*:.*[}"][\s;]*$/g,
    cure: line =>
      line
        .replace(/[{"]\s*/, ' ')
        .replace(/\s+(?=[\w-]+\s*:)/, ' ')
        .replace(/[\s;]*[}"][\s;]*$/, ''),
    sentence: style.signsAroundStyle,
  },
  {
    pattern: /(?<=^\s*(?:style|classDef|linkStyle)\s+\S+\s.*[a-z-])\s*=\s*/g,
    cure: () => ':',
    sentence: style.noColon,
  },
  {
    pattern: /^\s*(?:\/\/|#(?=\s)|%(?!%))/g,
    cure: found => found.replace(/\/\/|#|%/, '%%'),
    sentence: style.foreignComment,
  },
  {
    pattern: /^\s*(?:<!--|\/\*).*$/g,
    cure: found => found.replace(/<!--|\/\*/, '%%').replace(/\s*(?:-->|\*\/)\s*$/, ''),
    sentence: style.foreignComment,
  },
  {
    pattern: /\s+%%(?!\{).*$/g,
    cure: remove,
    sentence: style.commentBehind,
  },
  {
    pattern: /\s+(?:\/\/\s|#\s|%\s|\/\*|<!--).*$/g,
    cure: remove,
    sentence: style.foreignCommentBehind,
  },
  {
    pattern: /(?<=^\s*(?:linkStyle|class|classDef)\s+[^\s,]+(?:\s*,\s*[^\s,]+)*\s*,?)(?:(?<=,)\s+|\s+(?=,))/g,
    cure: remove,
    sentence: say.spaceBesideComma,
  },
  {
    pattern: new RegExp(`(?<=^\\s*(?:style|classDef|linkStyle)\\s.*)${STYLE_SEMICOLON.source}`, 'g'),
    cure: commaFor,
    sentence: say.semicolonInStyle,
  },
  {
    pattern: /(?<=^\s*click\s+\S+\s+call\s+[\w.]+)(?=\s*(?:"|$))/g,
    cure: () => '()',
    sentence: style.callWithoutBrackets,
  },
  {
    pattern:
      /(?<=^\s*click\s+\S+\s+(?:call\s+)?[\w.]+(?:\([^)]*\))?\s*(?:"[^"]*")?)\s+_(?:blank|self|parent|top)\s*$/g,
    cure: remove,
    sentence: style.targetOfCall,
  },
  {
    pattern: /(?<=^\s*click\s+\S+\s+href\s+)[^\s"]+/g,
    cure: found => `"${found}"`,
    sentence: style.unquotedAddress,
  },
  {
    pattern: /(?<=^\s*subgraph)\s*$/g,
    cure: () => ' " "',
    sentence: say.namelessSubgraph,
  },
  {
    pattern: /(?<=^\s*direction)\s*:(?=\s+\S)|(?<=^\s*direction\s+(?:TB|TD|BT|LR|RL))[.:,]\s*$/g,
    cure: remove,
    sentence: say.signInDirection,
  },
  {
    pattern: /^\s*[-*+•]\s+(?=\S.*(?:--|==|-\.|[[({]))/g,
    cure: found => found.replace(/\S\s+/, ''),
    sentence: say.bullet,
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
    sentence: style.colourWithBrackets,
  },
  {
    pattern: /(?<=^\s*subgraph\s+)(?=\S+\s+\S|<)[^"[\]\s][^"[\]]*$/g,
    cure: found => `"${found.trimEnd().replace(/^[“„]([^“”„]*)[”“]$/, '$1')}"`,
    sentence: say.unquotedTitle,
  },
])

/** The edits that cure a mistake wherever a line has it. */
export function cures({ pattern, cure }: Mistake, line: string): TextEdit[] {
  return Array.from(line.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: cure(found, line.slice(index + found.length)),
  })).filter(({ start, end, text }) => line.slice(start, end) !== text)
}
