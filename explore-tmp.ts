import { build } from 'esbuild'
import { readdirSync, readFileSync } from 'node:fs'
import { inChinese } from './scripts/site/chinese.js'
const r = await build({ entryPoints: ['site/work/worker.ts'], bundle: true, format: 'esm', platform: 'browser', splitting: true, write: false, metafile: true, outdir: 'out', plugins: [inChinese], logLevel: 'error', minify: true })
const inputs = new Map<string, number>()
for (const o of Object.values(r.metafile.outputs)) for (const [k, v] of Object.entries(o.inputs)) if (v.bytesInOutput) inputs.set(k, v.bytesInOutput)
console.log([...inputs.keys()].filter(k => /messages/.test(k)).filter(k => !k.endsWith('.zh.ts') && !inputs.has(k.replace('.ts', '.zh.ts'))))
await build({ stdin: { contents: `export * from './src/index.js'; export {formats} from './converters/all.js'`, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, format: 'esm', platform: 'node', packages: 'external', outfile: 'node_modules/.cache/zh.mjs', plugins: [inChinese], logLevel: 'error' })
const zh = await import('./node_modules/.cache/zh.mjs')
const texts = new Map<string, string>()
const see = (ms: any[]) => { for (const m of ms) { for (const t of [m.text, m.fix?.title]) if (t) { const plain = t.replace(/“[^“”]*”|`[^`]*`|"[^"]*"/g, ''); if (!/[\u4e00-\u9fff]/.test(t) || /[a-z]+ [a-z]+ [a-z]+/i.test(plain)) texts.set(m.code + ' ' + t.slice(0, 200), '') } } }
const walk = (d: string): string[] => readdirSync(d, { recursive: true, encoding: 'utf8', withFileTypes: true } as any).filter((e: any) => e.isFile()).map((e: any) => `${e.parentPath}/${e.name}`)
let n = 0
for (const f of walk('corpus')) {
  const fm = zh.formats.find((x: any) => x.read && x.extensions.some((e: string) => f.endsWith(e)))
  if (!fm) continue
  const src = readFileSync(f)
  if (src.length > 60000) continue
  n++
  try {
    const out = zh.read(src, { format: fm, formats: zh.formats })
    see(out.messages)
    if (fm.name !== 'json') see(zh.lint(src.toString('utf8'), { format: fm.name, rules: {} }).messages)
    if (out.graphs.length) for (const to of ['flowzap', 'mermaid', 'dot', 'drawio', 'svg']) { const t = zh.formats.find((x: any) => x.name === to); try { see((await zh.write(out.graphs.slice(0,1), { format: t, from: fm, carry: n % 3 === 0 })).messages) } catch (e) { console.log(f, to, String(e).slice(0, 120)) } }
  } catch (e) { console.log(f, String(e).slice(0, 200)) }
}
console.log(n, texts.size)
for (const t of [...texts.keys()].slice(0, 80)) console.log(t)
