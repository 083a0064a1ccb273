/** What data from outside have to look like: the parts that caches and reports share. */

export type Test = (value: unknown) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const text: Test = value => typeof value === 'string'
export const flag: Test = value => typeof value === 'boolean'
export const count: Test = value => Number.isSafeInteger(value) && Number(value) >= 0
export const listOf =
  (test: Test): Test =>
  value =>
    Array.isArray(value) && value.every(test)
export const mapOf =
  (test: Test): Test =>
  value =>
    isObject(value) && Object.values(value).every(test)
export const maybe =
  (test: Test): Test =>
  value =>
    value === undefined || test(value)
export const fields =
  <T>(tests: Readonly<Record<keyof T, Test>>): Test =>
  value =>
    isObject(value) && Object.entries<Test>(tests).every(([name, test]) => test(value[name]))

export const severity: Test = value => ['error', 'warning', 'info'].includes(value as string)

export const fix = fields({ title: text, edits: listOf(fields({ start: count, end: count, text })) })
