/** The two threads of the page: one for texts, one for pictures, which take longer. */
import { Lane, type WorkerLike } from '../shared/lane.js'

/** The file of the worker, which has a name of its own in every build. */
declare const WORKER: string

const start = (): WorkerLike => new Worker(new URL(WORKER, import.meta.url), { type: 'module' }) as WorkerLike

export const words = new Lane(start)
export const drawing = new Lane(start)
