/**
 * Graphviz's scoping rules: from statements to a resolved graph. The rules are those of its library
 * cgraph (attr.c, edge.c, subg.c, grammar.y), which the comments below cite.
 */
import type { Range } from '../../../src/ir/model.js'
import {
  type Attributes,
  NODE_NAME_LABEL,
  type ResolvedGraph,
  type ResolvedSubgraph,
} from '../words/resolved.js'
import type {
  Atom,
  ChainStatement,
  DefaultsStatement,
  GraphStatement,
  NodeMention,
  Operand,
  Statement,
  SubgraphStatement,
} from '../words/statement.js'
import { affordedDefaults, affordsValue, type Budget, ENTRY, isSpent, newBudget } from './budget.js'
import {
  type End,
  inOrder,
  type NodeRecord,
  nameLength,
  runEdges,
  type Scope,
  type State,
} from './evaluate-edges.js'
import { defaultSetIn, knowsDefault, resolvedDefaults, setDefault, setValue } from './scope.js'

/** The resolved graph of one graph statement. Source of the rules: Graphviz 14's cgraph. */
export function evaluate(statement: GraphStatement): ResolvedGraph {
  const budget = newBudget()
  const root = newScope(statement.id, undefined, statement.at, budget)
  setDefault(root, 'node', 'label', { text: NODE_NAME_LABEL })
  const { strict, directed } = statement
  const state: State = {
    root,
    strict,
    directed,
    names: new Map(),
    htmlNames: new Map(),
    nodes: [],
    edges: [],
    byEnds: new Map(),
    byKey: new Map(),
    budget,
  }
  runAll(statement.statements, root, state)
  return {
    ...resolvedSubgraph(root),
    nodes: state.nodes,
    edges: state.edges,
    strict,
    directed,
    nodeDefaults: resolvedDefaults(root, 'node', budget),
    edgeDefaults: resolvedDefaults(root, 'edge', budget),
    ...(budget.tooMuch && { tooMuch: budget.tooMuch }),
  }
}

function newScope(id: Atom | undefined, parent: Scope | undefined, at: Range, budget: Budget): Scope {
  // agraphattr_init: a subgraph starts with the values that its parent would give at this moment.
  const attributes: Attributes = parent ? resolvedDefaults(parent, 'graph', budget) : new Map()
  const scope = { at, attributes, shared: true }
  if (!parent) return id ? { ...scope, id } : scope
  return id ? { ...scope, parent, id } : { ...scope, parent }
}

function runAll(statements: Iterable<Statement>, scope: Scope, state: State): void {
  for (const statement of statements) {
    if (isSpent(state.budget, statement.kind === 'chain' ? statement.at : scope.at)) return
    if (statement.kind === 'defaults') runDefaults(statement, scope, state)
    else runChain(statement, scope, state)
  }
}

function runDefaults({ of, attributes }: DefaultsStatement, scope: Scope, state: State): void {
  for (const { name, value } of attributes) {
    if (of === 'graph') setGraphAttribute(scope, name, value, state)
    // attrstmt: `key` among edge defaults is never declared, so it is no default.
    else if (of === 'node' || name !== 'key') setDefault(scope, of, name, value)
  }
}

/**
 * setattr for graphs: a subgraph keeps the value it has when its parent's changes (unviewsubgraphsattr),
 * unless the parent had only inherited the attribute so far.
 */
function setGraphAttribute(scope: Scope, name: string, value: Atom, { root, budget }: State): void {
  if (!affordsValue(budget, value.text, nameLength(root), scope.at)) return
  if (!knowsDefault(scope, 'graph', name)) {
    setDefault(root, 'graph', name, { text: '' })
    setDefault(scope, 'graph', name, { text: '' })
  }
  if (defaultSetIn(scope, 'graph', name) !== undefined) {
    for (const subgraph of scope.subgraphs ?? []) {
      if (defaultSetIn(subgraph, 'graph', name) === undefined) {
        setDefault(subgraph, 'graph', name, subgraph.attributes.get(name) ?? { text: '' })
        budget.left -= ENTRY
      }
    }
  }
  setDefault(scope, 'graph', name, value)
  scope.own ??= new Set()
  scope.own.add(name)
  setValue(scope, name, value)
}

