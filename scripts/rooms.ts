/**
 * `npm run rooms`: how the code hangs together, in figures. For each converter, how many of our own files reading, writing and the
 * capabilities need; the files and lines of each room; circles of files.
 */
import { existsSync, readFileSync } from 'node:fs'
import { circles, closureOf, sourceFiles } from '../test/setup/imports.js'

const formats = [
  ...new Set(sourceFiles.filter(file => /^converters\/\w+\//.test(file)).map(file => file.split('/')[1]!)),
]

console.log('| format | read needs | write needs | capabilities need | shared by read and write |')
console.log('|---|---|---|---|---|')
for (const format of formats) {
  const own = (path: string) => {
    const file = [`converters/${format}/${path}/${path}.ts`, `converters/${format}/${path}.ts`].find(
      existsSync,
    )
    return new Set(file ? [...closureOf(file)].filter(name => name.startsWith(`converters/${format}/`)) : [])
  }
  const [read, write, capabilities] = [own('read'), own('write'), own('capabilities')]
  const both = [...read].filter(file => write.has(file))
  console.log(`| ${format} | ${read.size} | ${write.size} | ${capabilities.size} | ${both.length} |`)
}

console.log('\n| room | files | lines |')
console.log('|---|---|---|')
const rooms = new Map<string, { files: number; lines: number }>()
for (const file of sourceFiles) {
  if (file.endsWith('.gen.ts')) continue
  const room = file.split('/').slice(0, -1).join('/')
  const { files, lines } = rooms.get(room) ?? { files: 0, lines: 0 }
  rooms.set(room, { files: files + 1, lines: lines + readFileSync(file, 'utf8').split('\n').length - 1 })
}
for (const [room, { files, lines }] of [...rooms].sort()) console.log(`| ${room} | ${files} | ${lines} |`)

console.log(`\n${circles().length} circles of files`)
