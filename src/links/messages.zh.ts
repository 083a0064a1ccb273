/** What is said of addresses, in Chinese. */
import { inARow, reworded } from '../messages/chinese.js'
import * as own from './messages.js'

export const longAddress = reworded(
  own.longAddress,
  ({ title, length, most }) =>
    `${title} 的地址有 ${length} 个字符，超过 ${most} 个字符的地址会被某些程序（尤其是 Windows 上的程序）截断。`,
)

export const damagedAddress = reworded(
  own.damagedAddress,
  ({ title }) => `这个 ${title} 地址被截断或已损坏：其中的图表无法解压。`,
)

export const largeAddress = reworded(
  own.largeAddress,
  ({ title }) => `这个 ${title} 地址中的内容解压后超过 50 MB，因此不读取。`,
)

export const elsewhere = reworded(
  own.elsewhere,
  ({ title }) => `这个 ${title} 地址指向存放在别处的图表，而这里不会加载任何内容：请下载后打开文件。`,
)

export const unknownAddress = reworded(
  own.unknownAddress,
  ({ titles }) => `这个地址中没有图表。可以读取的是 ${inARow(titles)} 的地址；不会从任何地方加载内容。`,
)
