/** A thread in which the software of a format answers: it may hang, take the memory, or change what is global. */
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { formats } from '../../../converters/index.js'
import type { FormatEntry } from '../../format.js'
import { formatNamed } from '../../registry.js'
import type { OfficialAt } from './ask.js'

// What it prints is meant for the console of a page.
for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) console[name] = () => {}

const { format, packages } = workerData as OfficialAt
const entry: FormatEntry = formatNamed(formats, format)!
const official = await entry.official!.load()
const answer = await official.start(name => import(pathToFileURL(packages[name]!).href))
parentPort!.on('message', async (text: string) => parentPort!.postMessage(await answer(text)))
parentPort!.postMessage('ready')
