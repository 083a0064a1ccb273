/** The table of themes. A test holds every text against what it stands on. */
import type { EdgePaint, LanePaint, Paint, Palette, Theme } from './palette.js'

const paint = (fill: string, stroke: string, text: string): Paint => ({ fill, stroke, text })
const lane = (fill: string, stroke: string, title: string, text: string): LanePaint => ({
  fill,
  stroke,
  title,
  text,
})
const edge = (stroke: string, text: string, ground: string): EdgePaint => ({ stroke, text, ground })

/** One colour on another, and nothing else. */
const twoColours = (page: string, ink: string, link: string): Palette => ({
  page,
  text: ink,
  node: paint(page, ink, ink),
  note: paint(page, ink, ink),
  lanes: [lane(page, ink, page, ink)],
  groups: [paint('none', ink, ink)],
  edge: edge(ink, ink, page),
  loop: paint('none', ink, ink),
  link,
})

const plain = {
  name: 'plain',
  light: twoColours('#ffffff', '#000000', '#0645ad'),
  dark: twoColours('#121212', '#ffffff', '#8ab4f8'),
} as const satisfies Theme

/** Quiet tints: lanes differ in hue and groups in depth, and lines are dark enough to be followed over all of them. */
const soft = {
  name: 'soft',
  light: {
    page: '#ffffff',
    text: '#1f2a37',
    node: paint('#edf3fb', '#4f6a93', '#1b2736'),
    note: paint('#fff6d9', '#967528', '#3d3213'),
    lanes: [
      lane('#f7f9fc', '#b9c6d8', '#e4ebf4', '#24364f'),
      lane('#f5faf7', '#aecdbb', '#deeee5', '#1f4230'),
      lane('#fcf9f3', '#dcc9a6', '#f3e9d6', '#4d3a12'),
      lane('#f9f7fc', '#c9bbdd', '#eae3f3', '#412c60'),
    ],
    groups: [
      paint('#f7f9fb', '#a9b8ca', '#33445c'),
      paint('#eef2f7', '#9aabc0', '#2f4057'),
      paint('#e5ebf3', '#8a9db6', '#2a3a50'),
    ],
    edge: edge('#4a5b73', '#1f2a37', '#ffffff'),
    loop: paint('none', '#8a63a8', '#5f3d7a'),
    link: '#0a58a8',
  },
  dark: {
    page: '#13171e',
    text: '#e4e9f0',
    node: paint('#253349', '#8ea8cd', '#eef3fa'),
    note: paint('#3c3419', '#c9a84c', '#f7edcb'),
    lanes: [
      lane('#191f28', '#475a75', '#28354a', '#dbe5f3'),
      lane('#17211c', '#3f6853', '#22392d', '#d3ecdf'),
      lane('#221f18', '#6d5c3a', '#3a3222', '#f1e4c9'),
      lane('#1e1b28', '#5f507f', '#32294a', '#e6dbf6'),
    ],
    groups: [
      paint('#191f28', '#4d5f7a', '#cfd9e7'),
      paint('#202834', '#596c89', '#d5deea'),
      paint('#283241', '#667a98', '#dce4ee'),
    ],
    edge: edge('#a4b5cd', '#e4e9f0', '#13171e'),
    loop: paint('none', '#b393d3', '#d8c2ec'),
    link: '#82b9f7',
  },
} as const satisfies Theme

/** For projectors, for print, and for eyes that want it: text has 7 to 1 everywhere. */
const contrast = {
  name: 'contrast',
  light: {
    page: '#ffffff',
    text: '#000000',
    node: paint('#ffffff', '#000000', '#000000'),
    note: paint('#fff3a3', '#000000', '#000000'),
    lanes: [lane('#ffffff', '#000000', '#000000', '#ffffff')],
    groups: [paint('#ffffff', '#000000', '#000000'), paint('#ededed', '#000000', '#000000')],
    edge: edge('#000000', '#000000', '#ffffff'),
    loop: paint('none', '#5b0a91', '#5b0a91'),
    link: '#00318f',
  },
  dark: {
    page: '#000000',
    text: '#ffffff',
    node: paint('#000000', '#ffffff', '#ffffff'),
    note: paint('#fff3a3', '#fff3a3', '#000000'),
    lanes: [lane('#000000', '#ffffff', '#ffffff', '#000000')],
    groups: [paint('#000000', '#ffffff', '#ffffff'), paint('#1f1f1f', '#ffffff', '#ffffff')],
    edge: edge('#ffffff', '#ffffff', '#000000'),
    loop: paint('none', '#e0b3ff', '#e0b3ff'),
    link: '#a8d1ff',
  },
} as const satisfies Theme

/** White boxes on lanes with strong titles: a process is read lane by lane. */
const lanesFirst = {
  name: 'flowzap',
  light: {
    page: '#ffffff',
    text: '#1e1b4b',
    node: paint('#ffffff', '#5b54d6', '#1e1b4b'),
    note: paint('#fef6dc', '#9a7418', '#453307'),
    lanes: [
      lane('#f6f6fe', '#c3c1ee', '#4f48c8', '#ffffff'),
      lane('#f2faf9', '#a9d6d1', '#0f766e', '#ffffff'),
      lane('#fdf6f3', '#e8c6b6', '#a8431c', '#ffffff'),
    ],
    groups: [
      paint('#f6f6fe', '#b6b3ea', '#3a349e'),
      paint('#ececfc', '#a29ee2', '#352f94'),
      paint('#e2e1f9', '#8f8ad9', '#2f2a88'),
    ],
    edge: edge('#4c4a75', '#1e1b4b', '#ffffff'),
    loop: paint('none', '#a8431c', '#8f3815'),
    link: '#3f38b8',
  },
  dark: {
    page: '#12121c',
    text: '#e8e8f8',
    node: paint('#1f1f33', '#9d98f5', '#f1f1fd'),
    note: paint('#3d3416', '#cfae4f', '#f8eecd'),
    lanes: [
      lane('#181827', '#4b4890', '#3d389f', '#ffffff'),
      lane('#142120', '#2b6560', '#115e57', '#ffffff'),
      lane('#241a16', '#7d4a34', '#8a3a1a', '#ffffff'),
    ],
    groups: [
      paint('#181827', '#5551a0', '#cdcbf7'),
      paint('#202036', '#615dad', '#d3d1f8'),
      paint('#292945', '#6e6aba', '#dad8f9'),
    ],
    edge: edge('#aeabdf', '#e8e8f8', '#12121c'),
    loop: paint('none', '#e39a78', '#f0b99f'),
    link: '#a9a4ff',
  },
} as const satisfies Theme

export const THEMES = [plain, soft, contrast, lanesFirst] as const

/** The names that `-O theme=NAME` takes. */
export type ThemeName = (typeof THEMES)[number]['name']
export type NamedTheme = Theme & { readonly name: ThemeName }
