/** The two threads of the page: one for texts, one for pictures, which take longer. */
import { Lane, type WorkerLike } from '../shared/lane.js'
import type { Language } from '../texts/texts.js'
import { chosenLanguage } from './look.js'

/** The file of the worker that speaks each language, which has a name of its own in every build. */
declare const WORKERS: Readonly<Record<Language, string>>

const start = (): WorkerLike =>
  new Worker(new URL(WORKERS[chosenLanguage()], import.meta.url), { type: 'module' }) as WorkerLike

export const words = new Lane(start)
export const drawing = new Lane(start)
