/** Comments of other languages, and brackets, commas and quotes where FlowZap Code has others. */
import type { Proposal } from './proposal.js'

/** What may be meant by a line that is no statement, next to what `lineProposals` knows. */
export function noteProposals(line: string): Proposal[] {
  return [
    foreignComment(line),
    commentBehind(line),
    ...SIMPLE.map(({ pattern, instead, title, text }) => replaced(line, pattern, instead, title, text)),
  ].filter(proposal => proposal !== undefined)
}

/** `%% why`, `-- why`, `/* why *\/`, `<!-- why -->`. */
function foreignComment(line: string): Proposal | undefined {
  const match = /^(\s*)(%%+|--+(?=\s)|'(?=\s)|\/\*+|<!--)\s*(.*?)\s*(?:\*\/|-->)?\s*$/.exec(line)
  if (!match) return undefined
  const [, indent = '', sign = '', note = ''] = match
  return {
    line: `${indent}// ${note}`,
    at: [indent.length, indent.length + sign.length],
    title: 'Write //',
    text: 'A comment begins with “//”.',
  }
}

/** `n1: circle label:"a" // why`. */
function commentBehind(line: string): Proposal | undefined {
  const match = /^((?:[^"]|"(?:[^"\\]|\\.)*")*?)(?<=\S)\s+((?:\/\/|%%|#\s|\/\*).*)$/.exec(line)
  if (!match) return undefined
  const [, statement = '', note = ''] = match
  const start = line.length - note.length
  return {
    line: statement,
    at: [start, line.trimEnd().length],
    title: 'Remove the comment',
    text: 'A comment stands on a line of its own.',
  }
}

const SIMPLE = [
  {
    pattern: /^(\s*loop)\s+(?!\[)(.*?\S)((?:\s+(?:\w+\.)?n\d+)+)\s*$/,
    instead: '$1 [$2]$3',
    title: 'Put the condition into brackets',
    text: 'The condition of a loop stands in brackets: loop [retry] n1 n2.',
  },
  {
    pattern: /(?<=^\s*loop\s*\[[^\]]*\].*\w)\s*,\s*(?=\w)/g,
    instead: ' ',
    title: 'Remove the commas',
    text: 'The nodes of a loop have only blanks between them: loop [retry] n1 n2.',
  },
  {
    pattern: /(?<=\.\s*handle\s*)[[{]\s*(\w+)\s*[\]}]/g,
    instead: '($1)',
    title: 'Write ( )',
    text: 'The side of a handle stands in round brackets: n1.handle(right).',
  },
  {
    pattern: /^(\s*)"(\w+)"(?=\s*\{)/,
    instead: '$1$2',
    title: 'Remove the quotes',
    text: 'The id of a lane has no quotes; its label stands behind a #: User { # User.',
  },
  {
    pattern: /^(\s*[A-Za-z_]\w*\s*\{)\s*"?(\p{L}[^"#:;{}>[\]]*?)"?\s*$/u,
    instead: '$1 # $2',
    title: 'Write #',
    text: 'The label of a lane stands behind a #: User { # User.',
  },
  {
    pattern: /(?<=\s(?:label|owner|description|system))\s+(?=")/g,
    instead: ':',
    title: 'Write :',
    text: 'A colon stands between the name of an attribute and its text: label:"Start".',
  },
] as const

function replaced(
  line: string,
  pattern: RegExp,
  instead: string,
  title: string,
  text: string,
): Proposal | undefined {
  const mended = line.replace(pattern, instead)
  if (mended === line) return undefined
  let start = 0
  while (start < line.length && line[start] === mended[start]) start++
  return { line: mended, at: [start, Math.min(start + 1, line.length)], title, text }
}
