/** What an editor knows of its language before anybody writes, by the service of the library in the worker. */
import type { Extension } from '@codemirror/state'
import type { Asker } from './ask.js'
import { highlighting } from './highlight.js'
import { type Renames, renaming } from './rename.js'

export const language = (asker: Asker, renames: Renames): Extension => [
  highlighting(asker),
  renaming(asker, renames),
]
