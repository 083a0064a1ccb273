/** What the linter says of a page of draw.io. */
import type { Range } from '../../../src/ir/model.js'
import type { Message } from '../../../src/messages/message.js'
import { message } from '../codes.js'

interface Named {
  /** The label of a shape, short enough for a sentence. */
  readonly name: string
}

export const stacked = ({ name }: Named, at: Range): Message =>
  message(
    'lint/stacked-shape',
    `“${name}” lies exactly on another shape that looks the same, so one of them is hidden.`,
    { at },
  )

export const outside = ({ name, container }: Named & { readonly container: string }, at: Range): Message =>
  message(
    'lint/outside-container',
    `“${name}” belongs to the lane “${container}” and stands wholly outside of it.`,
    { at },
  )

export const emptyPage = ({ page }: { readonly page: string }, at: Range): Message =>
  message('lint/empty-page', `There is nothing on the page “${page}”.`, { at })
