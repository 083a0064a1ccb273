/** What a node of FlowZap Code says of itself besides its label, in the order in which it is written. */
export const PROPERTIES = ['owner', 'description', 'system'] as const

/** All attributes of a node that FlowZap knows. */
export const NODE_ATTRIBUTES: readonly string[] = ['label', ...PROPERTIES]
