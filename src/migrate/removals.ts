/** Source files that go once what they became is written, and the names of them in documents. */

import type { PlannedFile } from './plan-form.js'
import * as say from './sentences.js'
import type { SurveyedFile } from './survey.js'

/** What a document shows as it is by its name: a picture, or a page. */
const SHOWN = /\.(?:svg|png|gif|jpe?g|webp|html?)$/i

/** Files with what goes of them, and with what documents call those that go. */
export function withRemovals(
  planned: readonly PlannedFile[],
  surveyed: readonly SurveyedFile[],
): PlannedFile[] {
  const kept = keptBy(planned, surveyed)
  const moved = new Map<string, string>()
  const files = planned.map((file, place): PlannedFile => {
    const found = surveyed[place]!
    const [diagram] = file.diagrams
    if (found.document || diagram?.way !== 'file') return file
    const note = found.fixed ? found.fixed.because : kept.get(file.path)
    if (note !== undefined) return { ...file, notes: [note] }
    moved.set(file.path, diagram.files![0]!.path)
    return { ...file, remove: true }
  })
  return files.map((file, place) => {
    const names = new Set(surveyed[place]!.references.map(({ path }) => path))
    const links = [...names].flatMap(from => {
      const to = moved.get(from)
      return to === undefined ? [] : [{ from, to }]
    })
    return links.length > 0 && surveyed[place]!.document ? { ...file, links } : file
  })
}

/** Why files stay that somebody else needs as they are. */
function keptBy(planned: readonly PlannedFile[], surveyed: readonly SurveyedFile[]): Map<string, string> {
  const kept = new Map<string, string>()
  for (const [place, { path: document, references, fixed, leadsTo }] of surveyed.entries()) {
    if (leadsTo !== undefined) kept.set(leadsTo, say.linkedFrom({ path: document }))
    const exchanged = new Set(
      planned[place]!.diagrams.flatMap(({ way, block }) => (way === 'stays' ? [] : [block])),
    )
    for (const { path, line, use, block } of references) {
      if (block !== undefined && exchanged.has(block)) continue
      if (fixed) kept.set(path, say.namedBy({ path: document }))
      else if (use === 'drawn' || block !== undefined || (use === 'shown' && SHOWN.test(path)))
        kept.set(path, say.drawnBy({ path: document, line }))
    }
  }
  return kept
}
