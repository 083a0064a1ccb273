/** The names that Graphviz knows: attributes, and the words that some of them take (https://graphviz.org/doc/info/attrs.html). */
import { x11Colors } from './color-names.js'
import { arrowNamesOfDot, shapeNamesOfDot } from './shapes.js'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const attributeNames = words(`
  Damping K URL _background area arrowhead arrowsize arrowtail bb beautify bgcolor center charset class cluster clusterrank
  color colorscheme comment compound concentrate constraint decorate defaultdist dim dimen dir diredgeconstraints distortion
  dpi edgeURL edgehref edgetarget edgetooltip epsilon esep fillcolor fixedsize fontcolor fontname fontnames fontpath fontsize
  forcelabels gradientangle group headURL head_lp headclip headhref headlabel headport headtarget headtooltip height href id
  image imagepath imagepos imagescale inputscale key label labelURL label_scheme labelangle labeldistance labelfloat
  labelfontcolor labelfontname labelfontsize labelhref labeljust labelloc labeltarget labeltooltip landscape layer
  layerlistsep layers layerselect layersep layout len levels levelsgap lhead lheight linelength lp ltail lwidth margin maxiter
  mclimit mindist minlen mode model mosek newrank nodesep nojustify normalize notranslate nslimit nslimit1 oneblock ordering
  orientation outputorder overlap overlap_scaling overlap_shrink pack packmode pad page pagedir pencolor penwidth peripheries
  pin pos quadtree quantum radius rank rankdir ranksep ratio rects regular remincross repulsiveforce resolution root rotate
  rotation samehead samplepoints sametail scale searchsize sep shape shapefile showboxes sides size skew smoothing sortv
  splines start style stylesheet tailURL tail_lp tailclip tailhref taillabel tailport tailtarget tailtooltip target
  TBbalance tooltip truecolor vertices viewport voro_margin weight width xdotversion xlabel xlp z
`)

export const colorAttributes = words('bgcolor color fillcolor fontcolor labelfontcolor pencolor')

export const colorNames: ReadonlySet<string> = new Set([...x11Colors.keys(), 'transparent', 'none', 'invis'])

/** Beside the model's own: what Graphviz takes that draws nothing special, or pictures. */
export const shapeNames: ReadonlySet<string> = new Set([...shapeNamesOfDot, 'epsf', 'custom', 'Mcircle'])

export const arrowNames: ReadonlySet<string> = new Set([...arrowNamesOfDot, 'invdot', 'invodot'])

/** An arrowhead: a word with its modifiers. */
const ARROW = /[oerl]*(?:half)?(?:normal|crow|tee|box|diamond|dot|none|inv|vee|pen|mpty|open|icurve|curve)/gy

/** Whether a value is arrowheads behind each other, as `onormaldot` is. */
export function isArrows(value: string): boolean {
  return value !== '' && value.replace(ARROW, '') === ''
}

export const styleNames = words(
  'bold dashed diagonals dotted filled invis invisible radial rounded solid striped tapered unfilled wedged',
)

export const directionNames = words('back both forward none')
export const rankdirNames = words('BT LR RL TB')
