/** The elements of HTML by what they do with their text. */

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that format a text in a label, and hold nothing that runs. */
const FORMATTING =
  'a b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'
export const FORMATS_TEXT = named(FORMATTING)

/** All of them, also those that are out of use. */
export const ELEMENTS = named(
  `${FORMATTING} abbr acronym address applet area article aside audio base basefont bdi bdo bgsound blink body button canvas caption col colgroup command content data datalist details dfn dialog dir element embed fieldset figcaption figure footer form frame frameset head header hgroup html iframe image input isindex keygen label legend link listing main map marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object optgroup option output param picture plaintext portal progress rb rbc rp rt rtc ruby script search select shadow slot source spacer style svg template textarea time title track video wbr xmp`,
)

/** Elements that stand on lines of their own. */
export const BLOCKS = named(
  'address article blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul',
)
export const CELLS = named('td th')

/** Elements whose content is never shown. */
export const SILENT = named('script style title template iframe object noscript')
