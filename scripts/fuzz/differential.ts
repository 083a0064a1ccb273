/** What our readers and writers make of a text beside mermaid's own parser and Graphviz. */
import { dot } from '../../converters/dot/index.js'
import { resolveDot } from '../../converters/dot/read/resolve.js'
import { mermaid } from '../../converters/mermaid/index.js'
import { firstDifference } from '../../src/ir/difference.js'
import { hasErrors, type Message } from '../../src/messages/message.js'
import { askGraphviz, isBroken, ourForm } from '../../test/dot/graphviz.js'
import { graphs } from '../../test/generate/graphs.js'
import { lowerFor, textOf } from '../../test/laws/laws.js'
import { flowcharts } from '../../test/mermaid/flowcharts.js'
import { compareGraph } from '../conformance-mermaid.js'
import { type Count, type Target, target } from './targets.js'
import { corpusTexts, editedTexts } from './texts.js'

function oneDiffers(text: string, verdict: string, errors: string | undefined): string {
  return `${verdict}, and diaglot ${errors === undefined ? 'accepts it' : `says: ${errors}`}\n${text}`
}

async function mermaidAgrees(text: string, count: Count): Promise<void> {
  // Before it and on its own: in one bundled file, packages would be imported first.
  await import('../../test/setup/dom.js')
  const { askMermaid } = await import('../../test/mermaid/oracle.js')
  const { graphs: found, messages } = mermaid.read!(text, {})
  const error = messages.find(({ severity }) => severity === 'error')?.text
  // Diagrams of other kinds are named and not read; limits are ours.
  if (messages.some(({ code, text: words }) => code.startsWith('limit/') || words.includes('another kind')))
    return
  const answer = await askMermaid(text)
  if ('error' in answer) {
    if (error === undefined) throw new Error(oneDiffers(text, `mermaid says: ${answer.error}`, error))
    return count('mermaid')
  }
  if (error !== undefined) throw new Error(oneDiffers(text, 'mermaid accepts it', error))
  // Of an edge that leads to the name of an edge, mermaid has an end without a node; we have a node.
  if (messages.some(({ code }) => code === 'lint/edge-id')) return count('mermaid')
  const [graph] = found
  const difference =
    graph &&
    compareGraph(graph, answer.expected).find(
      ({ field, difference }) => difference !== undefined && field !== 'title',
    )
  if (difference) throw new Error(`${difference.field}: ${difference.difference}\n${text}`)
  count('mermaid')
}

/** Graphviz reads the first graph of a text only, and says nothing of what follows. A mark at the start, as editors write it, it takes for a letter. */
async function graphvizAgrees(text: string, count: Count): Promise<void> {
  const { graphs: resolved, messages } = resolveDot(text)
  if (
    messages.some(({ code }) => code.startsWith('limit/')) ||
    resolved.length > 1 ||
    // Graphviz is given UTF-8, which has no halves of surrogate pairs.
    /^\ufeff|\0|\p{Surrogate}/u.test(text)
  )
    return
  // A graph that names a layout engine is drawn with it, whichever is asked for, and engines change what is there.
  if (resolved[0]?.attributes.has('layout')) return
  const answer = await askGraphviz(text)
  if (isBroken(answer)) return
  // The line of the last brace belongs to our graph, as Graphviz takes no notice of it.
  const ignored = messages.find(({ code }) => code === 'lint/ignored-text')?.at?.[0]
  const end = ignored ?? resolved[0]?.at[1] ?? text.length
  // What is said of a graph that is cut off stands where the text ends.
  const counts = ({ code, at }: Message) =>
    (at?.[0] ?? 0) < end || code === 'syntax/cut-off' || !text.slice(0, end).trimEnd().endsWith('}')
  const error = messages.find(each => each.severity === 'error' && counts(each))?.text
  if (typeof answer === 'string') {
    if (!hasErrors(messages) && resolved.length > 0)
      throw new Error(oneDiffers(text, `Graphviz says: ${answer}`, error))
    return count('Graphviz')
  }
  // A mended text may have its end elsewhere than the first graph that Graphviz reads.
  if (error !== undefined && goesOn(text)) return
  if (error !== undefined) throw new Error(oneDiffers(text, 'Graphviz accepts it', error))
  const [graph] = resolved
  if (!graph) throw new Error(`Graphviz sees a graph where diaglot sees none\n${text}`)
  const [ours, theirs] = [JSON.stringify(ourForm(graph), null, 1), JSON.stringify(answer, null, 1)]
  if (ours !== theirs) {
    const lines = theirs.split('\n')
    const at = ours.split('\n').findIndex((line, place) => line !== lines[place])
    throw new Error(`diaglot resolves ${ours.split('\n')[at]}, Graphviz ${lines[at]}\n${text}`)
  }
  count('Graphviz')
}

/** Whether something stands behind the brace that closes the first graph, as DOT's own strings, comments and HTML have it. */
function goesOn(text: string): boolean {
  let [depth, tags] = [0, 0]
  const behind = (end: string, at: number): number => {
    const found = text.indexOf(end, at)
    return found < 0 ? text.length : found + end.length - 1
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '"') {
      while (++at < text.length && text[at] !== '"') if (text[at] === '\\') at++
    } else if (text.startsWith('/*', at)) at = behind('*/', at + 2)
    else if (text.startsWith('//', at) || (sign === '#' && text[at - 1] === '\n')) at = behind('\n', at)
    else if (text.startsWith('->', at)) at++
    else if (sign === '<') tags++
    else if (sign === '>') tags = Math.max(tags - 1, 0)
    else if (sign === '{' && tags === 0) depth++
    else if (sign === '}' && tags === 0 && --depth === 0) return text.slice(at + 1).trim() !== ''
  }
  return false
}

/** Texts near the corpus, texts put together from statements, and what the writers make of generated graphs. */
export function differentialTargets(): Target[] {
  const mermaidTexts = corpusTexts(mermaid.extensions)
  const dotTexts = corpusTexts(dot.extensions)
  const written = (format: typeof mermaid) => graphs.map(graph => lowerFor(format, graph).graph)
  return [
    target('mermaid, texts near the corpus', 1, 40, editedTexts(mermaidTexts, mermaidTexts), mermaidAgrees),
    target('mermaid, generated flowcharts', 1, 40, flowcharts, mermaidAgrees),
    target('mermaid, what is written', 1, 40, written(mermaid), async (graph, count) => {
      const text = await textOf(mermaid, graph)
      if (hasErrors(mermaid.read!(text, {}).messages)) throw new Error(`its own reader refuses it\n${text}`)
      await mermaidAgrees(text, count)
    }),
    target('Graphviz, texts near the corpus', 2, 80, editedTexts(dotTexts, dotTexts), graphvizAgrees),
    target('Graphviz, what is written', 4, 80, written(dot), async (graph, count) => {
      const text = await textOf(dot, graph)
      const difference = firstDifference(graph, dot.read!(text, {}).graphs[0] ?? graph)
      if (difference) throw new Error(`${difference}\n${text}`)
      await graphvizAgrees(text, count)
    }),
  ]
}
