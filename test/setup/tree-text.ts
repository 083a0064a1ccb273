/**
 * A tree of files as one text, so that encodings, line ends, modes and links are said and do not depend on git: after lines about it, each file
 * begins with `-- PATH --`, with what is special in brackets: `(crlf, bom, utf-16le, latin1, no end, mode 444)`; a link is `-- PATH -> TARGET --`.
 */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { decodeText } from '../../src/text/utf16.js'

const HEAD = /^-- (\S+)(?: -> (\S+))?(?: \(([^)]*)\))? --$/

export function unpacked(text: string, root: string): void {
  let path: string | undefined
  let words: string[] = []
  let lines: string[] = []
  const end = () => {
    if (path === undefined) return
    writeFileSync(join(root, path), bytesOf(lines, words))
    const mode = words.find(word => word.startsWith('mode '))
    if (mode) chmodSync(join(root, path), Number.parseInt(mode.slice(5), 8))
  }
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, name, target, special = ''] = HEAD.exec(line) ?? []
    if (name === undefined) lines.push(line)
    else {
      end()
      path = target === undefined ? name : undefined
      words = special.split(', ')
      lines = []
      mkdirSync(dirname(join(root, name)), { recursive: true })
      if (target !== undefined) symlinkSync(target, join(root, name))
    }
  }
  end()
}

function bytesOf(lines: readonly string[], words: readonly string[]): Uint8Array {
  const end = words.includes('crlf') ? '\r\n' : '\n'
  const text = lines.map(line => `${line}${end}`).join('')
  const whole = words.includes('no end') ? text.slice(0, -end.length) : text
  if (words.includes('latin1')) return Buffer.from(whole, 'latin1')
  if (words.includes('utf-16le')) return Buffer.from(`\ufeff${whole}`, 'utf16le')
  return Buffer.from(words.includes('bom') ? `\ufeff${whole}` : whole)
}

/** The files of a folder in that form, in the order of their names. Of pictures only their names. */
export function packed(root: string): string {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  return names.map(name => packedFile(root, name)).join('')
}

function packedFile(root: string, name: string): string {
  const place = join(root, name)
  const found = lstatSync(place)
  if (found.isDirectory()) return ''
  if (found.isSymbolicLink()) return `-- ${name} -> ${readlinkSync(place)} --\n`
  const bytes = readFileSync(place)
  const text = decodeText(bytes) ?? bytes.toString('latin1')
  const lines = text.split(/\r?\n/)
  const special = [
    ...(text.includes('\r\n') ? ['crlf'] : []),
    ...(bytes[0] === 0xef ? ['bom'] : []),
    ...(bytes[0] === 0xff ? ['utf-16le'] : []),
    ...(decodeText(bytes) === undefined ? ['latin1'] : []),
    ...(lines.at(-1) === '' || bytes.length === 0 ? [] : ['no end']),
    ...((found.mode & 0o222) === 0 ? ['mode 444'] : []),
  ]
  const head = `-- ${name}${special.length > 0 ? ` (${special.join(', ')})` : ''} --\n`
  const body = lines.at(-1) === '' ? lines.slice(0, -1) : lines
  return /(?<!drawio)\.svg$/.test(name) ? head : head + body.map(line => `${line}\n`).join('')
}
