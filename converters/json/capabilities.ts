/** JSON holds everything by itself. */
import { type Capabilities, everyStyle, type TextRules } from '../../src/capabilities.js'
import { levelsOfFields } from '../../src/ir/field-levels.js'
import { groupKinds, MAX_FIELD_LEVELS, richSyntaxes } from '../../src/ir/model.js'

const text: TextRules = { lines: true, rich: richSyntaxes }
const style = everyStyle
const link = { url: true, tooltip: true, target: true, callback: true } as const
const same = <T>(value: T): T => value

export const jsonCapabilities: Capabilities = {
  graph: {
    id: same,
    title: text,
    description: text,
    undirected: true,
    strict: true,
    direction: same,
    classes: style,
    defaults: { node: style, edge: style },
    style,
    theme: true,
    link,
  },
  node: {
    text,
    shape: same,
    properties: true,
    classes: true,
    style,
    link,
    image: true,
    fields: ({ fields }) => (levelsOfFields(fields ?? []) > MAX_FIELD_LEVELS ? undefined : fields),
    hidden: true,
    notes: true,
  },
  group: { text, kinds: groupKinds, nested: true, direction: true, classes: true, style, link, hidden: true },
  edge: {
    text,
    id: same,
    line: same,
    arrows: (from, to) => [from, to],
    groupEnds: true,
    side: same,
    port: true,
    endLabel: text,
    length: same,
    classes: true,
    style,
    link,
  },
  loop: { text },
  ids: { node: 'any', group: 'any', shared: false },
  allExtras: true,
}
