/** What may be wrong with XML, in Chinese: clauses that sentences end with. */
import { reworded, wordIn } from '../../../src/messages/chinese.js'
import * as own from './xml-faults.js'

export type { XmlFault } from './xml-faults.js'

// Elements.

export const outside = reworded(own.outside, () => '根元素之外有文字')
export const documentType = reworded(
  own.documentType,
  () => '不接受文档类型声明：图表不需要它，而其中的实体可能有害',
)
export const secondRoot = reworded(own.secondRoot, () => '有第二个根元素')
export const noElement = reworded(own.noElement, () => '没有 XML 元素')
export const tooManyParts = reworded(own.tooManyParts, () => '文件中的元素和属性超过四百万个')
export const tooDeep = reworded(own.tooDeep, () => '元素的嵌套超过 20,000 层')
export const openElement = reworded(own.openElement, ({ name }) => `<${name}> 没有闭合`)

export const openIn: typeof own.openIn = ({ text }) => /^(<[^>]*>) 没有闭合$/.exec(text)?.[1]

/** Parts of XML, by what English has for them. */
export const parts: Readonly<Record<string, string>> = {
  'A comment': '注释',
  'A CDATA section': 'CDATA 段',
  'A processing instruction': '处理指令',
}

export const openPart = reworded(own.openPart, ({ what }) => `${wordIn(parts, what)}没有闭合`)
export const openEndTag = reworded(own.openEndTag, () => '结束标签没有用 > 闭合')
export const closesNothing = reworded(own.closesNothing, ({ name }) => `</${name}> 没有对应的开始标签`)

export const closesAnother = reworded(
  own.closesAnother,
  ({ name, open }) => `此处应为 </${open}>，却是 </${name}>`,
)

export const openTag = reworded(own.openTag, ({ name }) => `标签 <${name} 没有结尾：缺少 >`)
export const noName = reworded(own.noName, () => '< 之后没有元素名称；单独的 < 写作 &lt;')

// Attributes and references.

export const badReference = reworded(
  own.badReference,
  ({ found }) => `“${found}”不是 XML 认识的引用；单独的 & 写作 &amp;`,
  '改为 &amp;',
)

export const lessThan = reworded(own.lessThan, () => '属性中的 < 写作 &lt;', '改为 &lt;')
export const noBlank = reworded(own.noBlank, ({ name }) => `<${name}> 的两个属性之间缺少空格`, '插入空格')
export const noQuotes = reworded(own.noQuotes, ({ attribute }) => `${attribute} 的值没有引号`, '给值加上引号')
export const openQuote = reworded(own.openQuote, ({ attribute }) => `${attribute} 的值的引号没有闭合`)

export const badAttribute = reworded(
  own.badAttribute,
  ({ name }) => `<${name}> 的一个属性没有写成 name="value" 的形式`,
)

export const attributeTwice = reworded(
  own.attributeTwice,
  ({ name, attribute }) => `<${name}> 的属性 ${attribute} 出现了两次`,
)
