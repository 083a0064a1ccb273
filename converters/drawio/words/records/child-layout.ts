/**
 * How a cell that holds the fields of a node says so in its style: as one of draw.io's tables, as a stack of boxes
 * side by side or below each other, or as another shape with a frame for them inside.
 */
import type { Node } from '../../../../src/ir/model.js'
import type { Form } from '../../../../src/layout/measure/fields.js'
import { numberOf, parseStyle, type StyleMap } from '../../document/style.js'
import type { Aspect } from '../aspect.js'

export interface ChildLayout {
  readonly form: Form | 'frame'
  /** The height of the strip with the title; 0 without one. */
  readonly title: number
}

const FORMS: ReadonlySet<string> = new Set(['table', 'across', 'down', 'frame'])

export const formatChildLayout = ({ form, title }: ChildLayout): string =>
  title === 0 ? form : `${form} ${title}`

export function parseChildLayout(text: string): ChildLayout | undefined {
  const [form = '', title = '0'] = text.split(' ')
  return FORMS.has(form) ? { form: form as ChildLayout['form'], title: numberOf(title) ?? 0 } : undefined
}

/** The strip of a cell that has one; draw.io's style sheet has 23 for the word `swimlane`, its shapes 40. */
function stripOf(style: StyleMap): number {
  const shape = style.get('shape')
  if (!style.has('swimlane') && shape !== 'swimlane' && shape !== 'table') return 0
  return numberOf(style.get('startSize')) ?? (style.has('swimlane') ? 23 : 40)
}

/** The look of a style, or nothing where it is made to hold no fields. */
export function childLayoutOf(style: StyleMap): ChildLayout | undefined {
  const layout = style.get('childLayout')
  const title = stripOf(style)
  if (layout === 'tableLayout' || style.get('shape') === 'table') return { form: 'table', title }
  if (layout === 'stackLayout')
    return { form: style.get('horizontalStack') === '0' ? 'down' : 'across', title }
  if (style.get('container') !== '1') return undefined
  const inside = style.get('verticalLabelPosition') !== 'bottom'
  return { form: 'frame', title: inside && style.get('verticalAlign') === 'top' ? 1 : 0 }
}

/** Without fields, a table that a person drew is an empty one. */
export function childLayoutWithoutFields(node: Node): ChildLayout | undefined {
  const drawn = node.extras.get('drawio')?.get('style')
  return typeof drawn === 'string' ? childLayoutOf(parseStyle(drawn)) : undefined
}

/** What a style has for a look. The fill of a title's strip is that of the fields below it. */
export function* styleOfChildLayout(
  { form, title }: ChildLayout,
  fill: string,
): Generator<readonly [string, string]> {
  if (form === 'frame') {
    if (title > 0) yield ['verticalAlign', 'top']
  } else if (form === 'table' || title > 0) {
    yield ['shape', form === 'table' ? 'table' : 'swimlane']
    yield ['startSize', String(title)]
  }
  if (title > 0 && form !== 'frame') yield ['swimlaneFillColor', fill]
  yield ['container', '1']
  yield ['collapsible', '0']
  if (form === 'table') yield ['childLayout', 'tableLayout']
  else if (form !== 'frame') {
    yield ['childLayout', 'stackLayout']
    yield ['horizontalStack', form === 'across' ? '1' : '0']
    yield ['resizeParent', '0']
    yield ['resizeLast', '1']
  }
}

export const fieldsAspect: Aspect = {
  name: 'fields',
  keys: ['childLayout', 'container', 'horizontalStack'],
  more: key => /^(startSize|swimlaneFillColor|collapsible|resizeParent|resizeLast)$/.test(key),
  write: (value, into) => {
    const childLayout = parseChildLayout(String(value))
    if (!childLayout) return
    for (const [key, entry] of styleOfChildLayout(childLayout, into.get('fillColor') ?? 'default'))
      into.set(key, entry)
  },
  read: style => {
    const childLayout = childLayoutOf(style)
    return childLayout && formatChildLayout(childLayout)
  },
  shownOnly: true,
}
