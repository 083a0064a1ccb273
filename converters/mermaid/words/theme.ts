/**
 * The theme of a diagram in Mermaid's settings: `theme` and `themeVariables`, in the frontmatter's `config` or in directives
 * (https://mermaid.js.org/config/theming.html). The model has a place of its own for it, so that the settings are held without it; where
 * it stood otherwise than it is written here, the document of the graph says so.
 */
import { sameValue } from '../../../src/ir/leaves.js'
import type { ElementDocument, Graph, OwnTheme, Value } from '../../../src/ir/model.js'

type Values = ReadonlyMap<string, Value>

/** What stands before the header, besides the title. */
export interface Settings {
  readonly frontmatter: Values
  /** Each a Map with `type` and `argument`. */
  readonly directives: readonly Value[]
}

interface Parted {
  readonly theme: OwnTheme | undefined
  readonly rest: Settings
}

const isName = (value: Value | undefined): value is string =>
  typeof value === 'string' && /^[\w-]+$/.test(value)

/** What a setting can be called, and words of CSS on one line. Mermaid itself takes little else. */
const isVariable = (name: string, value: Value | undefined): value is string =>
  /^[A-Za-z]\w*$/.test(name) && typeof value === 'string' && /^[\w#%(),. "'/+-]+$/.test(value)

/** A theme as far as it can be written. */
export function nearestTheme(theme: OwnTheme | undefined): OwnTheme | undefined {
  if (!theme) return undefined
  const variables = new Map([...theme.variables].filter(([name, value]) => isVariable(name, value)))
  return themeOf(isName(theme.name) ? theme.name : undefined, variables)
}

const themeOf = (name: string | undefined, variables: ReadonlyMap<string, string>): OwnTheme | undefined =>
  name === undefined && variables.size === 0 ? undefined : { ...(name !== undefined && { name }), variables }

const isMap = (value: Value | undefined): value is Values => value instanceof Map

const isInit = (directive: Value): directive is Values =>
  isMap(directive) && /^init/.test(String(directive.get('type'))) && isMap(directive.get('argument'))

/** A map with another value, in the place that it had; without it where nothing is left of it. */
function withPart(map: Values, key: string, part: Values): Values {
  const changed = new Map(map)
  if (part.size === 0) changed.delete(key)
  else changed.set(key, part)
  return changed
}

/** Settings without their theme, and the theme. What stands later wins: directives over the frontmatter, value by value. */
export function parted({ frontmatter, directives }: Settings): Parted {
  let name: string | undefined
  const variables = new Map<string, string>()
  const take = (config: Values): Values => {
    const left = new Map(config)
    const own = config.get('theme')
    if (isName(own)) {
      name = own
      left.delete('theme')
    }
    const all = config.get('themeVariables')
    if (!isMap(all)) return left
    const others = new Map(all)
    for (const [variable, value] of all) {
      if (!isVariable(variable, value)) continue
      variables.set(variable, value)
      others.delete(variable)
    }
    return withPart(left, 'themeVariables', others)
  }
  const config = frontmatter.get('config')
  const rest: Settings = {
    frontmatter: isMap(config) ? withPart(frontmatter, 'config', take(config)) : frontmatter,
    directives: directives.flatMap((directive): Value[] => {
      if (!isInit(directive)) return [directive]
      const argument = directive.get('argument') as Values
      const left = take(argument)
      return left.size === 0 && argument.size > 0 ? [] : [new Map(directive).set('argument', left)]
    }),
  }
  const theme = themeOf(name, variables)
  return { theme, rest: theme ? rest : { frontmatter, directives } }
}

/** Settings with a theme where it is usually written: at the beginning of the frontmatter's `config`. */
function joined(theme: OwnTheme | undefined, { frontmatter, directives }: Settings): Settings {
  if (theme?.name === undefined && !theme?.variables.size) return { frontmatter, directives }
  const given = frontmatter.get('config')
  const config = isMap(given) ? given : new Map<string, Value>()
  const others = config.get('themeVariables')
  const variables = new Map<string, Value>([...theme.variables, ...(isMap(others) ? others : [])])
  const own = new Map<string, Value>()
  if (theme.name !== undefined) own.set('theme', theme.name)
  if (variables.size > 0) own.set('themeVariables', variables)
  for (const [key, value] of config) if (!own.has(key)) own.set(key, value)
  return { frontmatter: new Map(frontmatter).set('config', own), directives }
}

/** What order the settings stand in counts here, though it means nothing. */
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? ['map', ...part] : part))

/** How the text has its settings, where that is another way than that in which they would be written. */
export function settingsDocument(whole: Settings, { theme, rest }: Parted): ElementDocument | undefined {
  if (!theme || spelled(joined(theme, rest)) === spelled(whole)) return undefined
  const own = new Map<string, Value>()
  if (whole.frontmatter.size > 0) own.set('frontmatter', whole.frontmatter)
  if (whole.directives.length > 0) own.set('directives', whole.directives)
  return new Map([['mermaid', own]])
}

/** The settings of a graph as they are written: as its text had them, while they say the same. */
export function settingsOf({ theme, extras, document }: Graph): Settings {
  const rest = settingsIn(extras.get('mermaid'))
  const own = document?.get('mermaid')
  const said = own && settingsIn(own)
  const parts = said && parted(said)
  const same =
    parts &&
    sameTheme(parts.theme, theme) &&
    sameValue(parts.rest.frontmatter, rest.frontmatter) &&
    sameValue(parts.rest.directives, rest.directives)
  return same ? said : joined(theme, rest)
}

export const sameTheme = (a: OwnTheme | undefined, b: OwnTheme | undefined): boolean =>
  a?.name === b?.name && sameValue(a?.variables, b?.variables)

function settingsIn(own: Values | undefined): Settings {
  const frontmatter = own?.get('frontmatter')
  const directives = own?.get('directives')
  return {
    frontmatter: isMap(frontmatter) ? frontmatter : new Map(),
    directives: Array.isArray(directives) ? (directives as readonly Value[]) : [],
  }
}

/** Mermaid's extras of a graph without the theme that stands among their settings. */
export function withoutTheme(own: Values): Values {
  const { theme, rest } = parted(settingsIn(own))
  if (!theme) return own
  const left = new Map(own)
  left.delete('frontmatter')
  left.delete('directives')
  if (rest.frontmatter.size > 0) left.set('frontmatter', rest.frontmatter)
  if (rest.directives.length > 0) left.set('directives', rest.directives)
  return left
}

/** A graph as this version has it, of one that an earlier version wrote as JSON or carried: its theme stood among the settings. */
export function withThemeOfSettings(graph: Graph): Graph {
  const own = graph.extras.get('mermaid')
  const theme = own && parted(settingsIn(own)).theme
  if (!theme) return graph
  const extras = new Map(graph.extras)
  const left = withoutTheme(own)
  if (left.size === 0) extras.delete('mermaid')
  else extras.set('mermaid', left)
  return { ...graph, theme: graph.theme ?? theme, extras }
}
