/** What a config may say, and its JSON Schema for editors. */
import {
  about,
  count,
  entries,
  fields,
  flag,
  type Kind,
  listOf,
  oneOf,
  option,
  text,
} from '../../form/kinds.js'
import type { Severity } from '../../messages/message.js'

const severity = oneOf(['off', 'info', 'warning', 'error'] satisfies (Severity | 'off')[])

const pair: Kind = {
  fault: (value, where) =>
    Array.isArray(value) && value.length === 2
      ? listOf(text).fault(value, where)
      : `${where} has to be two files`,
  schema: { type: 'array', items: text.schema, minItems: 2, maxItems: 2 },
}

const WHOLE = 'the config'

const rules: Readonly<Record<string, Kind>> = {
  rules: about(
    'Severities of messages by their codes; a code may end in *. `diaglot explain` lists all codes.',
    entries(severity),
  ),
  via: about(
    'Formats that each diagram has to pass through and come back from, by name or extension; `diaglot formats` lists them.',
    listOf(text),
  ),
  allow: about('Codes of what may be lost on that way, such as loss/style or loss/*.', listOf(text)),
  maxLosses: about('How many other things each diagram may lose on each way.', count),
  options: about('Options of formats, as after -O; `diaglot formats` lists them.', entries(option)),
}

const config = fields(
  {
    $schema: about('The JSON Schema of this file, for editors.', text),
    ...rules,
    overrides: about(
      'Settings of some files over those of all; the last that fits counts.',
      listOf(
        fields(
          {
            files: about('Globs, from the folder of the config.', listOf(text)),
            ...rules,
          },
          ['files'],
        ),
      ),
    ),
    pairs: about('Pairs of files that hold the same diagram: the second follows the first.', listOf(pair)),
    docComments: about('Whether comments of source code are looked into, as with --doc-comments.', flag),
    ignore: about('Files that are passed over, as lines of a .gitignore.', listOf(text)),
  },
  [],
  WHOLE,
)

/** What is wrong with a config, in plain words; nothing where nothing is. Names of formats and codes are not asked for. */
export const configFault = (value: unknown): string | undefined => config.fault(value, WHOLE)

/** The JSON Schema of a config, which the package has as `diaglot/config.schema.json`. */
export const configSchema: object = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'The config of diaglot',
  ...config.schema,
}
