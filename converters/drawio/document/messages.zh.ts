/** What is said of a file of draw.io, in Chinese. */
import { reworded } from '../../../src/messages/chinese.js'
import * as own from './messages.js'

// Files.

export const pictureWithoutDiagram = reworded(
  own.pictureWithoutDiagram,
  () => '图片中没有图表：draw.io 会把图表放进图片的 <svg content="…">。',
)

export const pngWithoutDiagram = reworded(
  own.pngWithoutDiagram,
  () => '图片中没有图表：在 draw.io 中选择“包含图表副本”时，图表才会放进图片。',
)

export const pngPacked = reworded(own.pngPacked, () => '图片中的图表无法解压。')
export const pngTooLarge = reworded(own.pngTooLarge, () => '图片中的图表解压后超过 50 MB。')
export const insidePacked = reworded(own.insidePacked, () => '文件中的图表无法解压。')

export const tooManyDiagrams = reworded(
  own.tooManyDiagrams,
  ({ most }) => `页面中的图表超过 ${most} 个；其后的图表不读取。`,
)

export const library = reworded(
  own.library,
  () => '这是形状库（<mxlibrary>），不是图表：在 draw.io 中用“文件 > 打开图库”打开它。',
)

export const otherXml = reworded(
  own.otherXml,
  ({ name }) => `这是以 <${name}> 开头的 XML，而不是 draw.io：应为 <mxfile> 或 <mxGraphModel>。`,
)

export const cutOff = reworded(own.cutOff, ({ tag }) => `文件在 ${tag} 闭合之前结束，可能被截断。`)
export const badXml = reworded(own.badXml, ({ fault }) => `${fault}。`)
export const xmlTooLarge = reworded(own.xmlTooLarge, ({ fault }) => `${fault}。`)
export const xmlTooDeep = reworded(own.xmlTooDeep, ({ fault }) => `${fault}。`)

export const noXmlCharacters = reworded(own.noXmlCharacters, () => '这里有 XML 无法保存的字符，已略去。')

// Pages.

export const emptyPage = reworded(own.emptyPage, ({ page }) => `页面“${page}”中没有图表。`)

export const pageTooLarge = reworded(
  own.pageTooLarge,
  ({ page }) => `加上页面“${page}”后文件解压会超过 50 MB，因此该页面已略去。`,
)

export const pagePacked = reworded(own.pagePacked, ({ page }) => `页面“${page}”的压缩方式无法解压。`)

export const pageOfOtherXml = reworded(
  own.pageOfOtherXml,
  ({ page, name }) => `页面“${page}”解压后是 <${name}>，而不是图表。`,
)

export const pageOfBadXml = reworded(
  own.pageOfBadXml,
  ({ page, fault }) => `页面“${page}”解压后的 XML 无法读取：${fault}。`,
)

// Cells.

export const noCellId = reworded(own.noCellId, ({ id }) => `有一个单元没有 ID；读作“${id}”。`)

export const cellIdTaken = reworded(
  own.cellIdTaken,
  ({ id, wanted }) => `又有一个单元的 ID 是“${wanted}”；读作“${id}”。`,
)

export const noParent = reworded(own.noParent, ({ id }) => `单元“${id}”没有指明父级；读取时视为位于页面上。`)

export const unknownParent = reworded(
  own.unknownParent,
  ({ id, parent }) => `单元“${id}”的父级“${parent}”不存在；读取时视为位于页面上。`,
)

export const unsafeHtml = reworded(
  own.unsafeHtml,
  ({ id }) => `单元“${id}”的标签中有超出格式范围的 HTML，写出时不包含它。`,
)

export const unsafeLink = reworded(own.unsafeLink, ({ id }) => `单元“${id}”的链接会运行脚本，已略去。`)
