/**
 * Where an expression may take time with the square of its input, because the input is short. Nothing may take more than that: neither
 * its cube, nor time that doubles with each character.
 */

const FLOWZAP_LINE = 'the squares of the lengths of all lines looked at have a limit (`newMender`)'
const MERMAID_LINE = 'the squares of the lengths of all lines looked at have a limit (`work` in `recover.ts`)'
const DOT_STATEMENT =
  'the squares of the lengths of all statements looked at have a limit (`work` in `trouble.ts`)'

/** The reason, by file. */
export const allowed: ReadonlyMap<string, string> = new Map([
  ['converters/flowzap/document/edge-mends.ts', FLOWZAP_LINE],
  ['converters/flowzap/document/line-mends.ts', FLOWZAP_LINE],
  ['converters/flowzap/document/note-mends.ts', FLOWZAP_LINE],
  ['converters/flowzap/document/separate.ts', FLOWZAP_LINE],
  ['converters/mermaid/read/mends/arrows.ts', MERMAID_LINE],
  ['converters/mermaid/read/mends/line-mends.ts', MERMAID_LINE],
  ['converters/mermaid/read/mends/mistakes.ts', MERMAID_LINE],
  ['converters/mermaid/read/mends/spread.ts', MERMAID_LINE],
  ['converters/mermaid/read/mends/unclosed.ts', MERMAID_LINE],
  ['converters/mermaid/read/shape-data.ts', 'properties of more than 2,000 characters are not mended'],
  [
    'converters/dot/read/mends/line-repairs.ts',
    'none looks beyond a line, and the squares of the lengths of all lines have a limit (`MOST_WORK`)',
  ],
  ['converters/dot/read/mends/list-mends.ts', DOT_STATEMENT],
  ['converters/dot/read/mends/statement-mends.ts', DOT_STATEMENT],
  ['converters/dot/read/mends/doubts.ts', 'it looks at some hundred characters around a sign (`REACH`)'],
])
