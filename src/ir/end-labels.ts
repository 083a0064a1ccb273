/** Labels of both ends of an edge in the place of its own, which it does not have: as cardinalities are written, `1 : N`. */
import type { Text } from './model.js'

export const BETWEEN_END_LABELS = ' : '

export const endLabelsAsOne = (labels: readonly Text[]): string =>
  labels.map(({ text }) => text).join(BETWEEN_END_LABELS)
