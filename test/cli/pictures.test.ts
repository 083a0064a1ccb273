/** Pictures on the command line: PNG files, the fonts that they are drawn with, and outputs that are what their names say. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { packageIn } from '../../scripts/bundle.js'
import { familyOf, inFamilies } from '../../src/cli/font-family.js'
import { chosenFonts, fontFolders, fontsFor } from '../../src/cli/fonts.js'
import { missingPackage, rasterizer } from '../../src/cli/raster.js'
import { rasterized } from '../../src/picture/raster.js'
import { extent } from '../setup/runs.js'
import { inProcess } from './in-process.js'

const place = mkdtempSync(join(tmpdir(), 'diaglot-pictures-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
writeFileSync(join(place, 'a.mmd'), 'flowchart LR\n  a[Start] --> b[End]\n')

const run = (...words: string[]) => inProcess(['convert', 'a.mmd', ...words], { cwd: place, input: '' })
const bytes = (name: string): Buffer => readFileSync(join(place, name))
const size = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]
/** Whether this machine has what a picture is drawn with. */
const draws = await fontsFor('', []).then(
  () => true,
  () => false,
)
const hasBoldHan = draws && (await fontsFor('订单', [])).families.length > 0

describe.runIf(draws)('a PNG picture', () => {
  test('is drawn, as large as it is asked for, and the same again', async () => {
    expect(await run('-o', 'a.png')).toMatchObject({ status: 0, stderr: '' })
    const first = bytes('a.png')
    expect(first.subarray(1, 4).toString()).toBe('PNG')
    await run('-o', 'twice.png', '--scale', '2')
    expect(size(bytes('twice.png'))).toEqual(size(first).map(length => 2 * length))
    await run('-o', 'again.png')
    expect(bytes('again.png').equals(first)).toBe(true)
  })

  test('has the colours of the theme that is asked for', async () => {
    await run('-o', 'light.png')
    await run('-o', 'dark.png', '-O', 'scheme=dark', '-O', 'theme=contrast')
    expect(bytes('dark.png').equals(bytes('light.png'))).toBe(false)
  })

  test.runIf(hasBoldHan)('shows bold letters of other scripts as bold', async () => {
    const drawn = async (weight: string): Promise<Buffer> => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40"><text x="10" y="30" font-weight="${weight}">订单</text></svg>`
      return Buffer.from(await rasterizer({ fonts: [], warn: () => {} })(svg, 1))
    }
    expect((await drawn('bold')).equals(await drawn('normal'))).toBe(false)
  })

  test('of draw.io holds the diagram', async () => {
    expect(await run('-o', 'a.drawio.png')).toMatchObject({ status: 0 })
    const { stdout } = await inProcess(['convert', 'a.drawio.png', '--to', 'mermaid'], {
      cwd: place,
      input: '',
    })
    expect(stdout).toBe('flowchart LR\n    a[Start]\n    b[End]\n    a --> b\n')
  })

  test('that would change is named in a patch', async () => {
    const { stdout } = await run('-o', 'new.png', '--dry-run')
    expect(stdout).toBe('Binary files /dev/null and b/new.png differ\n')
  })

  test('too large for any memory is refused with its numbers', async () => {
    const { status, stderr } = await run('-o', 'large.png', '--scale', '200')
    expect(stderr).toMatch(/would have [\d,]+ × [\d,]+ pixels, and none of more than 100 million is drawn/)
    expect(status).toBe(3)
  })
})

test('of a picture it is asked how large it gets before it is drawn', async () => {
  let drawn = 0
  const rasterize = async () => {
    drawn++
    return new Uint8Array()
  }
  const svg = (width: number) => `<svg xmlns="x" width="${width}" height="10000"></svg>`
  expect(await rasterized(svg(10_000), { rasterize })).toBeInstanceOf(Uint8Array)
  expect(await rasterized(svg(10_001), { rasterize })).toMatchObject({ code: 'limit/size' })
  expect(await rasterized(svg(2501), { rasterize, scale: 2 })).toMatchObject({
    text: expect.stringContaining('5,002 × 20,000 pixels'),
  })
  expect(drawn).toBe(1)
})

