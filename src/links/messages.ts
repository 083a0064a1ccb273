/** What is said of addresses. */
import { message } from '../messages/file-codes.js'
import type { Message } from '../messages/message.js'

export const longAddress = ({
  title,
  length,
  most,
}: {
  readonly title: string
  readonly length: number
  readonly most: number
}): Message =>
  message(
    'limit/address',
    `The address for ${title} has ${length} characters, and more than ${most} are cut by some programs, of Windows above all.`,
  )

export const damagedAddress = ({ title }: { readonly title: string }): Message =>
  message(
    'syntax/address',
    `This address of ${title} is cut off or damaged: what should be a diagram in it cannot be unpacked.`,
  )

export const largeAddress = ({ title }: { readonly title: string }): Message =>
  message(
    'limit/size',
    `What stands in this address of ${title} unpacks to more than 50 MB, so it is not read.`,
  )

export const elsewhere = ({ title }: { readonly title: string }): Message =>
  message(
    'syntax/address',
    `This address of ${title} names a diagram that is stored elsewhere, and nothing is loaded: download it, and name the file.`,
  )

export const unknownAddress = ({ titles }: { readonly titles: string }): Message =>
  message(
    'syntax/address',
    `This is no address with a diagram in it. Those of ${titles} are read; nothing is loaded from anywhere.`,
  )
