/** The files that an editor has open, each with the diagrams in it. */
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { documentKinds, documentOfFile } from '../../documents/documents.js'
import { formatOfBlock, languagesOf } from '../../documents/languages.js'
import type { Format, FormatEntry } from '../../format.js'
import { formatOfInput } from '../../input/sniff.js'
import { openText } from '../../language/index.js'
import type { Rules } from '../../lint/settings.js'
import { formatNamed, formatOfFile } from '../../registry.js'
import { knownOf } from '../codes.js'
import { configFor } from '../config/config.js'
import { rulesAmong } from '../config/words.js'
import { rulesFor } from '../files/settings.js'
import { everyFormat } from '../sources.js'
import { type Part, partOfDocument, wholeFile } from './part.js'

/** Nobody reads a longer text in an editor; a longer one has no diagrams here. */
const LONGEST = 4_000_000

export interface Files {
  /** The diagrams of a file as it stands now. Throws nothing for what is in it. */
  partsOf(document: TextDocument): Promise<readonly Part[]>
  /** Forgets a file that was closed. */
  close(uri: string): void
  /** Looks for the config anew. */
  forgetConfigs(): void
}

interface Kept {
  readonly version: number
  readonly parts: Promise<readonly Part[]>
}

/** @param warn is told of a config that cannot be read */
export function filesOf(entries: readonly FormatEntry[], warn: (text: string) => void): Files {
  const kept = new Map<string, Kept>()
  const rules = new Map<string, Promise<Rules>>()
  const rulesOf = (uri: string): Promise<Rules> => {
    const known = rules.get(uri) ?? configuredRules(uri, entries, warn)
    rules.set(uri, known)
    return known
  }
  return {
    partsOf(document) {
      const known = kept.get(document.uri)
      if (known?.version === document.version) return known.parts
      const parts = partsOf(document, entries, rulesOf, known?.parts)
      kept.set(document.uri, { version: document.version, parts })
      return parts
    },
    close(uri) {
      kept.delete(uri)
      rules.delete(uri)
    },
    forgetConfigs() {
      kept.clear()
      rules.clear()
    },
  }
}

async function partsOf(
  document: TextDocument,
  entries: readonly FormatEntry[],
  rulesOf: (uri: string) => Promise<Rules>,
  before: Promise<readonly Part[]> | undefined,
): Promise<readonly Part[]> {
  const text = document.getText()
  if (text.length > LONGEST) return []
  const formats = await everyFormat({ formats: entries })
  const settings = { formats, rules: await rulesOf(document.uri) }
  const kind = kindOf(document, entries)
  if (kind) {
    const languages = languagesOf(formats)
    const { blocks } = (await kind.load(text))(text, languages)
    return blocks.flatMap(block => {
      const format = formatOfBlock(languages, block)
      return format ? [partOfDocument(openText(block.text, format, settings), block)] : []
    })
  }
  const format = formatOf(document, formats, text)
  if (!format?.read) return []
  const [earlier] = (await before) ?? []
  const own = earlier?.open.format === format.name ? { before: earlier.open } : {}
  return [wholeFile(openText(text, format, { ...settings, ...own }))]
}

/** A document with diagrams in it, by its name, or by what the editor says that it is. */
const kindOf = ({ uri, languageId }: TextDocument, entries: readonly FormatEntry[]) =>
  documentOfFile(nameOf(uri), entries) ??
  (formatOfFile(entries, nameOf(uri)) ? undefined : documentKinds.find(({ name }) => name === languageId))

/** By its name, by what the editor says that it is, or by what stands in it. */
function formatOf(
  { uri, languageId }: TextDocument,
  formats: readonly Format[],
  text: string,
): Format | undefined {
  const readable = formats.filter(({ read }) => read)
  return (
    formatOfFile(readable, nameOf(uri)) ??
    formatNamed(readable, languageId) ??
    languagesOf(readable)
      .get(languageId)
      ?.find(format => format.name !== 'json') ??
    formatOfInput(readable, text)
  )
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

const nameOf = (uri: string): string => basename(pathOf(uri) ?? uri)

/** What the project says of findings, and nothing where its config cannot be read, which is said once for a file. */
async function configuredRules(
  uri: string,
  entries: readonly FormatEntry[],
  warn: (text: string) => void,
): Promise<Rules> {
  const path = pathOf(uri)
  if (path === undefined) return {}
  try {
    const { config, root } = await configFor(dirname(path), undefined, entries)
    const { overrides = [], rules = {} } = config
    const own = await rulesFor({ task: 'lint', write: false, rules, overrides, root }, path)
    return rulesAmong(own.rules ?? {}, (await knownOf(entries)).known)
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error))
    return {}
  }
}