describe('what is missing is said in a sentence', () => {
  // The package as it is built, beside everything that it needs but the one that draws.
  test.runIf(extent === 'long')('the package, where it is not installed', async () => {
    const root = join(place, 'installed')
    await packageIn(join(root, 'node_modules/diaglot'))
    const needed = JSON.parse(readFileSync('package.json', 'utf8')).dependencies as Record<string, string>
    for (const name of Object.keys(needed)) {
      mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true })
      symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name))
    }
    const main = join(root, 'node_modules/diaglot/dist/src/cli/main.js')
    const call = (...words: string[]) =>
      spawnSync(process.execPath, [main, 'convert', 'a.mmd', ...words], { cwd: place, encoding: 'utf8' })
    for (const name of ['lacking.png', 'lacking.drawio.png']) {
      const { status, stdout, stderr } = call('-o', name)
      expect(stderr).toBe(
        'diaglot: a PNG picture is drawn by the package @resvg/resvg-wasm, which is not installed: npm install @resvg/resvg-wasm\n',
      )
      expect([status, stdout, existsSync(join(place, name))]).toEqual([3, '', false])
    }
    expect(call('-o', 'lacking.svg')).toMatchObject({ status: 0, stderr: '' })
  })

  test('the package', () => {
    const error = missingPackage(Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' }))
    expect(error).toMatchObject({
      exitCode: 3,
      message:
        'a PNG picture is drawn by the package @resvg/resvg-wasm, which is not installed: npm install @resvg/resvg-wasm',
    })
    const other = new Error('y')
    expect(missingPackage(other)).toBe(other)
  })

  test('a font that is named and none', async () => {
    expect(await run('-o', 'x.png', '--font', 'nowhere.ttf')).toMatchObject({
      status: 3,
      stderr: 'diaglot: cannot read the font nowhere.ttf: no such file or directory\n',
    })
    expect(await run('-o', 'x.png', '--font', 'a.mmd')).toMatchObject({
      status: 3,
      stderr: 'diaglot: a.mmd is no font (TTF, OTF or TTC)\n',
    })
  })

  test('fonts of a script', async () => {
    const said: string[] = []
    const load = async () => ({
      Resvg: class {
        render() {
          return { asPng: () => new Uint8Array(), free() {} }
        }
        free() {}
      } as never,
    })
    const draw = rasterizer({ fonts: [], warn: text => said.push(text), load })
    if (draws) await draw('<svg><title>订单</title><text>Start</text></svg>', 1)
    expect(said).toEqual([])
  })
})

