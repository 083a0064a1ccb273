/** The names of clusters: what Graphviz calls a subgraph, and the id of the group that it is in the model. */

const PREFIX = 'cluster'

/** `cluster_A` is the group `A`; a name without the underscore, such as `cluster0`, stays. */
export function groupIdOf(name: string): string {
  return name.startsWith(`${PREFIX}_`) ? name.slice(PREFIX.length + 1) || PREFIX : name
}

/** The name that makes Graphviz draw a box, and that is read back as this id. No two ids have the same. */
export function clusterName(id: string): string {
  return id.startsWith(PREFIX) && !id.startsWith(`${PREFIX}_`) ? id : `${PREFIX}_${id}`
}
