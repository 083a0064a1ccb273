/** The rules over the model: what a diagram of any format says and nobody means. */
import { decisions } from './rules/decisions.js'
import { duplicateEdges } from './rules/edges.js'
import { circles } from './rules/flow.js'
import { orphans, similarIds } from './rules/nodes.js'
import type { GraphRule } from './rules/rule.js'

export const graphRules: readonly GraphRule[] = [duplicateEdges, decisions, circles, orphans, similarIds]
