/** What both halves of the format have, the one that reads and the one that writes. */
import { type FormatPart, onOrOff } from '../../src/format.js'
import { wrapOption } from '../../src/layout/wrap.js'
import { themeNames } from '../../src/theme/theme.js'
import { drawioCapabilities } from './capabilities.js'
import { drawioCodes } from './codes.js'
import { forms } from './document/forms.js'

export const common: FormatPart = {
  name: 'drawio',
  title: 'draw.io',
  extensions: ['.drawio', '.dio', '.drawio.svg', '.drawio.png', '.drawio.html', '.drawio.xml'],
  extensionOptions: {
    '.drawio.svg': { as: 'svg' },
    '.drawio.png': { as: 'png' },
    '.drawio.html': { as: 'html' },
  },
  codes: drawioCodes,
  capabilities: drawioCapabilities,
  many: true,
  carries: true,
  // Lines side by side may be drawn so, and many a shape stands alone.
  rules: { 'lint/duplicate-edge': 'off', 'lint/orphan': 'off' },
  options: [
    {
      name: 'infer',
      values: onOrOff,
      for: ['read'],
      about: '`false`: no lanes, sides or direction are taken from the geometry',
    },
    {
      name: 'attach',
      values: onOrOff,
      for: ['read'],
      about: '`false`: lines that end at a shape without being fastened to it are no edges',
    },
    {
      name: 'page',
      values: [],
      takes: 'NAME|NUMBER',
      for: ['read', 'update'],
      about: 'only this page is read, or brought up to date; the same as `--page`',
    },
    {
      name: 'layer',
      values: [],
      takes: 'NAME|NUMBER',
      for: ['update'],
      about: 'what is new goes on this layer of the page; the same as `--layer`',
    },
    {
      name: 'compress',
      values: onOrOff,
      for: ['write'],
      about: '`true`: pages are packed as draw.io packs them; the same as `--compress`',
    },
    {
      name: 'theme',
      values: themeNames,
      for: ['write'],
      about: 'the colours of what has none of its own; `plain` where it is left out',
    },
    wrapOption,
    {
      name: 'as',
      values: ['xml', ...forms],
      for: ['write'],
      about:
        '`svg`, `png`, `html`: a picture or a page that holds the diagram, as `.drawio.svg`, `.drawio.png` and `.drawio.html` are',
    },
  ],
}
