/** Comments of other languages, and brackets, commas and quotes where FlowZap Code has others. */
import { once } from '../../../src/ir/once.js'
import * as say from './messages.js'
import type { Proposal } from './proposal.js'

/** What may be meant by a line that is no statement, next to what `lineProposals` knows. */
export function noteProposals(line: string): Proposal[] {
  return [
    foreignComment(line),
    commentBehind(line),
    ...simple().map(({ pattern, instead, said }) => replaced(line, pattern, instead, said)),
  ].filter(proposal => proposal !== undefined)
}

/** `%% why`, `-- why`, `/* why *\/`, `<!-- why -->`. */
function foreignComment(line: string): Proposal | undefined {
  const match = /^(\s*)(%%+|--+(?=\s)|'(?=\s)|\/\*+|<!--)(.*)$/.exec(line.trimEnd())
  if (!match) return undefined
  const [, indent = '', sign = '', rest = ''] = match
  const note = rest.replace(/(?:\*\/|-->)$/, '').trim()
  return {
    sentence: say.foreignComment,
    line: `${indent}// ${note}`,
    at: [indent.length, indent.length + sign.length],
  }
}

/** `n1: circle label:"a" // why`. */
function commentBehind(line: string): Proposal | undefined {
  const match = /^((?:[^"]|"(?:[^"\\]|\\.)*")*?)(?<=\S)\s+((?:\/\/|%%|#\s|\/\*).*)$/.exec(line)
  if (!match) return undefined
  const [, statement = '', note = ''] = match
  const start = line.length - note.length
  return { sentence: say.commentBehind, line: statement, at: [start, line.trimEnd().length] }
}

interface Simple {
  readonly pattern: RegExp
  readonly instead: string
  readonly said: say.Said
}

const simple = /* @__PURE__ */ once((): readonly Simple[] => [
  {
    pattern: /^(\s*loop)\s+(?!\[)(.*?\S)((?:\s+(?:\w+\.)?n\d+)+)\s*$/,
    instead: '$1 [$2]$3',
    said: say.conditionWithoutBrackets,
  },
  {
    pattern: /(?<=^\s*loop\s*\[[^\]]*\].*\w)\s*,\s*(?=\w)/g,
    instead: ' ',
    said: say.commasInLoop,
  },
  {
    pattern: /(?<=\.\s*handle\s*)[[{]\s*(\w+)\s*[\]}]/g,
    instead: '($1)',
    said: say.bracketsOfHandle,
  },
  {
    pattern: /^(\s*)"(\w+)"(?=\s*\{)/,
    instead: '$1$2',
    said: say.quotedLane,
  },
  {
    pattern: /^(\s*[A-Za-z_]\w*\s*\{)\s*"?(\p{L}[^"#:;{}>[\]]*?)"?\s*$/u,
    instead: '$1 # $2',
    said: say.laneLabelWithoutSign,
  },
  {
    pattern: /(?<=\s(?:label|owner|description|system))\s+(?=")/g,
    instead: ':',
    said: say.noColonBehindName,
  },
])

function replaced(line: string, pattern: RegExp, instead: string, sentence: say.Said): Proposal | undefined {
  const mended = line.replace(pattern, instead)
  if (mended === line) return undefined
  let start = 0
  while (start < line.length && line[start] === mended[start]) start++
  return { sentence, line: mended, at: [start, Math.min(start + 1, line.length)] }
}
