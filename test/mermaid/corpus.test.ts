import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { graphToJson } from '../../converters/json/write/write.js'
import { mermaid, readMermaid } from '../../converters/mermaid/index.js'
import { hasErrors } from '../../src/messages/message.js'
import { sameFormat } from '../laws/laws.js'

const names = readdirSync('corpus/mermaid').filter(name => name.endsWith('.mmd'))

test('there are at least forty diagrams', () => {
  expect(names.length).toBeGreaterThanOrEqual(40)
})

test.each(names)('%s means the graph beside it', name => {
  const { graphs, messages } = readMermaid(readFileSync(`corpus/mermaid/${name}`, 'utf8'))
  const meant = JSON.parse(readFileSync(`corpus/mermaid/${name.replace('.mmd', '.json')}`, 'utf8'))
  expect(hasErrors(messages)).toBe(false)
  expect(JSON.parse(JSON.stringify(graphToJson(graphs[0]!)))).toEqual(meant)
})

test.each(names)('%s loses nothing in its own format', async name => {
  expect(await sameFormat(mermaid, readFileSync(`corpus/mermaid/${name}`, 'utf8'))).toBeUndefined()
})
