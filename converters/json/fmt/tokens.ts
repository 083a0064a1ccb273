/** The tokens of JSON, and of its brackets how long what they hold is on one line. */

interface Place {
  readonly start: number
  readonly end: number
}

/** An opening bracket with what it holds. */
export interface Open extends Place {
  readonly kind: 'open'
  isEmpty: boolean
  /** Whether a line ends anywhere in it. */
  hasBreak: boolean
  /** How many characters it has on one line, its brackets among them. */
  width: number
}

export type Token = Open | (Place & { readonly kind: 'close' | 'comma' | 'colon' | 'scalar' })

const TOKEN = /[ \t\r\n]*(?:([{[])|([}\]])|(,)|(:)|("(?:[^"\\]|\\.)*"|[^\s{}[\]:,"]+))/gy

/** The tokens of a text that was read without errors. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const open: Open[] = []
  let from = 0
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const end = TOKEN.lastIndex
    const token = tokenOf(found, end)
    const around = open.at(-1)
    if (around) {
      around.hasBreak ||= /[\r\n]/.test(text.slice(from, token.start))
      // Behind a comma and a colon there is a blank.
      around.width += end - token.start + (token.kind === 'comma' || token.kind === 'colon' ? 1 : 0)
      around.isEmpty &&= token.kind === 'close'
    }
    if (token.kind === 'close') settle(text, open)
    if (token.kind === 'open') open.push(token)
    tokens.push(token)
    from = end
  }
  return tokens
}

function tokenOf([, open, close, comma, colon, scalar]: RegExpExecArray, end: number): Token {
  if (open !== undefined)
    return { kind: 'open', start: end - 1, end, isEmpty: true, hasBreak: false, width: 1 }
  const kind = close ? 'close' : comma ? 'comma' : colon ? 'colon' : 'scalar'
  return { kind, start: end - (scalar?.length ?? 1), end }
}

/** What is closed counts in what is around it. */
function settle(text: string, open: Open[]): void {
  const closed = open.pop()
  const around = open.at(-1)
  if (!closed) return
  // In the braces of an object there is a blank on either side.
  if (text[closed.start] === '{' && !closed.isEmpty) closed.width += 2
  if (!around) return
  around.width += closed.width - 1
  around.hasBreak ||= closed.hasBreak && !closed.isEmpty
}
