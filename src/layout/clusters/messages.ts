/** What is said of a drawing. */
import { message } from '../../messages/file-codes.js'
import type { Message } from '../../messages/message.js'

const simpler = (why: string): Message =>
  message('limit/layout', `${why}, so a simpler layout takes its place.`)

interface Sizes {
  readonly nodes: number
  readonly groups: number
  readonly edges: number
}

export const tooLarge = ({ nodes, groups, edges }: Sizes): Message =>
  simpler(`The diagram has ${nodes} nodes, ${groups} groups and ${edges} edges`)

export const tooDeep = ({ levels }: { readonly levels: number }): Message =>
  simpler(`Groups stand more than ${levels} deep`)

export const notArranged = (): Message => simpler('The layout engine cannot arrange this diagram')

export const crossed = (
  { group }: { readonly group: string },
  at: readonly [number, number] | undefined,
): Message =>
  message(
    'limit/direction',
    `A line crosses the border of “${group}”, so its inside flows as what is around it does.`,
    at && { at },
  )
