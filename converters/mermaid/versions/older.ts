/**
 * What an older release can hold: what today's can, without what that release does not have. Lowering then says what is lost, as for
 * any format.
 */
import type { Capabilities, LinkRules, StyleRules, TextRules } from '../../../src/capabilities.js'
import type { Line, Node, OwnTheme, Rich, Style, Value } from '../../../src/ir/model.js'
import type { Shape } from '../../../src/ir/shapes.js'
import { htmlOfRuns } from '../../../src/text/rich/html-of-runs.js'
import { runsOf } from '../../../src/text/rich/rich.js'
import { bracketOfShape, nameOfShape } from '../shapes.js'
import { cssOf } from '../words/styles.js'
import { type Claim, has } from './claims.js'
import { constructs, hasBracket, headers, shapeClaim } from './constructs.js'
import { hasOldTokens, type Place, refusedByOld } from './old-tokens.js'
import { atLeast, type Release } from './releases.js'

/** Ids and names of which the release takes every part. @param places where the id stands */
function nearestWord(word: string, release: Release, places: readonly Place[]): string {
  const isFine = (candidate: string) =>
    !(isObjectWord(candidate) && !has(release, constructs.objectWord)) &&
    places.every(place => refusedByOld(candidate, place, release) === undefined)
  if (isFine(word)) return word
  const letters = word.replace(/[^A-Za-z0-9_]/gu, '_')
  return isFine(letters) ? letters : `${letters}_`
}

const isObjectWord = (word: string): boolean => word === '__proto__' || word === 'constructor'

/** Shapes that only a name says, and their nearest with brackets; a rectangle where nothing stands here. */
const inBrackets: { readonly [S in Shape]?: Shape } = {
  datastore: 'cylinder',
  bucket: 'cylinder',
  'horizontal-cylinder': 'cylinder',
  disk: 'cylinder',
  person: 'rounded',
  bang: 'rounded',
  cloud: 'rounded',
  'start-dot': 'circle',
  'stop-dot': 'double-circle',
  junction: 'circle',
  summary: 'circle',
  delay: 'stadium',
  'bpmn-start': 'circle',
  'bpmn-intermediate': 'double-circle',
  'bpmn-boundary': 'double-circle',
  'bpmn-end': 'circle',
  'bpmn-gateway': 'diamond',
  'bpmn-activity': 'rounded',
  'bpmn-data-store': 'cylinder',
}

/** Brackets that came later, and the nearest that were there. */
const inOldBrackets: { readonly [S in Shape]?: Shape } = {
  stadium: 'rounded',
  cylinder: 'rounded',
  'double-circle': 'circle',
  ellipse: 'rounded',
}

function nearestShape(shape: Shape, release: Release): Shape {
  const bracket = bracketOfShape(shape)
  if (bracket) {
    const drawn = bracket === 'ellipse' ? atLeast(release, '8.9.3') : hasBracket(release, bracket)
    return drawn ? shape : (inOldBrackets[shape] ?? 'rectangle')
  }
  // A plain rectangle needs neither.
  if (shape === 'rectangle') return shape
  const claim = shapeClaim(nameOfShape(shape))
  if (has(release, constructs.shapeData) && (!claim || has(release, claim))) return shape
  const near = inBrackets[shape] ?? 'rectangle'
  return near === 'rectangle' ? near : nearestShape(near, release)
}

function olderText(text: TextRules, release: Release): TextRules {
  if (has(release, constructs.markdown)) return text
  return {
    ...text,
    rich: text.rich.filter(syntax => syntax !== 'markdown'),
    nearestRich: (rich, plain) =>
      rich.syntax === 'markdown' ? asHtml(rich) : text.nearestRich?.(rich, plain),
  }
}

function asHtml(rich: Rich): ReturnType<NonNullable<TextRules['nearestRich']>> {
  const formatted = runsOf(rich)
  if (!formatted) return undefined
  return {
    rich: { syntax: 'mermaid-html', source: htmlOfRuns(formatted.runs, '<br>', "'") },
    whole: formatted.whole,
  }
}

function olderStyles(rules: StyleRules | undefined, release: Release): StyleRules | undefined {
  if (!rules || !hasOldTokens(release)) return rules
  const fits = (style: Style) => cssOf(style).every(css => refusedByOld(css, 'style', release) === undefined)
  const held = Object.entries(rules).map(([name, rule]) => {
    if (name === 'other')
      return [
        name,
        (key: string, value: string) =>
          rules.other?.(key, value) === true && fits({ other: new Map([[key, value]]) }),
      ]
    const nearest = (value: never) => (rule === true ? value : (rule as (value: never) => unknown)(value))
    return [
      name,
      (value: never) => {
        const near = nearest(value)
        return near !== undefined && fits({ [name]: near }) ? near : undefined
      },
    ]
  })
  return Object.fromEntries(held) as StyleRules
}

function olderLink(link: LinkRules | undefined, release: Release): LinkRules | undefined {
  if (!link || has(release, constructs.linkTarget)) return link
  const { callback } = link
  return {
    ...link,
    target: () => undefined,
    callback: name => {
      const near = typeof callback === 'function' ? callback(name) : name
      return near !== undefined && !near.includes('(') && refusedByOld(near, 'name', release) === undefined
        ? near
        : undefined
    },
  }
}

type Own = ReadonlyMap<string, Value>

/** Extras that the release can be told of: each key with what it needs. Those that are not named need nothing. */
function olderExtras(needs: Readonly<Record<string, Claim>>, release: Release): (own: Own) => Own {
  const lost = new Set(Object.entries(needs).flatMap(([key, claim]) => (has(release, claim) ? [] : [key])))
  return own => new Map([...own].filter(([key]) => !lost.has(key)))
}

