/** What each attribute of Graphviz is an attribute of (https://graphviz.org/doc/info/attrs.html, the column “Used By”). */

/** A node, an edge, the graph as a whole, a cluster, a subgraph of any kind. */
export type Kind = 'N' | 'E' | 'G' | 'C' | 'S'

const TABLE: Readonly<Record<string, string>> = {
  G: `
    _background beautify center charset clusterrank compound concentrate Damping defaultdist dim dimen diredgeconstraints dpi epsilon
    esep fontnames fontpath forcelabels imagepath inputscale label_scheme landscape layerlistsep layers layerselect layersep layout
    levels levelsgap linelength maxiter mclimit mindist mode model newrank nodesep normalize notranslate nslimit nslimit1 oneblock
    outputorder overlap overlap_scaling overlap_shrink pack packmode pad page pagedir quadtree quantum rankdir ranksep ratio
    remincross repulsiveforce resolution rotate rotation scale searchsize sep size smoothing splines start stylesheet TBbalance
    truecolor viewport voro_margin xdotversion`,
  N: `
    distortion fixedsize group height image imagepos imagescale pin rects regular samplepoints shape shapefile sides skew vertices
    width z`,
  E: `
    arrowhead arrowsize arrowtail constraint decorate dir edgeURL edgehref edgetarget edgetooltip head_lp headclip headhref headlabel
    headport headtarget headtooltip headURL labelangle labeldistance labelfloat labelfontcolor labelfontname labelfontsize
    labelhref labeltarget labeltooltip labelURL len lhead ltail minlen radius samehead sametail tail_lp tailclip tailhref taillabel
    tailport tailtarget tailtooltip tailURL weight`,
  NE: 'pos xlabel xlp',
  NC: 'area peripheries',
  C: 'pencolor',
  S: 'rank cluster',
}

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries(TABLE).flatMap(([of, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, string] => [name, of]),
  ),
)

const words: Readonly<Record<Kind, string>> = {
  N: 'nodes',
  E: 'edges',
  G: 'the graph as a whole',
  C: 'clusters',
  S: 'subgraphs',
}

/** Whether an attribute that Graphviz knows has no effect on any of these; what several kinds have is not looked at. */
export function isIgnored(name: string, on: readonly Kind[]): boolean {
  const of = kinds.get(name)
  return of !== undefined && !on.some(kind => of.includes(kind))
}

/** What an attribute is of, in words. */
export function ownersOf(name: string): string {
  return [...(kinds.get(name) ?? '')].map(kind => words[kind as Kind]).join(' and ')
}
