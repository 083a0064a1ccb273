/** Source files that go once what they became is written, and the names of them in documents. */

import type { Namer } from './places.js'
import type { Moved, PlannedFile } from './plan-form.js'
import * as say from './sentences.js'
import type { SurveyedFile } from './survey.js'

/** What a document shows as it is by its name: a picture, or a page. */
const SHOWN = /\.(?:svg|png|gif|jpe?g|webp|html?)$/i

/** Files with what goes of them, and with what documents call those that go. */
export async function withRemovals(
  planned: readonly PlannedFile[],
  surveyed: readonly SurveyedFile[],
  namer: Pick<Namer, 'ofPicture'>,
): Promise<PlannedFile[]> {
  const { kept, drawn, pictured } = usesOf(planned, surveyed)
  const moved = new Map<string, Moved>()
  const files: PlannedFile[] = []
  for (const [place, file] of planned.entries()) {
    const found = surveyed[place]!
    const [diagram] = file.diagrams
    if (found.document || diagram?.way !== 'file') {
      files.push(file)
      continue
    }
    const [first, ...others] = diagram.files!
    const severally = others.length > 0 ? drawn.get(file.path) : undefined
    const note = found.fixed?.because ?? kept.get(file.path) ?? severally
    if (note !== undefined || !first) {
      files.push(note === undefined ? file : { ...file, notes: [note] })
      continue
    }
    const picture = pictured.has(file.path) ? await namer.ofPicture(first) : undefined
    moved.set(file.path, { from: file.path, to: first.path, ...(picture !== undefined && { picture }) })
    files.push({
      ...file,
      ...(picture !== undefined && { diagrams: [{ ...diagram, picture }] }),
      remove: true,
    })
  }
  return files.map((file, place) => {
    const names = new Set(surveyed[place]!.references.map(({ path }) => path))
    const links = [...names].flatMap(from => moved.get(from) ?? [])
    return links.length > 0 && surveyed[place]!.document ? { ...file, links } : file
  })
}

interface Uses {
  /** Why files stay that somebody else needs as they are. */
  readonly kept: ReadonlyMap<string, string>
  /** Why files stay that are drawn somewhere and become several. */
  readonly drawn: ReadonlyMap<string, string>
  /** Files whose picture is to stand somewhere. */
  readonly pictured: ReadonlySet<string>
}

function usesOf(planned: readonly PlannedFile[], surveyed: readonly SurveyedFile[]): Uses {
  const kept = new Map<string, string>()
  const drawn = new Map<string, string>()
  const pictured = new Set<string>()
  for (const [place, { path: document, references, fixed, leadsTo }] of surveyed.entries()) {
    if (leadsTo !== undefined) kept.set(leadsTo, say.linkedFrom({ path: document }))
    const exchanged = new Set(
      planned[place]!.diagrams.flatMap(({ way, block }) => (way === 'stays' ? [] : [block])),
    )
    for (const { path, line, use, block, redrawn } of references) {
      if (block !== undefined && exchanged.has(block)) continue
      if (fixed) kept.set(path, say.namedBy({ path: document }))
      else if (redrawn !== undefined) {
        drawn.set(path, say.drawnAsOne({ path: document, line }))
        if (redrawn === 'pictured') pictured.add(path)
      } else if (use === 'drawn' || block !== undefined || (use === 'shown' && SHOWN.test(path)))
        kept.set(path, say.drawnBy({ path: document, line }))
    }
  }
  return { kept, drawn, pictured }
}
