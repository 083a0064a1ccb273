// One contender in a process of its own, in plain Node and with the package as it is built: what its first call takes, what calls take when
// everything is warm, and how much memory. Words: who, a folder with the package, a JSON file with texts, the format, the target, milliseconds to
// measure warm calls for, and before these to be warm.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [who, folder, file, from, to, span = '500', warmUp = '5000'] = process.argv.slice(2)
const texts = JSON.parse(readFileSync(file, 'utf8'))

const ours = () => import(join(folder, 'dist/src/index.js'))

const contenders = {
  async read() {
    const { read } = await ours()
    return text => read(text, { format: from })
  },
  async convert() {
    const { convert } = await ours()
    return text => convert(text, { from, to })
  },
  /** Without the service's limit on a text, which only a conversion asks for. */
  async write() {
    const { read, write } = await ours()
    return async text => write((await read(text, { format: from })).graphs, { format: to })
  },
  async dotparser() {
    return (await import('dotparser')).default
  },
  async 'ts-graphviz'() {
    const { parse } = await import('ts-graphviz/ast')
    const unlimited = { maxASTNodes: Number.MAX_SAFE_INTEGER, maxInputSize: Number.MAX_SAFE_INTEGER }
    return text => parse(text, unlimited)
  },
  async 'graphlib-dot'() {
    return (await import('graphlib-dot')).default.read
  },
  async 'wasm-graphviz'() {
    const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
    const graphviz = await Graphviz.load()
    return text => graphviz.layout(text, 'canon', 'nop')
  },
  async 'mermaid, text to database'() {
    const diagram = await mermaidDiagram()
    return text => {
      // A new one each time.
      diagram.parser.parser.yy = diagram.db
      return diagram.parser.parse(text)
    }
  },
}

/** Mermaid's own parser with its limits raised. There is no page here, and no label that has to be cleaned. */
async function mermaidDiagram() {
  const chunks = join('node_modules/mermaid/dist/chunks/mermaid.core')
  const chunk = readdirSync(chunks).find(name => /^flowDiagram-.*\.mjs$/.test(name))
  const { default: purify } = await import('dompurify')
  Object.assign(purify, { sanitize: text => text, addHook: () => {} })
  const { default: mermaid } = await import('mermaid')
  mermaid.initialize({ startOnLoad: false, maxEdges: Number.MAX_SAFE_INTEGER })
  return (await import(join(process.cwd(), chunks, chunk))).diagram
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const run = await contenders[who]()
const once = async () => {
  for (const text of texts) await run(text)
}
const start = cpu()
await once()
const cold = cpu() - start
const whole = cpu()
// Code is compiled step by step: whole conversions of 1,000 edges take a third of the time after five seconds that they take after two.
for (const until = cpu() + Number(warmUp); cpu() < until; ) await once()
const before = cpu()
const clock = performance.now()
let count = 0
do {
  await once()
  count++
} while (cpu() < before + Number(span))
const warm = (cpu() - before) / count
const wall = (performance.now() - clock) / count
// What the process that started this one had is in `maxRSS`.
const megabytes = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
console.log(JSON.stringify({ cold, whole, warm, wall, megabytes }))
