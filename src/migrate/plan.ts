/** From what files hold to what becomes of each: ways, names, links and what goes. It asks the tree for names, and changes nothing. */
import { type Namer, namerFor } from './places.js'
import {
  type FenceWay,
  PLAN_VERSION,
  type Plan,
  type PlannedDiagram,
  type PlannedFile,
  wayIn,
} from './plan-form.js'
import type { Planning } from './planning.js'
import { withRemovals } from './removals.js'
import * as say from './sentences.js'
import type { SurveyedDiagram, SurveyedFile } from './survey.js'

/** The plan for files in their order. The same files and the same tree give the same plan. */
export async function planOf(files: readonly SurveyedFile[], planning: Planning): Promise<Plan> {
  const namer = await namerFor(files, planning)
  const planned: PlannedFile[] = []
  for (const file of files) planned.push(await plannedFile(file, planning, namer))
  return {
    diaglotPlan: PLAN_VERSION,
    version: planning.version,
    settings: planning.settings,
    files: planning.settings.remove ? await withRemovals(planned, files, namer) : planned,
  }
}

async function plannedFile(file: SurveyedFile, planning: Planning, namer: Namer): Promise<PlannedFile> {
  const diagrams: PlannedDiagram[] = []
  let number = 0
  for (const diagram of file.diagrams) {
    number++
    diagrams.push(await plannedDiagram(file, diagram, number, planning, namer))
  }
  return { path: file.path, digest: file.digest, diagrams }
}

async function plannedDiagram(
  file: SurveyedFile,
  { texts, stays, ...found }: SurveyedDiagram,
  number: number,
  { settings }: Planning,
  namer: Namer,
): Promise<PlannedDiagram> {
  const { block, line, from, name, tally, losses, proposals } = found
  const common = {
    ...(block !== undefined && { block }),
    line,
    from,
    ...(name !== undefined && { name }),
    ...(proposals && { proposals }),
  }
  const isFixed = file.document !== undefined || file.fixed?.why === 'link'
  const why = stays ?? (isFixed ? file.fixed : undefined)
  if (why) return { ...common, way: 'stays', ...why }
  const lost = { ...(tally && { tally }), losses }
  if (!file.document) {
    const files = await namer.ofFile(file, texts)
    if ('taken' in files)
      return { ...common, way: 'stays', why: 'taken', because: say.taken({ path: files.taken }), ...lost }
    return { ...common, way: 'file', files, ...lost }
  }
  const { digest } = texts[0]!
  const way = wayIn(settings, file.document.drawsTarget)
  if (way === 'inline') return { ...common, way, digest, ...lost }
  const { path, there, picture } = await namer.ofBlock(file, {
    name,
    number,
    digest,
    way: way satisfies FenceWay,
  })
  const files = [{ path, digest, ...(there && { there }) }]
  return { ...common, way, files, ...(picture && { picture }), ...lost }
}
