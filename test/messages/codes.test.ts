/** The lists of codes: each format brings its own, and together they are closed. */
import { describe, expect, test } from 'vitest'
import { dotCodes, message as dotMessage } from '../../converters/dot/codes.js'
import { codes as ofTheCore } from '../../src/core.js'
import { codes, formats as library, messageWith, read } from '../../src/index.js'
import type { Code } from '../../src/messages/codes.js'
import { message } from '../../src/messages/message.js'
import { formats } from '../setup/formats.js'
import { stepsCodes } from '../toys/steps/codes.js'

const brought = formats.flatMap(({ name, codes = {} }) => Object.keys(codes).map(code => ({ name, code })))

describe('what formats bring', () => {
  test('is there', () => expect(brought.length).toBeGreaterThan(80))

  test('are codes that neither the core nor another format has', () => {
    const twice = brought.filter(
      ({ name, code }) =>
        code in ofTheCore ||
        formats.some(other => other.name.split('-')[0] !== name.split('-')[0] && code in (other.codes ?? {})),
    )
    expect(twice).toEqual([])
  })

  test('is all that the library has beside the core', () => {
    const all = Object.assign({}, ofTheCore, ...library.map(format => format.codes))
    expect(new Map(Object.entries(codes))).toEqual(new Map(Object.entries(all)))
  })

  test('comes with formats of one’s own too', () => {
    const [said] = read('tea', { format: formats.find(({ name }) => name === 'steps')! }).messages
    expect(said).toEqual({
      code: 'syntax/first-word',
      severity: 'error',
      text: expect.any(String),
      at: [0, 3],
    })
    const known: Code = 'syntax/first-word'
    expect(known in stepsCodes && !(known in codes)).toBe(true)
  })
})

test('a code that nobody brings does not compile, nor another format’s', () => {
  // @ts-expect-error there is no such code
  const misspelt: Code = 'syntax/brce'
  expect(misspelt in codes).toBe(false)
  expect(dotMessage('syntax/brace', 'x')).toEqual({ code: 'syntax/brace', severity: 'error', text: 'x' })
  expect(dotCodes['syntax/brace'].severity).toBe('error')
  // @ts-expect-error only DOT gives it
  expect(() => message('syntax/brace', 'x')).toThrow(TypeError)
  const own = messageWith({ 'lint/tea': { severity: 'info', about: 'Tea is made of leaves.' } })
  expect(own('lint/tea', 'x').severity).toBe('info')
  expect(own('limit/size', 'x').severity).toBe('error')
  // @ts-expect-error nobody brings it
  expect(() => own('lint/coffee', 'x')).toThrow(TypeError)
})
