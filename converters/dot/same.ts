/** Whether an element that was read says what the model says. */

/** Compares what `read` has and could have, with `model`: a field that is absent equals an empty one. */
export function sameReading(read: object, model: object): boolean {
  return FIELDS.every(name => same(field(read, name), field(model, name)))
}

/** The fields that a look can have; the rest of an element is not the business of its attributes. */
const FIELDS = [
  'title',
  'direction',
  'label',
  'shape',
  'style',
  'link',
  'image',
  'fields',
  'hidden',
  'line',
  'length',
  'from',
  'to',
  'edgeId',
] as const

function field(of: object, name: string): unknown {
  return (of as Readonly<Record<string, unknown>>)[name]
}

/** Without recursion: fields may be nested deep. */
function same(a: unknown, b: unknown): boolean {
  const work: [unknown, unknown][] = [[a, b]]
  for (let pair = work.pop(); pair; pair = work.pop()) {
    const [left, right] = pair
    if (isEmpty(left) && isEmpty(right)) continue
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
      if (left !== right) return false
      continue
    }
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      work.push([field(left, name), field(right, name)])
    }
  }
  return true
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '' || value === false) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every(inner => inner === undefined || inner === '')
}
