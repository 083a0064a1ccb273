/**
 * The closed list of message codes. Every code has a default severity and a paragraph that the
 * documentation and `diaglot explain` print; the groups say who speaks: `syntax/` a grammar,
 * `lint/` a rule of a format, `repair/` a reader that put something right, `loss/` lowering,
 * `limit/` something that is too big or too deep.
 */
export interface CodeEntry {
  readonly severity: 'error' | 'warning' | 'info'
  /** A paragraph for the person who gets the message: what it means, why it matters, what to do. */
  readonly about: string
}

export const codes = {
  // syntax/
  'syntax/unexpected': {
    severity: 'error',
    about:
      'The text does not follow the grammar of its format at this place. The message says what would have been understood there. The statement is skipped and reading goes on with the next one.',
  },
  'syntax/encoding': {
    severity: 'error',
    about: 'The bytes of the file are not text in an encoding that the format allows.',
  },
  'syntax/reference': {
    severity: 'error',
    about:
      'A JSON graph names a node, group or value that is not there, or gives two elements the same id. Such a graph cannot be drawn, so it is not read.',
  },
  'syntax/schema': {
    severity: 'error',
    about:
      'A JSON file is well formed but does not fit the JSON Schema of the form (`diaglot/schema.json` in the package): a name is unknown, a value has the wrong type, or something required is missing.',
  },
  // limit/
  'limit/nesting': {
    severity: 'error',
    about:
      'Groups or values are nested deeper than diaglot reads. The limit protects against files that are made to exhaust the machine; no diagram that a person draws comes near it.',
  },
  'limit/size': {
    severity: 'error',
    about: 'The file is larger than the target or diaglot takes.',
  },
} as const satisfies Record<string, CodeEntry>

export type Code = keyof typeof codes
