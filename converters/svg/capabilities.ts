/** What a picture shows: nearly everything that is seen of a diagram, and nothing that would have to be loaded or run. */
import type { Capabilities, LinkRules, StyleRules, TextRules } from '../../src/capabilities.js'
import { groupKinds, richSyntaxes } from '../../src/ir/model.js'
import { iconExtras } from '../../src/layout/measure/icons.js'
import {
  isColor,
  safeDash,
  safeFont,
  safePicture,
  safeSlant,
  safeUrl,
  safeWeight,
} from '../../src/picture/css.js'
import { showsRich, withoutIcons } from '../../src/picture/labels.js'
import { seenTheme } from '../../src/picture/own-theme.js'
import { iconsOf } from '../../src/text/rich/rich.js'
import { cleanXml } from '../../src/text/xml-characters.js'

const text: TextRules = {
  lines: true,
  rich: richSyntaxes,
  readRich: (rich, plain) => (showsRich(rich, plain) ? plain : undefined),
  nearestRich: withoutIcons,
  clean: cleanXml,
}
/** What turns a picture into pixels has letters, and no signs for icons. */
const textOfPixels: TextRules = {
  ...text,
  readRich: (rich, said) => (iconsOf(rich).length === 0 && showsRich(rich, said) ? said : undefined),
}
const plain: TextRules = { lines: true, rich: [], clean: cleanXml }
const same = <T>(value: T): T => value
const color = (value: string): string | undefined => (isColor(value) ? value : undefined)

const style: StyleRules = {
  fill: color,
  stroke: color,
  color,
  strokeWidth: true,
  dash: safeDash,
  opacity: true,
  fontFamily: safeFont,
  fontSize: true,
  fontWeight: safeWeight,
  fontStyle: safeSlant,
  rounded: true,
}

const link: LinkRules = {
  url: safeUrl,
  tooltip: cleanXml,
  target: cleanXml,
  // Without an address there is nothing to open in a window.
  whole: ({ url, target, ...rest }) => ({
    ...rest,
    ...(url !== undefined && { url, ...(target !== undefined && { target }) }),
  }),
}

/** Ids are for whoever works on a picture: nobody sees them. */
export const svgCapabilities: Capabilities = {
  graph: {
    title: plain,
    description: plain,
    undirected: true,
    direction: same,
    style: { fill: color },
    theme: theme => theme && seenTheme(theme),
  },
  node: {
    text,
    shape: same,
    properties: true,
    propertyText: plain,
    style,
    link,
    image: (url, { fields }) => (fields?.length ? undefined : safePicture(url)),
    fields: true,
    hidden: true,
    others: iconExtras,
  },
  group: { text, kinds: groupKinds, nested: true, direction: true, style, link, hidden: true },
  edge: {
    text,
    id: id => (id === undefined ? undefined : cleanXml(id)),
    line: same,
    arrows: (from, to) => [from, to],
    groupEnds: true,
    side: same,
    port: cleanXml,
    endLabel: text,
    length: same,
    style,
    link,
  },
  loop: { text: plain },
  ids: { node: cleanXml, group: cleanXml, shared: false },
}

/** As SVG, but for signs that only a reader's own fonts have. */
export const pngCapabilities: Capabilities = {
  ...svgCapabilities,
  node: { ...svgCapabilities.node, text: textOfPixels },
  group: { ...svgCapabilities.group, text: textOfPixels },
  edge: { ...svgCapabilities.edge, text: textOfPixels, endLabel: textOfPixels },
}
