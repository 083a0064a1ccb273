/**
 * The one list of formats. Each is loaded when it is used, so that a command that turns DOT into
 * Mermaid does not load an XML parser, and of those two only the halves that it uses. Adding a format is a folder beside these and a line here.
 */
import type { FormatEntry } from '../src/format.js'
import { once } from '../src/ir/once.js'

export const formats = [
  {
    name: 'flowzap',
    extensions: ['.fz'],
    flags: [
      {
        option: 'lanes-from',
        takes: 'what',
        about: 'what the lanes of FlowZap Code are: top, leaf, class or none',
      },
    ],
    load: once(async () => (await import('./flowzap/index.js')).flowzap),
    reader: once(async () => (await import('./flowzap/reader.js')).flowzapReader),
    writer: once(async () => (await import('./flowzap/writer.js')).flowzapWriter),
  },
  {
    name: 'mermaid',
    extensions: ['.mmd', '.mermaid'],
    flags: [
      { option: 'mermaid', takes: 'version', about: 'write Mermaid that this version of mermaid reads' },
      { option: 'renderer', takes: 'host', about: 'write Mermaid that this host reads, such as github' },
    ],
    official: {
      flag: 'with-mermaid',
      about:
        'hand other kinds of Mermaid diagrams to the mermaid of the project, which has to have jsdom, too',
      packages: ['mermaid', 'jsdom'],
      load: once(async () => (await import('./mermaid/official/official.js')).official),
    },
    load: once(async () => (await import('./mermaid/index.js')).mermaid),
    reader: once(async () => (await import('./mermaid/reader.js')).mermaidReader),
    writer: once(async () => (await import('./mermaid/writer.js')).mermaidWriter),
  },
  {
    name: 'dot',
    extensions: ['.gv', '.dot'],
    load: once(async () => (await import('./dot/index.js')).dot),
    reader: once(async () => (await import('./dot/reader.js')).dotReader),
    writer: once(async () => (await import('./dot/writer.js')).dotWriter),
  },
  {
    name: 'drawio',
    extensions: ['.drawio', '.dio', '.drawio.svg', '.drawio.png', '.drawio.html', '.drawio.xml'],
    flags: [
      { option: 'compress', about: 'pack the pages of a draw.io file' },
      {
        option: 'page',
        takes: 'name|number',
        about: 'the page of a draw.io file to read, or to bring up to date',
      },
      {
        option: 'layer',
        takes: 'name|number',
        about: 'the layer of a draw.io page that what is new goes on with --update',
      },
    ],
    load: once(async () => (await import('./drawio/index.js')).drawio),
    reader: once(async () => (await import('./drawio/reader.js')).drawioReader),
    writer: once(async () => (await import('./drawio/writer.js')).drawioWriter),
  },
  {
    name: 'flowzap-json',
    extensions: ['.flowzap.json'],
    only: 'read',
    load: once(async () => (await import('./flowzap/index.js')).flowzapJson),
  },
  {
    name: 'json',
    extensions: ['.json'],
    // A folder of a project is full of JSON that is no diagram.
    inFolders: false,
    load: once(async () => (await import('./json/index.js')).json),
  },
  {
    name: 'svg',
    extensions: ['.svg'],
    only: 'write',
    load: once(async () => (await import('./svg/index.js')).svg),
  },
  {
    name: 'png',
    extensions: ['.png'],
    only: 'write',
    load: once(async () => (await import('./svg/index.js')).png),
  },
] as const satisfies readonly FormatEntry[]

export type FormatName = (typeof formats)[number]['name']