const { shapeData, edgeId, frontmatterSettings, directive, accessibleTitle } = constructs
const graphNeeds = { frontmatter: frontmatterSettings, directives: directive, accTitle: accessibleTitle }
const edgeNeeds = { animate: edgeId, animation: edgeId, step: edgeId }
const nodeNeeds = Object.fromEntries(
  ['shape', 'icon', 'form', 'pos', 'w', 'h', 'constraint'].map(key => [key, shapeData]),
)

/** The capabilities of a release. @param today those of the newest */
export function olderCapabilities(today: Capabilities, release: Release): Capabilities {
  const { graph, node, group, edge, ids } = today
  const hasProps = hasBracket(release, 'rect')
  const withData = has(release, constructs.shapeData)
  const nodeExtras = olderExtras(nodeNeeds, release)
  const graphExtras = olderExtras(graphNeeds, release)
  const edgeExtras = olderExtras(edgeNeeds, release)
  const shapeOn = (shape: Shape, on: Node): Shape => {
    const near = node.shape(shape, withData ? on : withoutPicture(on))
    return withData && on.image !== undefined && near === 'image' ? near : nearestShape(near, release)
  }
  const word = (places: readonly Place[]) => (id: string) => nearestWord(id, release, places)
  const nearestNode = ids.node
  const nearestGroup = ids.group
  const nodeStyle = olderStyles(node.style, release)
  const groupStyle = olderStyles(group.style, release)
  const edgeStyle = olderStyles(edge.style, release)
  const classes = olderStyles(graph.classes, release)
  const nodeDefaults = olderStyles(graph.defaults?.node, release)
  const edgeDefaults = olderStyles(graph.defaults?.edge, release)
  const link = olderLink(node.link, release)
  const { title, description, theme, ...graphRest } = graph
  return {
    ...today,
    title: `Mermaid ${release}`,
    graph: {
      ...graphRest,
      ...(title && has(release, constructs.frontmatter) && { title }),
      ...(description && has(release, constructs.accessibleDescription) && { description }),
      ...(typeof theme === 'function' &&
        has(release, constructs.directive) && { theme: wanted => olderTheme(theme(wanted)) }),
      ...(classes && { classes }),
      className: name => word(['name', 'id'])(graph.className?.(name) ?? name),
      defaults: { ...(nodeDefaults && { node: nodeDefaults }), ...(edgeDefaults && { edge: edgeDefaults }) },
      extras: (lowered, own, whole) => {
        const kept = graphExtras(graph.extras?.(lowered, own, whole) ?? own)
        return has(release, headers['flowchart-elk'])
          ? kept
          : new Map([...kept].filter(([key]) => key !== 'header'))
      },
    },
    node: {
      ...node,
      text: olderText(node.text, release),
      shape: shapeOn,
      image: withData,
      ...(nodeStyle && { style: nodeStyle }),
      ...(link && { link }),
      extras: (lowered, own, whole) => {
        const held = nodeExtras(own)
        const kept = node.extras?.(lowered, held, whole) ?? held
        return hasProps ? kept : new Map([...kept].filter(([key]) => key !== 'props'))
      },
    },
    group: {
      ...group,
      text: olderText(group.text, release),
      ...(!has(release, constructs.direction) && { direction: () => undefined }),
      ...(groupStyle && { style: groupStyle }),
      extras: (lowered, own, whole) => {
        const kept = group.extras?.(lowered, own, whole) ?? own
        return withData ? kept : new Map([...kept].filter(([key]) => key !== 'metadata'))
      },
    },
    edge: {
      ...edge,
      text: olderText(edge.text, release),
      ...(!has(release, edgeId) && { id: () => undefined, classes: false }),
      line: line => lineOn(edge.line(line), release),
      ...(!has(release, constructs.longArrow) && { length: () => undefined }),
      ...(edgeStyle && { style: edgeStyle }),
      extras: (lowered, own, whole) => {
        const kept = edgeExtras(edge.extras?.(lowered, own, whole) ?? own)
        return has(release, edgeId) ? kept : withoutDataCurve(kept)
      },
    },
    ids: {
      ...ids,
      node: typeof nearestNode === 'function' ? id => word(['id', 'name'])(nearestNode(id)) : nearestNode,
      group: typeof nearestGroup === 'function' ? id => groupWord(nearestGroup(id), release) : nearestGroup,
    },
  }
}

/** Several words, which only a heading has, are read as a label is. */
const groupWord = (id: string, release: Release): string =>
  id.includes(' ') && refusedByOld(id, 'label', release) === undefined
    ? id
    : nearestWord(id, release, ['id', 'name'])

function withoutPicture({ image: _, ...node }: Node): Node {
  return node
}

/** An edge that is not to be seen is left out where it would be. */
const lineOn = (line: Line | undefined, release: Release): Line | undefined =>
  line === 'invisible' && !has(release, constructs.invisibleArrow) ? undefined : line

/** A curve that is no single word can only be said in `@{ }`. */
const withoutDataCurve = (own: Own): Own =>
  new Map(
    [...own].filter(([key, value]) => key !== 'curve' || (typeof value === 'string' && /^\w+$/.test(value))),
  )

/** Up to 11, mermaid looks a theme up in an object, and stumbles over a name that every object has. */
function olderTheme(theme: OwnTheme | undefined): OwnTheme | undefined {
  if (theme?.name === undefined || !(theme.name in Object.prototype)) return theme
  return theme.variables.size === 0 ? undefined : { variables: theme.variables }
}