describe('fonts', () => {
  const linux = [
    '/usr/share/fonts/b/LiberationSans-Bold.ttf',
    '/usr/share/fonts/b/LiberationSans-Regular.ttf',
    '/usr/share/fonts/DejaVuSans.ttf',
    '/usr/share/fonts/LiberationMono-Regular.ttf',
    '/usr/share/fonts/NotoSansCJK-Regular.ttc',
  ]

  test('are those that boxes are measured with, upright first, in whatever order a folder gives them', () => {
    const wanted = { paths: [linux[1], linux[0]], missing: [], bold: [] }
    expect(chosenFonts(linux, 'Start')).toEqual(wanted)
    expect(chosenFonts([...linux].reverse(), 'Start')).toEqual(wanted)
  })

  test('help out where a text needs them, and are said to be missing', () => {
    expect(chosenFonts(linux, '订单').paths).toEqual([linux[1], linux[0], linux[4]])
    expect(chosenFonts(linux.slice(0, 4), '订单')).toEqual({
      paths: [linux[1], linux[0]],
      missing: ['Chinese, Japanese and Korean'],
      bold: [],
    })
    expect(chosenFonts(linux, 'مرحبا').paths).toEqual([linux[1], linux[0], linux[2]])
    expect(chosenFonts(linux, 'ไทย').missing).toEqual(['Thai'])
  })

  test.each([
    ['订单', ['NotoSansCJK-Regular.ttc', 'NotoSansCJK-Bold.ttc']],
    ['订单', ['msyh.ttc', 'msyhbd.ttc']],
    ['주문', ['malgun.ttf', 'malgunbd.ttf']],
    ['注文', ['YuGothM.ttc', 'YuGothB.ttc']],
    ['สั่ง', ['leelawui.ttf', 'leelauib.ttf']],
    ['مرحبا', ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']],
    ['שלום', ['NotoSansHebrew-Regular.ttf', 'NotoSansHebrew-Bold.ttf']],
  ])('have a bold one beside them: %s in %j', (text, [upright, bold]) => {
    const paths = ['/a/LiberationSans-Regular.ttf', `/b/${upright}`, `/c/${bold}`]
    const found = chosenFonts(paths, `Start ${text}`)
    expect(found.paths).toEqual(paths)
    expect(found.bold).toMatchObject([{ path: paths[1] }])
    expect(chosenFonts(paths.slice(0, 2), text)).toMatchObject({ paths: paths.slice(0, 2), bold: [] })
    expect(chosenFonts(paths, 'Start').paths).toEqual(paths.slice(0, 1))
  })

  describe('name their family', () => {
    const utf16 = (text: string) => [...text].flatMap(letter => [0, letter.charCodeAt(0)])
    const u16 = (...numbers: number[]) => numbers.flatMap(number => [number >> 8, number & 255])
    const u32 = (number: number) => u16(number >>> 16, number & 0xffff)
    /** A font with nothing but names: one in German, and two in English, of which the second counts. */
    function fontAt(start: number, family: string): number[] {
      const texts = [utf16('Deutsch'), utf16('Test Sans Medium'), utf16(family)]
      const entry = (language: number, name: number, before: number, text: number[]) =>
        u16(3, 1, language, name, text.length, before)
      const names = [
        ...u16(0, 3, 6 + 3 * 12),
        ...entry(0x407, 1, 0, texts[0]!),
        ...entry(0x409, 1, texts[0]!.length, texts[1]!),
        ...entry(0x409, 16, texts[0]!.length + texts[1]!.length, texts[2]!),
        ...texts.flat(),
      ]
      const head = [
        ...u32(0x00010000),
        ...u16(1, 0, 0, 0),
        ...utf16('').concat([...'name'].map(c => c.charCodeAt(0))),
      ]
      return [...head, ...u32(0), ...u32(start + 28), ...u32(names.length), ...names]
    }
    const collection = (family: string) => [
      ...[...'ttcf'].map(letter => letter.charCodeAt(0)),
      ...u16(1, 0),
      ...u32(1),
      ...u32(16),
      ...fontAt(16, family),
    ]

    test('alone and in a collection', () => {
      expect(familyOf(Uint8Array.from(fontAt(0, 'Test Sans')))).toBe('Test Sans')
      expect(familyOf(Uint8Array.from(collection('Test Sans CJK JP')))).toBe('Test Sans CJK JP')
    })

    test('and what is broken, or would break a picture, has none', () => {
      const whole = fontAt(0, 'Test Sans')
      for (let end = 0; end < whole.length; end++)
        expect(familyOf(Uint8Array.from(whole.slice(0, end)))).toBeUndefined()
      expect(familyOf(Uint8Array.from(fontAt(0, `A"><script>`)))).toBe('Test Sans Medium')
    })

    test('in the texts of a picture that have signs of theirs', () => {
      const han = { signs: /\p{sc=Han}/u, family: 'Test Sans' }
      const svg =
        '<svg><title>订</title><text x="1">a</text><text y="2">订<tspan>b</tspan></text><text font-family="serif">单</text></svg>'
      expect(inFamilies(svg, [han])).toBe(
        `<svg><title>订</title><text x="1">a</text><text font-family="'Test Sans'" y="2">订<tspan>b</tspan></text><text font-family="serif">单</text></svg>`,
      )
      expect(inFamilies(svg, [])).toBe(svg)
    })
  })

  test('of a system with others are its own', () => {
    expect(
      chosenFonts(
        ['C:\\x\\arial.ttf', '/f/arialbd.ttf'].map(path => path.replaceAll('\\', '/')),
        'x',
      ).paths,
    ).toEqual(['C:/x/arial.ttf', '/f/arialbd.ttf'])
    expect(chosenFonts(['/f/Weird-Regular.otf'], 'x').paths).toEqual(['/f/Weird-Regular.otf'])
    expect(chosenFonts([], 'x').paths).toEqual([])
  })

  test('are looked for where each system has them', () => {
    expect(fontFolders('linux', {}, '/home/a')).toContain('/home/a/.local/share/fonts')
    expect(fontFolders('darwin', {}, '/Users/a')).toContain('/System/Library/Fonts')
    expect(fontFolders('win32', { WINDIR: 'D:\\Windows' }, 'x')[0]).toMatch(/^D:\\Windows.Fonts$/)
  })
})

describe('an output is what its name says', () => {
  test.each([
    ['a.drawio.svg', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" content="&lt;mxfile/],
    ['a.drawio.html', /^<!DOCTYPE html>/],
    ['A.DRAWIO.SVG', /^<svg /],
    ['a.svg', /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" id=/],
    ['a.drawio', /^<mxfile /],
    ['a.drawio.xml', /^<mxfile /],
  ])('%s', async (name, start) => {
    expect((await run('-o', name)).status).toBe(0)
    expect(bytes(name).toString()).toMatch(start)
  })

  test('also where the format is named, and in a folder where the form is', async () => {
    await run('--to', 'drawio', '-o', 'named.drawio.svg')
    expect(bytes('named.drawio.svg').toString()).toMatch(/^<svg /)
    await run('--to', 'drawio', '-O', 'as=html', '-o', 'folder/')
    expect(bytes('folder/a.drawio.html').toString()).toMatch(/^<!DOCTYPE html>/)
  })

  describe('with several diagrams', () => {
    const folder = join(place, 'several')
    mkdirSync(join(folder, 'in'), { recursive: true })
    writeFileSync(join(folder, 'in/a.mmd'), 'flowchart LR\n  a1[Start] --> b1\n')
    writeFileSync(join(folder, 'in/two.gv'), 'digraph First { a -> b }\ndigraph Second { c -> d }\n')
    const inFolder = (...words: string[]) =>
      inProcess(['convert', ...words, '--quiet'], { cwd: folder, input: '' })
    const written = (name: string) => readdirSync(join(folder, name)).sort()

    test.each(['svg', 'html', ...(draws ? ['png'] : [])])(
      'pages of one file, and files again: %s',
      async as => {
        expect(await inFolder('in', '-o', `all.drawio.${as}`, '--pages', 'merge')).toMatchObject({
          status: 0,
        })
        // Pages have the names of their inputs, and files those of the pages.
        expect(await inFolder(`all.drawio.${as}`, '--to', 'mermaid', '-o', `mermaid-${as}/`)).toMatchObject({
          status: 0,
        })
        expect(written(`mermaid-${as}`)).toEqual(['all-a.mmd', 'all-two-1.mmd', 'all-two-2.mmd'])
        await inFolder(
          `all.drawio.${as}`,
          '--to',
          'drawio',
          '-O',
          `as=${as}`,
          '--pages',
          'split',
          '-o',
          `split-${as}/`,
        )
        expect(written(`split-${as}`)).toEqual(
          ['all-a', 'all-two-1', 'all-two-2'].map(name => `${name}.drawio.${as}`),
        )
        const { stdout } = await inFolder(`split-${as}/all-two-2.drawio.${as}`, '--to', 'dot')
        expect(stdout).toContain('c -> d')
      },
    )

    test('a folder, file by file', async () => {
      expect(await inFolder('in', '--to', 'drawio', '-O', 'as=svg', '-o', 'out/')).toMatchObject({
        status: 0,
      })
      expect(written('out')).toEqual(['a.drawio.svg', 'two.drawio.svg'])
      // A picture shows the first page, and holds all.
      const picture = readFileSync(join(folder, 'out/two.drawio.svg'), 'utf8')
      expect(picture.match(/&lt;diagram /g)).toHaveLength(2)
      expect(picture).not.toContain('data-id="c"')
      await inFolder('in/two.gv', '-o', 'two.svg')
      expect(written('.').filter(name => name.endsWith('.svg') && name.startsWith('two'))).toEqual([
        'two-1.svg',
        'two-2.svg',
      ])
    })
  })

  test('and one that is edited is not replaced unasked', async () => {
    await run('-o', 'kept.drawio.svg')
    const edited = bytes('kept.drawio.svg').toString().replaceAll('Start', 'Begin')
    writeFileSync(join(place, 'kept.drawio.svg'), edited)
    expect(await run('-o', 'kept.drawio.svg')).toMatchObject({ status: 3 })
    expect(bytes('kept.drawio.svg').toString()).toBe(edited)
    // The source says nothing new, so the edit stays, and the file with it.
    expect(await run('-o', 'kept.drawio.svg', '--update')).toMatchObject({ status: 0 })
    expect(bytes('kept.drawio.svg').toString()).toBe(edited)
  })

  test('one that no format has is refused with those that there are', async () => {
    const { status, stderr } = await run('-o', 'a.pptx')
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^diaglot: which format to write\? No format has the extension \.pptx; there are \.fz, .*\.svg, \.png\. Or name one with --to: flowzap, .*\n$/,
    )
    expect((await run('-o', 'a.pptx', '--to', 'dot')).status).toBe(0)
    expect(bytes('a.pptx').toString()).toMatch(/^digraph/)
  })

  test('what is asked for pictures is for pictures', async () => {
    expect(await run('-o', 'a.gv', '--scale', '2')).toMatchObject({
      status: 2,
      stderr: 'diaglot: --scale is for pictures (PNG), and Graphviz DOT is none\n',
    })
    expect((await run('-o', 'a.png', '--scale', 'much')).stderr).toContain(
      '--scale takes a number such as 2 or 0.5, not “much”',
    )
  })
})
