/** How large boxes are: wide enough that no line of a text touches a side of its shape, and no higher than the lines need. */
import { expect, test } from 'vitest'
import { makeNode } from '../../src/ir/build.js'
import type { Shape } from '../../src/ir/shapes.js'
import { sizeOf } from '../../src/layout/measure/sizes.js'
import { measure } from '../../src/layout/measure/text.js'

const LONG =
  'Combine _pA_ and _pB_ into policy _pX_ by applying the merge strategy (predefined or dictated by _pA_ if more than one is supported)'

const sizeFor = (text: string, shape: Shape = 'rectangle') =>
  sizeOf(makeNode({ id: 'a', shape, label: { text } }), false)

test('a box that was widened for its text is as high as the lines that are left', () => {
  const { width, height } = sizeFor(LONG)
  // 150 px take six lines of it, 270 px three of 15 px each.
  expect({ width, height }).toEqual({ width: 270, height: 70 })
  expect(measure(LONG, width).lines).toBe(3)
})

test.each(['parallelogram', 'trapezoid'] as const)(
  'a text stays clear of the slanted sides of a %s',
  shape => {
    const text = 'Notion: institutional memory'
    const { width, height } = sizeFor(text, shape)
    const line = measure(text, Number.POSITIVE_INFINITY)
    // At the upper edge of the line the slant of 20 px has come in by as much as the line is above the lower corner.
    const inside = width - 20 - 20 * (line.height / height)
    expect(measure(text, width).lines).toBe(1)
    expect(line.width).toBeLessThan(inside)
  },
)
