/** The one setting that changes what a text means: `flowchart.inheritDir`. */
import type { Value } from '../../src/ir/model.js'
import type { Directive } from './directives.js'

/** Whether subgraphs without a direction take the diagram's. A later directive wins over an earlier one and the frontmatter. */
export function inheritsDirection(
  frontmatter: Value | undefined,
  directives: readonly Pick<Directive, 'type' | 'argument'>[],
): boolean {
  const settings = [valueAt(frontmatter, 'config')]
  for (const { type, argument } of directives) if (/^init/.test(type)) settings.push(argument)
  let inherits = false
  for (const setting of settings) {
    const value =
      valueAt(valueAt(setting, 'flowchart'), 'inheritDir') ??
      valueAt(valueAt(setting, 'config'), 'inheritDir')
    if (value !== undefined) inherits = Boolean(value)
  }
  return inherits
}

function valueAt(value: Value | undefined, key: string): Value | undefined {
  return value instanceof Map ? value.get(key) : undefined
}
