/** Arrows that are written as no arrow of Mermaid is, and the labels on them. What stands in the label of a node is none. */
import { once } from '../../../../src/ir/once.js'
import type { TextEdit } from '../../../../src/messages/message.js'
import * as arrow from './arrow-messages.js'
import { stretchesOfLabels } from './hops.js'
import * as say from './messages.js'
import { cures, type Mistake, remove } from './mistakes.js'

/** The label of what was found, between pipes. */
const piped = (found: string): string => /\|[^|]*\|/.exec(found)![0]

export const arrowMistakes = /* @__PURE__ */ once((): readonly Mistake[] => [
  {
    pattern: /(?<=[\s\])}"\p{L}\p{N}_])->(?=[\s|"\p{L}\p{N}_])/gu,
    cure: () => '-->',
    sentence: arrow.oneDash,
  },
  {
    pattern: /(?<=[\s\])}"\p{L}\p{N}_])(?:-->>|->>|~+>|[—–]+>|[→⟶]|-\s+-?\s*>|--\s+>)(?=[\s|"\p{L}\p{N}_])/gu,
    cure: () => '-->',
    sentence: arrow.otherArrow,
  },
  {
    pattern: /(?<=[\s\])}"\p{L}\p{N}_])(?:\.+-?>|-?\.\.+>)(?=[\s|"\p{L}\p{N}_])/gu,
    cure: () => '-.->',
    sentence: arrow.dottedArrow,
  },
  {
    pattern: /(?<=[\s\])}][<xo]?(?:-{2,}|={2,}|-\.+-)[xo])>(?=[\s|])/g,
    cure: remove,
    sentence: arrow.twoHeads,
  },
  {
    pattern: /(?<=[\s\])}"\p{L}\p{N}_])=>(?=[\s|"\p{L}\p{N}_])/gu,
    cure: () => '==>',
    sentence: arrow.thickArrow,
  },
  {
    pattern: /(?<=[\s\])}"\p{L}\p{N}_])<[-=]>(?=[\s|"\p{L}\p{N}_])/gu,
    cure: found => (found === '<=>' ? '<==>' : '<-->'),
    sentence: arrow.arrowOfTwoHeads,
  },
  {
    pattern:
      /(?<=^[^-<|]*[\p{L}\p{N}_\])}]\s)(?:[-–—]|--)(?=\s+[\p{L}\p{N}_]+(?:[[({].*)?\s*;?\s*$)|(?<=[\])}])[-–—](?=[\p{L}\p{N}_]+(?:[[({]|\s*$))/gu,
    cure: () => '---',
    sentence: arrow.shortLine,
  },
  {
    pattern: /(?<=[\s\])}])--(?=\|)/g,
    cure: () => '---',
    sentence: arrow.lineWithLabel,
  },
  {
    pattern: /(?<=^\s*[\p{L}\p{N}_]+(?:[[({][^|]*[\])}])?\s*)\|[^|]*\|\s*-->?(?=\s*[\p{L}\p{N}_])/gu,
    cure: found => `${found.endsWith('>') ? '-->' : '---'}${piped(found)}`,
    sentence: arrow.labelBeforeArrow,
  },
  {
    pattern: /(?<=[->=xo]\|[^|]*\|)>(?=\s*[\p{L}\p{N}_])/gu,
    cure: remove,
    sentence: arrow.signBehindLabel,
  },
  {
    pattern: /(?<=[->=xo]\|[^|]*\|)\s*(?:-+>|--+)(?=\s*[\p{L}\p{N}_])/gu,
    cure: remove,
    sentence: arrow.arrowBehindLabel,
  },
  {
    pattern: /(?<=[\s\])}])--?>?\|[^|]*\|--?>?(?=\s*[\p{L}\p{N}_])/gu,
    cure: found => `-->${piped(found)}`,
    sentence: arrow.labelBeforeArrow,
  },
  {
    pattern: /(?<=[\s\])}])-(?:\[:?[^\]|"]*\]|[\p{L}\p{N}][^-|<>"[\](){}]*)->(?=[\s\p{L}\p{N}_])/gu,
    cure: found => `-->|${found.replace(/^-(?:\[:?)?|\]?->$/g, '').trim()}|`,
    sentence: arrow.lineWithLabel,
  },
  {
    pattern:
      /(?<=[\p{L}\p{N}_\])}])(?:,\s+|\s*&&\s*)(?=[\p{L}\p{N}_])(?:(?=.*(?:--|==|-\.))|(?<=(?:--|==|-\.).*))/gu,
    cure: () => ' & ',
    sentence: say.commaBetweenNodes,
  },
  {
    pattern: /\s*&(?=\s*(?:--|==|-\.|$))|(?<=(?:-->|---|==>|-\.->)\s*)&\s*/g,
    cure: remove,
    sentence: say.ampersandAtArrow,
  },
  {
    pattern: /(?<=[\p{L}\p{N}_\])}])\s+(?=:::[\p{L}_])/gu,
    cure: remove,
    sentence: say.spaceBeforeClass,
  },
  {
    pattern: /(?<=[\p{L}\p{N}_])(?=\{\s*(?:shape|label|icon|img)\s*:)/gu,
    cure: () => '@',
    sentence: say.atBeforeProperties,
  },
  {
    pattern: /(?<=^\s*|[\s&>|])[\p{L}_][\p{L}\p{N}_.]{2,}\(\)/gu,
    cure: name => `${name.slice(0, -2)}["${name}"]`,
    sentence: say.nameOfCall,
  },
])

/** The edits that cure a mistake of an arrow wherever a line has it. */
export function arrowCures(mistake: Mistake, line: string): TextEdit[] {
  const edits = cures(mistake, line)
  if (edits.length === 0) return edits
  const labels = stretchesOfLabels(line)
  return edits.filter(({ start: at }) => !labels.some(({ start, end }) => at > start && at < end))
}
