/** What a plan is made with. */
import type { PlanSettings } from './plan-form.js'

/** What a plan asks of the files that are there. */
export interface Tree {
  /** Names of files and folders in a folder of the root (`''`, or with a `/` at its end); none where there is no such folder. */
  readonly names: (folder: string) => Promise<readonly string[]>
  /** Of the bytes of a file; nothing where there is none. */
  readonly digest: (path: string) => Promise<string | undefined>
}

export interface Planning {
  readonly settings: PlanSettings
  readonly tree: Tree
  /** Extensions of all formats, so that a name is known without its own. */
  readonly extensions: readonly string[]
  /** What a new file of the target ends in. */
  readonly extension: string
  /** Of the program. */
  readonly version: string
}
