/** What an author may write by the thousand without a meaning to us costs few steps. */
import { expect, test } from 'vitest'
import { readDot } from '../../converters/dot/index.js'
import { counting } from '../setup/work.js'

test('a name of an author’s own is not compared with every known one', async () => {
  const list = (name: (index: number) => string) =>
    `digraph { a [${Array.from({ length: 300 }, (_, index) => `${name(index)}=v;`).join('')}] }`
  const [own, known] = [list(index => `zq${index}`), list(() => 'comment')]
  await counting(async steps => {
    // Each of them could be a known one misspelt: all of these are looked at, but few compared letter by letter.
    const more = (await steps(() => readDot(own))) - (await steps(() => readDot(known)))
    expect(more / 300).toBeLessThan(2300)
  })
})

test('an escape of a letter that needs none costs few steps more than the letter', async () => {
  const count = 3000
  const label = (text: string) => `digraph { a [label="${text.repeat(count)}"] }`
  await counting(async steps => {
    const [escaped, plain] = ['\\x', 'yx'].map(text => () => readDot(label(text)))
    escaped!()
    plain!()
    expect(((await steps(escaped!)) - (await steps(plain!))) / count).toBeLessThan(12.5)
  })
})
