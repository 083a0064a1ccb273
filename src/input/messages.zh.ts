/** What is said of an input as a whole, in Chinese. */
import { reworded, wordIn } from '../messages/chinese.js'
import * as own from './messages.js'

// What is no text, or text of another kind.

export const tooLarge = reworded(own.tooLarge, () => '输入超过 64 MB，diaglot 不读取更大的输入。')

export const badEncoding = reworded(
  own.badEncoding,
  ({ title }) => `该文件不是 ${title} 允许的文本（UTF-8）。`,
)

export const halfCharacter = reworded(
  own.halfCharacter,
  () => '这里有半个字符，任何文件都无法保存它：它和其他类似字符都读作 �。',
)

export const otherFormat = reworded(
  own.otherFormat,
  ({ other, name, ending, title }) =>
    `这是 ${other}，而不是 ${title}：请用“--from ${name}”读取，或把文件扩展名改为 ${ending}。`,
)

/** Kinds of files, and what to do about them, by what English has for them. */
export const files: Readonly<Record<string, string>> = {
  'a ZIP archive': 'ZIP 压缩包',
  'an empty ZIP archive': '空的 ZIP 压缩包',
  'a PNG picture': 'PNG 图片',
  'a JPEG picture': 'JPEG 图片',
  'a GIF picture': 'GIF 图片',
  'a PDF document': 'PDF 文档',
  'a file packed with gzip': 'gzip 压缩文件',
  'a 7-Zip archive': '7-Zip 压缩包',
  'a file of an old Office program': '旧版 Office 文件',
  'a program': '程序',
  'Unpack it; files such as .vsdx, .docx and .lucid are archives too.':
    '请先解压；.vsdx、.docx 和 .lucid 等文件也是压缩包。',
  'Unpack it.': '请先解压。',
  'A diagram cannot be read from a picture.': '无法从图片中读取图表。',
  'A diagram cannot be read from it.': '无法从中读取图表。',
}

export const binaryFile = reworded(
  own.binaryFile,
  ({ kind, hint, title }) => `这是${wordIn(files, kind)}，而不是 ${title}。${wordIn(files, hint)}`,
)

export const webPage = reworded(
  own.webPage,
  ({ name, title }) =>
    `这是${name ? `名为“${name}”的` : ''}网页，而不是 ${title}。文件不存在或需要登录时，服务器会返回这样的网页。`,
)

export const otherLanguage = reworded(
  own.otherLanguage,
  ({ language, title }) => `这是 ${language}，而不是 ${title}；diaglot 不读取 ${language}。`,
)

export const svgPicture = reworded(own.svgPicture, ({ title }) => `这是 SVG 图片，而不是 ${title}。`)

export const otherXml = reworded(
  own.otherXml,
  ({ element, title }) => `这是以 <${element}> 开头的 XML，而不是 ${title}。`,
)

export const otherJson = reworded(
  own.otherJson,
  ({ title }) => `这是 JSON，而不是 ${title}，也不是已知的图表。`,
)

// What stands around a diagram.

export const fenceEnds = reworded(
  own.fenceEnds,
  ({ title }) => `Markdown 代码围栏在这里结束；只有它之前的内容是 ${title}。`,
  '删除围栏及其后的内容',
)

export const fence = reworded(
  own.fence,
  ({ title, closed, diagrams }) =>
    `这是 Markdown 代码围栏；只有${closed ? '两个围栏之间' : '它之后'}的内容是 ${title}。${diagrams === undefined ? '' : `其中有 ${diagrams} 个图表，只读取第一个。`}`,
  '删除围栏及其周围的内容',
)

export const fenceRead = reworded(
  own.fenceRead,
  () => '这看起来是 Markdown 代码围栏的结尾，却被当作图表的一部分读取：请删除该行。',
)

const WHERE: Readonly<Record<string, string>> = {
  before: '之前',
  behind: '之后',
  'before and behind': '前后',
}

export const prose = reworded(
  own.prose,
  ({ title, where }) => `文件中只应有图表：它${wordIn(WHERE, where)}的内容不是 ${title}。`,
  '删除不属于图表的行',
)

export const prefixes = reworded(
  own.prefixes,
  ({ signs }) => `每一行开头都有不属于图表的内容，这里是“${signs}”；它可能是一并复制进来的。`,
  '从每一行中删除它',
)

export const tags = reworded(
  own.tags,
  ({ tag, title }) => `“${tag}”是网页标签：只有标签之间的内容是 ${title}。`,
  '删除标签',
)

export const patch = reworded(
  own.patch,
  () => '这是补丁：新版本的行前有“+”，旧版本的行前有“-”；只读取新版本。',
  '只保留新版本',
)

export const entity = reworded(
  own.entity,
  ({ entity, sign }) => `“${entity}”是网页中“${sign}”的写法：在图表中，箭头要用该符号本身。`,
  ({ sign }) => `改为 ${sign}`,
)

export const conflict = reworded(
  own.conflict,
  () =>
    '该文件的两个版本合并时在这里发生冲突：请保留其中一个，并删除“<<<<<<<”、“=======”和“>>>>>>>”这几行。读取的是第一个版本。',
)

export const conflictRead = reworded(
  own.conflictRead,
  () =>
    '这些看起来是合并失败留下的标记，却被当作图表的一部分读取：请保留其中一个版本，并删除“<<<<<<<”、“=======”和“>>>>>>>”这几行。',
)
