/** What a code of messages is. */

/**
 * Who speaks: `syntax/` a grammar, `lint/` a rule of a format, `repair/` a reader that put something right, `graph/` a graph that a
 * program made, `loss/` lowering, `limit/` something that is too big or too deep,
 * `check/` a check that compares diagrams, `merge/` versions that are joined, `document/` a document with diagrams in it.
 */
export type CodeGroup =
  | 'syntax'
  | 'lint'
  | 'repair'
  | 'graph'
  | 'loss'
  | 'limit'
  | 'check'
  | 'merge'
  | 'document'

export interface CodeEntry {
  readonly severity: 'error' | 'warning' | 'info'
  /** A paragraph for the person who gets the message: what it means, why it matters, what to do. */
  readonly about: string
  /** The linter says it only where its rule is set (`rules`): it is advice, or it is often meant. */
  readonly onRequest?: true
  /**
   * What a fix of it does besides mending the text. `meaning`: the diagram becomes another one at that place, as the text was surely
   * meant. `named`: something of the author's goes, so it is made only where the code is named.
   */
  readonly fix?: 'meaning' | 'named'
}

/** Codes that the core, or a format, brings. */
export type Codes = Readonly<Record<`${CodeGroup}/${string}`, CodeEntry>>

/** The same without their paragraphs, which may stand elsewhere. */
export type CodeTable = Readonly<
  Record<`${CodeGroup}/${string}`, Omit<CodeEntry, 'about'> & Partial<Pick<CodeEntry, 'about'>>>
>

/** A paragraph about each code of a table. */
export type AboutsOf<Table extends CodeTable> = { readonly [Code in keyof Table]: string }

/** A table with its paragraphs. */
export type Explained<Table extends CodeTable> = {
  readonly [Code in keyof Table]: Table[Code] & Pick<CodeEntry, 'about'>
}

/** The codes of a table, each with the paragraph about it. @param abouts those that the table has not */
export function explained<Table extends CodeTable>(
  table: Table,
  abouts: Readonly<Record<string, string>> = {},
): Explained<Table> {
  const entries = Object.entries(table).map(([code, entry]) => [
    code,
    { ...entry, about: entry.about ?? (Object.hasOwn(abouts, code) ? abouts[code] : '') },
  ])
  return Object.fromEntries(entries) as Explained<Table>
}