function runChain(chain: ChainStatement, scope: Scope, state: State): void {
  const { operands } = chain
  const first = runOperand(operands[0]!, scope, state)
  if (operands.length > 1) {
    const ends = [first]
    for (let place = 1; place < operands.length; place++)
      ends.push(runOperand(operands[place]!, scope, state))
    runEdges(ends, chain, scope, state)
  } else if (first.kind === 'node') setOnNode(first.node, chain, state)
  else if (first.kind === 'nodes') for (const { node } of first.members) setOnNode(node, chain, state)
}

function setOnNode(node: NodeRecord, { attributes, at }: ChainStatement, { root, budget }: State): void {
  for (const { name, value } of attributes) {
    const names = Math.max(node.id.text.length, nameLength(root))
    if (affordsValue(budget, value.text, names, at)) setValue(node, name, value)
  }
}

/** Makes what an operand mentions. */
function runOperand(operand: Operand, scope: Scope, state: State): End {
  if (operand.kind === 'node')
    return { kind: 'node', node: findNode(operand, scope, state), port: operand.port }
  if (operand.kind === 'nodes') {
    const members = operand.nodes.map(mention => ({
      node: findNode(mention, scope, state),
      port: mention.port,
    }))
    return { kind: 'nodes', members }
  }
  const subgraph = openSubgraph(operand, scope, state)
  runAll(operand.statements, subgraph, state)
  return { kind: 'subgraph', scope: subgraph }
}

/** agsubg: a subgraph is known by its name among the subgraphs of the same parent. */
function openSubgraph({ id, at }: SubgraphStatement, scope: Scope, state: State): Scope {
  const known = id && scope.named?.get(identity(id))
  if (known) return known
  const subgraph = newScope(id, scope, at, state.budget)
  subgraph.attributes = affordedDefaults(state.budget, subgraph.attributes, nameLength(state.root), at)
  scope.subgraphs ??= []
  scope.subgraphs.push(subgraph)
  if (id) {
    scope.named ??= new Map()
    scope.named.set(identity(id), subgraph)
  }
  return subgraph
}

/** agnode: a new node takes the defaults of the scope in which it is first mentioned, and never others. */
function findNode({ id, at }: NodeMention, scope: Scope, state: State): NodeRecord {
  // `<b>` and `b` are two names to Graphviz, though it prints them alike.
  const names = id.html ? state.htmlNames : state.names
  let node = names.get(id.text)
  if (!node) {
    const longest = Math.max(id.text.length, nameLength(state.root))
    const defaults = resolvedDefaults(scope, 'node', state.budget)
    const attributes = affordedDefaults(state.budget, defaults, longest, at)
    node = { id, at, order: state.nodes.length, attributes, shared: true }
    names.set(id.text, node)
    state.nodes.push(node)
  }
  for (let around = scope; around.parent && !around.nodes?.has(node); around = around.parent) {
    around.nodes ??= new Set()
    around.nodes.add(node)
    state.budget.left -= ENTRY
  }
  return node
}

/** Of the names of subgraphs. */
function identity({ text, html }: Atom): string {
  return html ? `<${text}` : `"${text}`
}

const NONE: ReadonlySet<never> = new Set()

function resolvedSubgraph(scope: Scope): ResolvedSubgraph {
  const { id, attributes, at } = scope
  const assigned = scope.own ?? NONE
  const nodes = inOrder(scope.nodes ?? NONE)
  const edges = inOrder(scope.edges ?? NONE)
  const subgraphs = scope.subgraphs?.map(resolvedSubgraph) ?? NO_SUBGRAPHS
  if (!id) return { attributes, assigned, nodes, edges, subgraphs, at }
  return { id, attributes, assigned, nodes, edges, subgraphs, at }
}

const NO_SUBGRAPHS: readonly ResolvedSubgraph[] = []
