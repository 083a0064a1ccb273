/** The one change that makes a text of another, so that the cursor and what is selected stay where they are. */

export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let rest = 0
  while (
    rest < most - from &&
    before.charCodeAt(before.length - 1 - rest) === after.charCodeAt(after.length - 1 - rest)
  )
    rest++
  return { from, to: before.length - rest, insert: after.slice(from, after.length - rest) }
}
