/**
 * Fonts for pictures: the files of the system, or those that are given. What draws PNG pictures knows no fonts of its own. Which files are
 * taken depends on what there is and on the text alone, so that the same fonts give the same bytes.
 */
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { reasonOf } from './bytes.js'
import { CommandError, exitCodes } from './exit.js'
import { type FamilyOf, familyOf } from './font-family.js'

export interface Fonts {
  /** The first is what texts are drawn with; the others help out. */
  readonly files: readonly Uint8Array[]
  /** Scripts of the text that no font at hand is known to have. */
  readonly missing: readonly string[]
  /** Those that have a bold font, too. */
  readonly families: readonly FamilyOf[]
}

/** The folders that systems have fonts in. */
export function fontFolders(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string[] {
  if (platform === 'win32')
    return [
      join(env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      ...(env.LOCALAPPDATA ? [join(env.LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')] : []),
    ]
  if (platform === 'darwin')
    return [
      '/System/Library/Fonts',
      '/System/Library/Fonts/Supplemental',
      '/Library/Fonts',
      join(home, 'Library', 'Fonts'),
    ]
  const own = env.XDG_DATA_HOME ?? join(home, '.local', 'share')
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(own, 'fonts'), join(home, '.fonts')]
}

/** Families as wide as the one that boxes are measured with come first; then whatever is widespread. Their files, upright first. */
const SANS: readonly (readonly RegExp[])[] = [
  ['Arial', 'Arial Bold|arialbd', 'Arial Italic|ariali', 'Arial Bold Italic|arialbi'].map(names =>
    exactly(`(?:${names})\\.ttf`),
  ),
  ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(style => exactly(`LiberationSans-${style}\\.(?:ttf|otf)`)),
  ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(style => exactly(`Arimo-${style}\\.ttf`)),
  ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(style => exactly(`NimbusSans-${style}\\.(?:otf|t1)`)),
  ['', '-Bold', '-Oblique', '-BoldOblique'].map(style => exactly(`DejaVuSans${style}\\.ttf`)),
  ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(style => exactly(`NotoSans-${style}\\.(?:ttf|otf)`)),
  [exactly('Helvetica\\.ttc')],
  ['segoeui', 'segoeuib', 'segoeuii', 'segoeuiz'].map(name => exactly(`${name}\\.ttf`)),
  ['Regular', 'Bold', 'Italic', 'BoldItalic'].map(style =>
    exactly(`(?:Roboto|OpenSans|Ubuntu|Cantarell|Inter)-${style}\\.(?:ttf|otf)`),
  ),
]

function exactly(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'i')
}

interface Script {
  readonly name: string
  readonly signs: RegExp
  /** Files that have it, the better ones first. */
  readonly files: readonly RegExp[]
}

const noto = (name: string): RegExp => exactly(`NotoSans${name}(?:UI)?-Regular\\.(?:ttf|otf)`)

const SCRIPTS: readonly Script[] = [
  {
    name: 'Chinese, Japanese and Korean',
    signs:
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    files: [
      exactly('NotoSansCJK(?:sc|jp|kr|tc)?-Regular\\.(?:ttc|otf)'),
      exactly('SourceHanSans.*-?Regular\\.(?:ttc|otf)'),
      exactly('NotoSans(?:SC|JP|KR|TC)-Regular\\.(?:ttf|otf)'),
      exactly('PingFang\\.ttc'),
      exactly('Hiragino Sans GB\\.ttc'),
      exactly('msyh\\.ttc'),
      exactly('YuGothM\\.ttc'),
      exactly('malgun\\.ttf'),
      exactly('(?:wqy-(?:microhei|zenhei)|uming|ukai)\\.ttc'),
      exactly('DroidSansFallback(?:Full)?\\.ttf'),
      exactly('Arial Unicode\\.ttf'),
      exactly('simsun\\.ttc'),
    ],
  },
  {
    name: 'Arabic',
    signs: /\p{sc=Arabic}/u,
    files: [
      noto('Arabic'),
      exactly('DejaVuSans\\.ttf'),
      exactly('GeezaPro\\.ttc'),
      exactly('(?:segoeui|arial)\\.ttf'),
      exactly('Arial(?: Unicode)?\\.ttf'),
    ],
  },
  {
    name: 'Hebrew',
    signs: /\p{sc=Hebrew}/u,
    files: [
      noto('Hebrew'),
      exactly('DejaVuSans\\.ttf'),
      exactly('ArialHB\\.ttc'),
      exactly('(?:segoeui|arial)\\.ttf'),
      exactly('Arial(?: Unicode)?\\.ttf'),
    ],
  },
  {
    name: 'the scripts of India',
    signs:
      /[\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Gujarati}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Gurmukhi}]/u,
    files: [
      noto('(?:Devanagari|Bengali|Tamil|Telugu|Gujarati|Kannada|Malayalam|Gurmukhi)'),
      exactly('Nirmala\\.tt[fc]'),
      exactly('Kohinoor\\w*\\.ttc'),
      exactly('Arial Unicode\\.ttf'),
    ],
  },
  {
    name: 'Thai',
    signs: /\p{sc=Thai}/u,
    files: [
      noto('Thai'),
      exactly('(?:Thonburi|leelawui)\\.tt[fc]'),
      exactly('(?:Loma|Garuda)\\.(?:ttf|otf)'),
      exactly('Arial Unicode\\.ttf'),
    ],
  },
]

/** What stands among letters of any script. */
const SIGNS: readonly Script[] = [
  {
    name: 'emoji',
    signs: /\p{Extended_Pictographic}(?<![©®™])/u,
    files: [
      exactly('NotoEmoji-.*\\.ttf'),
      exactly('Symbola.*\\.(?:ttf|otf)'),
      exactly('seguisym\\.ttf'),
      exactly('seguiemj\\.ttf'),
      exactly('DejaVuSans\\.ttf'),
      exactly('Apple Symbols\\.ttf'),
    ],
  },
  {
    name: 'symbols',
    signs: /[\u2190-\u2bff](?<![\u2190-\u2195])/u,
    files: [
      exactly('DejaVuSans\\.ttf'),
      exactly('NotoSansSymbols2?-Regular\\.ttf'),
      exactly('seguisym\\.ttf'),
      exactly('Apple Symbols\\.ttf'),
      exactly('Arial Unicode\\.ttf'),
    ],
  },
]

/** How the file with the bold letters of a font is called, by what the one with the upright ones is called. */
const BOLD_NAMES: readonly (readonly [upright: RegExp, bold: string])[] = [
  [/-Regular(?=\.)/i, '-Bold'],
  [/^(msyh|malgun|segoeui|arial)(?=\.)/i, '$1bd'],
  [/^YuGothM(?=\.)/i, 'YuGothB'],
  [/^leelawui(?=\.)/i, 'leelauib'],
  [/^Nirmala(?=\.)/i, 'NirmalaB'],
  [/^DejaVuSans(?=\.)/i, 'DejaVuSans-Bold'],
]

function boldOf(name: string, names: readonly string[]): string | undefined {
  const [upright, bold] = BOLD_NAMES.find(([pattern]) => pattern.test(name)) ?? []
  const wanted = upright && name.replace(upright, bold!).toLowerCase()
  return names.find(other => other.toLowerCase() === wanted)
}

export interface ChosenFonts {
  readonly paths: readonly string[]
  readonly missing: readonly string[]
  /** The signs of scripts that have a bold font, too, with the place of the upright one. */
  readonly bold: readonly { readonly signs: RegExp; readonly path: string }[]
}

/** The files to draw a text with, out of those that there are; their places in the order in which they are to be taken. */
export function chosenFonts(paths: readonly string[], text: string): ChosenFonts {
  const byName = new Map<string, string>()
  // Of two files of one name the first counts; the order of a folder's entries is another on each system.
  for (const path of [...paths].sort()) if (!byName.has(basename(path))) byName.set(basename(path), path)
  const names = [...byName.keys()]
  const found = (pattern: RegExp): string[] => names.filter(name => pattern.test(name))
  const sans = SANS.map(styles => styles.flatMap(style => found(style).slice(0, 1))).find(
    files => files.length > 0,
  )
  const chosen = new Set(sans ?? names.filter(name => /sans|regular/i.test(name)).slice(0, 1))
  if (chosen.size === 0) for (const name of names.slice(0, 1)) chosen.add(name)
  const missing: string[] = []
  const help = ({ name, signs, files }: Script): readonly string[] => {
    if (!signs.test(text)) return []
    const helping = files.map(found).find(each => each.length > 0) ?? []
    if (helping.length === 0) missing.push(name)
    for (const file of helping) chosen.add(file)
    return helping
  }
  const bold: { signs: RegExp; path: string }[] = []
  for (const script of SCRIPTS) {
    const helping = help(script)
    const heavy = helping.flatMap(file => boldOf(file, names) ?? [])
    if (heavy.length > 0) bold.push({ signs: script.signs, path: byName.get(helping[0]!)! })
    for (const file of heavy) chosen.add(file)
  }
  for (const signs of SIGNS) help(signs)
  return { paths: [...chosen].map(name => byName.get(name)!), missing, bold }
}

/** The fonts to draw a text with. @param given files that are taken instead of the system's */
export async function fontsFor(text: string, given: readonly string[]): Promise<Fonts> {
  if (given.length > 0) return { files: await Promise.all(given.map(readFont)), missing: [], families: [] }
  const folders = fontFolders(process.platform, process.env, homedir())
  const { paths, missing, bold } = chosenFonts((await Promise.all(folders.map(fontsIn))).flat(), text)
  if (paths.length === 0) {
    const where = folders.join(', ')
    throw new CommandError(
      `a PNG picture needs a font, and none was found in ${where}; name one with --font FILE, or install one (on Debian and Ubuntu: apt-get install fonts-liberation)`,
      exitCodes.unreadable,
    )
  }
  const files = await Promise.all(paths.map(readFont))
  const families = bold.flatMap(({ signs, path }) => {
    const family = familyOf(files[paths.indexOf(path)]!)
    return family === undefined ? [] : [{ signs, family }]
  })
  return { files, missing, families }
}

async function fontsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch((): string[] => [])
  return entries.filter(entry => /\.(?:ttf|otf|ttc|otc)$/i.test(entry)).map(entry => join(folder, entry))
}

async function readFont(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(error => {
    throw new CommandError(`cannot read the font ${path}: ${reasonOf(error)}`, exitCodes.unreadable)
  })
  // https://learn.microsoft.com/typography/opentype/spec/otff#organization-of-an-opentype-font
  const kind = bytes.toString('latin1', 0, 4)
  if (kind === '\0\u0001\0\0' || kind === 'OTTO' || kind === 'ttcf' || kind === 'true') return bytes
  throw new CommandError(`${path} is no font (TTF, OTF or TTC)`, exitCodes.unreadable)
}
