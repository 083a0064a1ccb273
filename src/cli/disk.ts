/**
 * The file system, asked on the spot: for a small file, waiting until another thread has asked takes several times as long as the answer.
 * What is not there, or cannot be looked at, is nothing, and no exception: making one takes longer still.
 */
import { lstatSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'

const AS_NOTHING = { throwIfNoEntry: false } as const

/** What a path leads to. */
export const statOf = (path: string): Stats | undefined => orNothing(() => statSync(path, AS_NOTHING))

/** What stands at a path itself: a link is a link. */
export const lstatOf = (path: string): Stats | undefined => orNothing(() => lstatSync(path, AS_NOTHING))

/** The path without links. */
export const realPathOf = (path: string): string | undefined => orNothing(() => realpathSync.native(path))

/** What a link says. */
export const linkOf = (path: string): string | undefined => orNothing(() => readlinkSync(path))

export const bytesOf = (path: string): Buffer | undefined => orNothing(() => readFileSync(path))

function orNothing<T>(asked: () => T): T | undefined {
  try {
    return asked()
  } catch {
    return undefined
  }
}
