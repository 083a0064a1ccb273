/** Values inside `@{ … }` on one line: YAML that neither mermaid's lexer nor its preparation takes apart. */
import type { Value } from '../../../src/ir/model.js'

/** What is escaped in a quoted string: what ends it, what begins a code, a tag, a directive or a direction. */
const escaped = /["\\#<%^\p{C}\p{Zl}\p{Zp}\ufeff]|(?<=direction)\s/gu

function escapeChar(char: string): string {
  if (char === '\\') return '\\\\'
  const codePoint = char.codePointAt(0)!
  if (codePoint > 0xffff) return `\\U${codePoint.toString(16).padStart(8, '0')}`
  return `\\u${codePoint.toString(16).padStart(4, '0')}`
}

/** A string in quotes. */
export function quotedData(text: string): string {
  return `"${text.replace(escaped, escapeChar)}"`
}

/** A label in quotes: entity codes stay codes. */
export function quotedLabel(encoded: string): string {
  return `"${encoded.replace(/[\\^\p{C}\p{Zl}\p{Zp}\ufeff]/gu, escapeChar)}"`
}

/** Whether a value can stand in `@{ }`, where no braces nest. */
export function fitsData(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(item => fitsData(item as Value))
  return typeof value !== 'object' || value === null
}

/** A value as YAML; words stay without quotes where they can. */
export function dataText(value: Value): string {
  if (typeof value === 'string') {
    return /^[A-Za-z][A-Za-z-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
      ? value
      : quotedData(value)
  }
  if (Array.isArray(value)) return `[${value.map(item => dataText(item as Value)).join(', ')}]`
  return String(value)
}
