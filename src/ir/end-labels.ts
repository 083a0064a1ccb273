/** Labels at the ends of an edge in the place of its own, with its own between them: as cardinalities are written, `1 : N`, `1 : owns : N`. */
import type { Text } from './model.js'

export const BETWEEN_END_LABELS = ' : '

export const endLabelsAsOne = (labels: readonly Text[]): string =>
  labels.map(({ text }) => text).join(BETWEEN_END_LABELS)
